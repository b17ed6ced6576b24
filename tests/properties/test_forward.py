"""The forward pass: each example goes through by itself, and the predictions are the last A, transposed."""

from minibackprop import forward

from ..support.random_cases import random_case
from ..support.reference_factors import check_factor, forward_factors
from ..support.seeds import with_seeds


@with_seeds(60)
def test_every_number_is_what_naive_loops_give(seed: int) -> None:
    network, X, _, _, _ = random_case(seed)
    expected = forward_factors(network, X)
    forward_pass = forward(network, X)
    assert len(forward_pass) == len(expected)
    for k, record in enumerate(forward_pass):
        for name in ("A_in", "Z", "A"):
            check_factor(getattr(record, name), expected[k][name], f"{name} of layer {k + 1}")


@with_seeds(30)
def test_a_batch_is_each_example_by_itself(seed: int) -> None:
    network, X, _, _, _ = random_case(seed)
    of_examples = [forward(network, [x]) for x in X]
    for k, record in enumerate(forward(network, X)):
        for name in ("A_in", "Z", "A"):
            columns = [[row[0] for row in getattr(records[k], name)] for records in of_examples]
            assert getattr(record, name) == [list(row) for row in zip(*columns)], f"{name} of layer {k + 1}"


@with_seeds(30)
def test_the_outputs_of_a_layer_are_the_inputs_of_the_next(seed: int) -> None:
    network, X, _, _, _ = random_case(seed)
    forward_pass = forward(network, X)
    assert forward_pass[0].A_in == [[x[i] for x in X] for i in range(network.num_inputs)]
    for record, next_record in zip(forward_pass, forward_pass[1:]):
        assert next_record.A_in == record.A


@with_seeds(30)
def test_predictions_are_the_last_activations(seed: int) -> None:
    network, X, _, _, _ = random_case(seed)
    A = forward(network, X)[-1].A
    assert network.predict_all(X) == [[row[n] for row in A] for n in range(len(X))]
    assert [network.predict(x) for x in X] == network.predict_all(X)
    assert network.predict(X[0]) == network.predict_all([X[0]])[0]
