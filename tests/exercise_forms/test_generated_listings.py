"""Exercises 15 to 17, line by line: the same seed gives everybody the same program, with any Python."""

from typing import List

from minibackprop.exercise_forms.backward_program import WRONG_LINES, backward_lines, forward_lines
from minibackprop.exercise_forms.generated import planted_with
from minibackprop.exercise_forms.sources import stub_of

ALL_SIX_MISSING = '''def backward_4(network, X, Y):
    m = len(X)
    dC_dW = [[[0.0] * len(w) for w in weights] for weights, biases, f, f_prime in network]
    dC_db = [[0.0] * len(biases) for weights, biases, f, f_prime in network]
    for x, y in zip(X, Y):
        record = forward(network, x)
        # ∂C/∂a = a − y
        raise NotImplementedError("write this line")  # dC_da = …
        for k in reversed(range(len(network))):
            weights, biases, f, f_prime = network[k]
            a_in, z, a = record[k]
            # ∂a/∂z = f′(z)
            raise NotImplementedError("write this line")  # da_dz = …
            # ∂C/∂z = ∂C/∂a · ∂a/∂z
            raise NotImplementedError("write this line")  # dC_dz = …
            for j in range(len(dC_dz)):
                for i in range(len(a_in)):
                    # ∂C/∂w = ∂C/∂z · a_in, and the mean over the examples
                    raise NotImplementedError("write this line")  # dC_dW[k][j][i] += …
                # ∂C/∂b = ∂C/∂z · 1, and the mean over the examples
                raise NotImplementedError("write this line")  # dC_db[k][j] += …
            # ∂C/∂a of the layer before = sum of ∂C/∂z · w over the neurons of this layer
            raise NotImplementedError("write this line")  # dC_da = …
    return list(zip(dC_dW, dC_db))
'''
FRAME = '''def backward(network, X, Y):
    m = len(X)
    dC_dW = [[[0.0] * len(w) for w in weights] for weights, biases, f, f_prime in network]
    dC_db = [[0.0] * len(biases) for weights, biases, f, f_prime in network]
    raise NotImplementedError("put the lines here")
    return list(zip(dC_dW, dC_db))'''
SHUFFLED = '''
# dC_da = [a_j - y_j for a_j, y_j in zip(record[-1][2], y)]
# dC_dW[k][j][i] += dC_dz[j] * a_in[i] / m
# a_in, z, a = record[k]
# dC_da = [sum(w[i] / sum(w) * d for w, d in zip(weights, dC_dz)) for i in range(len(a_in))]
# for k in reversed(range(len(network))):
# dC_da = [sum(w[i] * d for w, d in zip(weights, dC_dz)) for i in range(len(a_in))]
# da_dz = [f_prime(z_j) for z_j in z]
# for j in range(len(dC_dz)):
# da_dz = [f(z_j) for z_j in z]
# record = forward(network, x)
# dC_dz = dC_da
# weights, biases, f, f_prime = network[k]
# dC_dz = [u * v for u, v in zip(dC_da, da_dz)]
# dC_db[k][j] += dC_dz[j] / m
# for x, y in zip(X, Y):
# for i in range(len(a_in)):
# dC_db[k][j] += sum(dC_dz) / m
'''


def wrong_lines(seed: int) -> List[str]:
    """The lines of exercise 15 that are not in the right program."""
    right = [line.strip() for line in backward_lines()]
    lines = [line[2:] for line in stub_of(15, seed).split("# The lines:\n#\n")[1].splitlines()]
    return [line for line in lines if line not in right]


def test_the_lines_of_seed_1_are_these_in_this_order() -> None:
    _, forward, frame, lines, *rest = stub_of(15, 1).split("\n\n\n")
    assert forward == "\n".join(forward_lines()) and forward.endswith("    return record")
    assert (frame, lines, rest) == (FRAME, f"# The lines:\n#{SHUFFLED}", [])


def test_the_four_wrong_lines_stand_for_four_rules() -> None:
    rules = {"dC_da = [a_j", "da_dz", "dC_dz", "dC_dW[k][j][i]", "dC_db[k][j]", "dC_da = [sum"}
    for seed in range(30):
        right = [each.right for line in wrong_lines(seed) for each in WRONG_LINES if each.wrong == line]
        assert len(right) == len(set(right)) == 4 and set(right) <= rules


def test_the_functions_to_complete_are_numbered_and_in_the_last_all_rules_are_missing() -> None:
    functions = stub_of(16, 1).split("\n\n\n")[2:]
    assert [function.split("(")[0] for function in functions] == [f"def backward_{number}" for number in (1, 2, 3, 4)]
    assert functions[3] == ALL_SIX_MISSING


def test_the_lines_that_are_not_missing_stand_below_their_formulas() -> None:
    written = "\n".join(stub_of(16, 1).split("\n\n\n")[2].split("\n")[1:])
    missing = [line for line in written.split("\n") if "NotImplementedError" in line]
    assert len(missing) == 1
    without_formulas = [line for line in written.split("\n") if "# ∂" not in line]
    right = backward_lines()[1:]
    assert [line for line in right if line not in without_formulas] == [
        line for line in right if line.strip().startswith(missing[0].split("# ")[1][:-2])
    ]
    assert written.count("# ∂") == 6


def test_a_seed_always_plants_the_same_mistake() -> None:
    assert [planted_with(seed) for seed in range(8)] == [
        "sum-not-mean", "half", "no-slope", "x-for-every-layer", "sum-not-mean", "no-hidden-slope", "sum-not-mean",
        "paths-averaged",
    ]
