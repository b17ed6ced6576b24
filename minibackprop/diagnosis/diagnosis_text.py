"""The words of a diagnosis: first a question, then the rule, then the mistake with the learner's numbers as proof."""

from ..drawing.notation import UNICODE, Notation
from ..teaching.cost_words import cost_words
from ..teaching.rules import DELTA, ERROR, WEIGHTS
from ..validation import counted
from .difference import Difference
from .findings import Findings
from .form import ONE_SHAPE
from .mistake import Mistake, NamedMistake
from .mistakes import MISTAKES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .search import MistakeNames

SMALL = 1e-4
FORMULAS = {
    "dC_dA": "∂C/∂a", "dA_dZ": "∂a/∂z", "dC_dZ": "∂C/∂z", "dC_dW": "∂C/∂w", "dC_db": "∂C/∂b",
}  # by the names in a record, in the order of the chain


def diagnosis_text(findings: Findings, hint: int, go_on: str, notation: Notation = UNICODE) -> str:
    """The diagnosis in words; `go_on` is what to do next, said at the end of hint 3.

    >>> from minibackprop import Layer, Network, diagnose_gradients
    >>> found = diagnose_gradients([([[-6]], [-2])], Network(Layer([[1]], [0])), [[3.0]], [[1.0]])
    >>> print(diagnosis_text(found, 1, ""))
    If an output is too high, should the slope of the cost be positive or negative?
    """
    if findings.is_correct:
        return _correct(findings)
    if findings.mistakes:
        known = [MISTAKES[name] for name in findings.mistakes]
        if hint == 1:
            return "\n".join([mistake.question for mistake in known])
        if hint == 2:
            return _joined([[mistake.question] + _rule(mistake) for mistake in known])
        return _joined(_named(findings, known, notation) + _ending(findings, go_on))
    if findings.candidates:
        return _several(findings, hint, go_on, notation)
    return _unknown(findings, hint, go_on, notation)


def slope_of(where: Difference, notation: Notation) -> str:
    """The wrong number in symbols, such as ∂C/∂w¹₂₁.

    >>> slope_of(Difference(0, ERROR, [1, 0], [[1.0], [2.0]], [[1.0], [3.0]]), UNICODE)
    '∂C/∂a¹₂ of example 1'
    """
    top, bottom = where.top_and_bottom
    example = "" if where.example is None else f" of example {where.example}"
    return notation.slope(top, bottom) + example


def _correct(findings: Findings) -> str:
    networks = "" if findings.num_batches == 1 else f" in {findings.num_batches} batches"
    within = f" to within {findings.tolerance:g}" if findings.tolerance > 0.0 else ", to rounding"
    return f"Correct: all {findings.num_numbers} numbers{networks} are what the chain rule gives{within}."


def _reported(findings: Findings) -> "list[str]":
    return [problem.sentence for problem in (findings.raised, findings.problem) if problem is not None]


def _rule(mistake: Mistake) -> "list[str]":
    if mistake.rule is None:
        return [f"It should be: {mistake.right}"]
    return [f"The rule: {mistake.rule.formula}", mistake.rule.words]


def _named(findings: Findings, known: "list[Mistake]", notation: Notation) -> "list[list[str]]":
    """The mistakes, each with its formulas, and the proof."""
    parts = [formulas_of(mistake) for mistake in known]
    if findings.problem is not None:
        return [_reported(findings)] + parts
    return parts + [_proof(findings, known, notation)]


def formulas_of(mistake: NamedMistake) -> "list[str]":
    """What the mistake is, in a sentence and as formulas.

    >>> formulas_of(MISTAKES["sign"])[1:]
    ['   wrong: ∂C/∂a = y − a', '   right: ∂C/∂a = a − y']
    """
    return [f"{mistake.name}: {mistake.sentence}", f"   wrong: {mistake.wrong}", f"   right: {mistake.right}"]


def _proof(findings: Findings, known: "list[Mistake]", notation: Notation) -> "list[str]":
    where = findings.differences[0]
    line = _in_numbers(where, notation)
    if len(known) == 1 and known[0].factor:
        line = _as_a_product(where, known[0].factor, notation) or line
    lines = [_heading("Proof", findings), f"   {line}"]
    if findings.num_numbers > 0:
        gives = "The wrong formula gives" if len(known) == 1 else "Together, the wrong formulas give"
        lines.append(f"   {gives} exactly your numbers, all {findings.num_numbers} that were compared.")
    return lines if findings.raised is None else lines + [f"   {findings.raised.sentence}"]


def _heading(title: str, findings: Findings) -> str:
    return f"{title}, with {findings.network} and {counted(len(findings.X), 'example')}:"


def _in_numbers(where: Difference, notation: Notation) -> str:
    if where.yours is None or where.right is None:
        return f"your {FORMULAS[where.result]} of layer {where.layer} is missing, or has another shape"
    return f"your {slope_of(where, notation)} = {_digits(where.yours)}, but {_digits(where.right)} is right"


