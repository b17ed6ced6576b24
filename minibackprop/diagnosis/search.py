"""The search: which mistake, or which two, explain all the numbers? The simplest answer first, and all that fit."""

from .comparison import CANNOT_BE_CALCULATED, CANNOT_SAY, DIFFERS, FITS, Comparison, gradients_by, verdict_on
from .evidence import GRADIENT, Evidence, first_difference
from .mistakes import MISTAKES
from .version import RIGHT_VERSION, Version

TYPE_CHECKING = False
if TYPE_CHECKING:
    MistakeNames = tuple[str, ...]
    Found = list[tuple[MistakeNames, Version]]


class Puzzle:
    """The evidence to be explained; and, for each batch of it, whether the gradients are right there."""

    def __init__(self, evidence: "list[Evidence]") -> None:
        self.evidence = evidence
        self.are_right = [verdict_on(RIGHT_VERSION, each.of_gradients_only()) == FITS for each in evidence]

    def __repr__(self) -> str:
        return f"Puzzle({len(self.evidence)} batches)"

    def is_explained_by(self, version: Version) -> bool:
        """Whether the version gives the learner's numbers wherever it can be calculated, and at least once.

        >>> Puzzle([]).is_explained_by(RIGHT_VERSION)
        False
        """
        fits = False
        for each, is_right in zip(self.evidence, self.are_right):
            verdict = verdict_on(version, each)
            if verdict == DIFFERS or (verdict == CANNOT_SAY and is_right):
                return False
            fits = fits or verdict == FITS
        return fits

    def shows(self, version: Version) -> bool:
        """Whether the gradients of this version are other than the right ones in one of the batches.

        >>> Puzzle([]).shows(RIGHT_VERSION)
        False
        """
        for each in self.evidence:
            right, other = gradients_by(RIGHT_VERSION, each.batch), gradients_by(version, each.batch)
            if version.last_layer_first or first_difference(right, other, each.tolerance) is not None:
                return True
        return False

    def can_be_explained_in_output_by(self, version: Version) -> bool:
        """Whether this version alone explains the last layer of the first batch, as far as can be said.

        >>> Puzzle([]).can_be_explained_in_output_by(RIGHT_VERSION)
        True
        """
        if not self.evidence:
            return True
        try:
            comparison = Comparison(version, self.evidence[0], is_quick=True, output_only=True)
        except CANNOT_BE_CALCULATED:
            return True
        return not comparison.differences or comparison.is_misshapen


def explanations(evidence: "list[Evidence]") -> "tuple[Found, list[Evidence]]":
    """The mistakes that explain the numbers, each with its version, or if there is none, the pairs of mistakes; and the
    evidence that they explain.

    First the factors of a record have to fit as well. If no mistake explains them, and some are not the right ones,
    they may be laid out in a way of the learner's own, so then only the gradients have to fit.

    >>> explanations([])
    ([], [])
    """
    kinds = [evidence]
    if [each for each in evidence if _has_other_factors(each)]:
        kinds.append([each.of_gradients_only() for each in evidence])
    for search in (_single, _pairs):
        for explained in kinds:
            found = search(Puzzle(explained))
            if found:
                return found, explained
    return [], evidence


def _has_other_factors(evidence: Evidence) -> bool:
    differences = Comparison(RIGHT_VERSION, evidence).differences
    return [difference for difference in differences if difference.result not in GRADIENT] != []


def _single(puzzle: Puzzle) -> "Found":
    found: "Found" = []
    for name in sorted(MISTAKES):
        for version in MISTAKES[name].versions:
            if puzzle.is_explained_by(version):
                found.append(((name,), version))
                break
    return found


def _pairs(puzzle: Puzzle) -> "Found":
    found: "Found" = []
    all_versions = [(name, version) for name in sorted(MISTAKES) for version in MISTAKES[name].versions]
    versions = [(name, version) for name, version in all_versions if puzzle.shows(version)]
    fit_in_output = [puzzle.can_be_explained_in_output_by(version) for _, version in versions]
    for place, (name, version) in enumerate(versions):
        for (other_name, other), other_fits in zip(versions[:place], fit_in_output):
            names = (other_name, name)
            if name == other_name or version.excludes(other) or names in [each[0] for each in found]:
                continue
            if not (other_fits or version.changes_output()) or not (fit_in_output[place] or other.changes_output()):
                continue  # one of them would have to explain the last layer alone, and it does not
            both = other.together_with(version)
            if puzzle.is_explained_by(both):
                found.append((names, both))
    return found