def _as_a_product(where: Difference, factor_in_words: str, notation: Notation) -> str:
    if where.yours is None or not where.right:
        return ""
    factor, right = where.yours / where.right, _digits(where.right)
    yours = f"your {slope_of(where, notation)} = {_digits(where.yours)}"
    if abs(factor + 1.0) < 1e-6:
        return f"{yours}, but {right} is right: {factor_in_words}"
    right = f"({right})" if right[0] == "-" else right
    return f"{yours} = {factor:.4g}{notation.times}{right}: {factor:.4g} is {factor_in_words}"


def _digits(value: float) -> str:
    return f"{value + 0.0:.6g}"


def _ending(findings: Findings, go_on: str) -> "list[list[str]]":
    right = _what_is_right(findings)
    return ([right] if right else []) + ([[f"Go on: {go_on}"]] if go_on and findings.where is not None else [])


def _what_is_right(findings: Findings) -> "list[str]":
    """A line for each layer in which something is right; one line if it is the same in all."""
    if not findings.differences:
        return []
    layers = list(range(len(findings.network.layers), 0, -1))
    right = [_right_in_layer(findings, number) for number in layers]
    title = "Right, each from your own earlier numbers:" if len(findings.judged) > 2 else "Right:"
    if right == [right[0]] * len(right):
        return [f"{title} {right[0]}, in every layer" if right[0] else "Right: none of the gradients yet"]
    return [title] + [f"   layer {number}: {names}" for number, names in zip(layers, right) if names]


def _right_in_layer(findings: Findings, number: int) -> str:
    wrong = [difference.result for difference in findings.differences if difference.layer == number]
    return ", ".join([FORMULAS[name] for name in FORMULAS if name in findings.judged and name not in wrong])


def _several(findings: Findings, hint: int, go_on: str, notation: Notation) -> str:
    lines = [f"{len(findings.candidates)} explanations fit your numbers equally well:"]
    for names in findings.candidates:
        lines.append("   " + _several_part(names, hint))
    parts = [lines]
    if hint == 3:
        parts += [[_heading("Seen", findings), "   " + _in_numbers(findings.differences[0], notation)]]
        parts += _ending(findings, go_on)
    parts.append([_telling(findings)])
    return _joined(parts)


def _several_part(names: "MistakeNames", hint: int) -> str:
    if hint == 1:
        return " ".join([MISTAKES[name].question for name in names])
    if hint == 2:
        return "; ".join(_rule(MISTAKES[name])[0] for name in names)
    return " And: ".join([f"{name}: {MISTAKES[name].sentence}" for name in names])


def _telling(findings: Findings) -> str:
    if findings.telling_probe is None:
        return "They give the same numbers with every network that was tried: with this cost, they are the same."
    network, X, _ = findings.telling_probe
    return f"They would differ with {network} and {len(X)} examples: diagnosis.telling_probe."


def _unknown(findings: Findings, hint: int, go_on: str, notation: Notation) -> str:
    where = findings.where
    if findings.problem is not None or where is None:
        return "\n".join(_reported(findings) + ([ONE_SHAPE] if findings.problem is None else []))
    reported = [_reported(findings) + [ONE_SHAPE]] if findings.raised is not None else []
    question = f"Something is wrong in layer {where.layer}, in {where.rule.title}. Which factors does it have?"
    if hint == 1:
        return "\n".join(_reported(findings) + [question])
    rule = [f"The rule: {where.rule.formula}", where.rule.words]
    if where.rule is ERROR:
        words = cost_words(findings.cost)
        rule = [f"The rule: {words.slope_formula}", words.slope_words]
    if hint == 2:
        return "\n".join(_reported(findings) + [question] + rule)
    if _is_shared(findings, where):
        rule = [
            f"∂C/∂b of layer {where.layer} is wrong, too: look first at what the two share, {DELTA.formula}, "
            "and the mean over the examples."
        ]
    parts = reported + [
        [f"Wrong, but none of the {len(MISTAKES)} mistakes in the catalogue, and no two of them, give your numbers."],
        [_heading(f"The first that is wrong is {where.rule.title}, in layer {where.layer}", findings)]
        + ["   " + line for line in [_in_numbers(where, notation)] + _if_it_is_small(where) + rule],
    ]
    return _joined(parts + _ending(findings, go_on))


def _is_shared(findings: Findings, where: Difference) -> bool:
    """Whether both gradients of a layer are wrong, and nothing before them was given to compare."""
    results = [difference.result for difference in findings.differences if difference.layer == where.layer]
    return where.rule is WEIGHTS and "dC_db" in results and "dC_dZ" not in findings.judged


def _if_it_is_small(where: Difference) -> "list[str]":
    if where.yours is None or where.right is None or abs(where.yours - where.right) > SMALL * abs(where.right):
        return []
    return ["That is a small difference: numerical gradients, or numbers that were rounded, can look like this."]


def _joined(parts: "list[list[str]]") -> str:
    """The lines of each part, with an empty line between two parts."""
    return "\n\n".join(["\n".join(part) for part in parts])
