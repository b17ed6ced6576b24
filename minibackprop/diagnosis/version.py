"""A wrong version of the chain rule: some of its lines, each in some of the layers, are replaced by wrong ones."""

from ..teaching.rules import BACK, Rule
from .layer_chain import RIGHT, LayerChain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable

    Applies = Callable[[LayerChain], bool]


def EVERYWHERE(at: LayerChain) -> bool:
    """In every layer.

    >>> EVERYWHERE.__name__
    'EVERYWHERE'
    """
    return True


def OUTPUT(at: LayerChain) -> bool:
    """In the last layer.

    >>> OUTPUT.__name__
    'OUTPUT'
    """
    return at.is_output


def HIDDEN(at: LayerChain) -> bool:
    """In all layers but the last.

    >>> HIDDEN.__name__
    'HIDDEN'
    """
    return not at.is_output


def FIRST(at: LayerChain) -> bool:
    """In the first layer.

    >>> FIRST.__name__
    'FIRST'
    """
    return at.k == 0


class Change:
    """A wrong line for one rule. `wrong` takes the layer, and the result of the rule so far if `after` is True."""

    def __init__(self, rule: Rule, applies: "Applies", wrong: "Callable[..., Any]", after: bool) -> None:
        self.rule = rule
        self.applies = applies
        self.wrong = wrong
        self.after = after

    def __repr__(self) -> str:
        return f"Change({self.rule.result})"


def instead(rule: Rule, applies: "Applies", wrong: "Callable[[LayerChain], Any]") -> Change:
    """A wrong line in place of the rule.

    >>> instead(BACK, EVERYWHERE, lambda at: at.dC_dA)
    Change(dC_dA)
    """
    return Change(rule, applies, wrong, after=False)


def then(rule: Rule, applies: "Applies", wrong: "Callable[[LayerChain, Any], Any]") -> Change:
    """Something wrong that is done to the result of the rule.

    >>> then(BACK, EVERYWHERE, lambda at, dC_dA: scaled(dC_dA, 2.0))
    Change(dC_dA)
    """
    return Change(rule, applies, wrong, after=True)


def scaled(values: "Any", factor: float) -> "Any":
    """Every number of a vector or a matrix times the factor.

    >>> scaled([[1.0, 2.0]], 3.0), scaled([1.0], 3.0)
    ([[3.0, 6.0]], [3.0])
    """
    if isinstance(values, list):
        return [scaled(entry, factor) for entry in values]
    return values * factor


class Version:
    """The chain rule with these changes; `last_layer_first` if it also returns the layers in the wrong order."""

    def __init__(self, changes: "list[Change]", last_layer_first: bool = False) -> None:
        self.changes = changes
        self.last_layer_first = last_layer_first
        self._by_rule: "dict[Rule, list[Change]]" = {}
        for change in changes:
            self._by_rule[change.rule] = self._by_rule.get(change.rule, []) + [change]

    def __repr__(self) -> str:
        return f"Version({self.changes})"

    def together_with(self, other: "Version") -> "Version":
        """The version with the changes of both; those of the first layer alone come last, so that they stay there.

        >>> Version([]).together_with(Version([], last_layer_first=True)).last_layer_first
        True
        """
        changes = sorted(self.changes + other.changes, key=lambda change: change.applies is FIRST)
        return Version(changes, self.last_layer_first or other.last_layer_first)

    def excludes(self, other: "Version") -> bool:
        """Whether both have a line in place of the same rule in the same layer, so that only one can be there.

        >>> everywhere, hidden, output = [
        ...     Version([instead(BACK, applies, lambda at: at.dC_dA)]) for applies in (EVERYWHERE, HIDDEN, OUTPUT)
        ... ]
        >>> everywhere.excludes(hidden), hidden.excludes(output)
        (True, False)
        """
        for change in self.changes:
            for another in other.changes:
                if change.rule is another.rule and not (change.after or another.after):
                    where = (change.applies, another.applies)
                    if FIRST not in where and where not in ((HIDDEN, OUTPUT), (OUTPUT, HIDDEN)):
                        return True
        return False

    def changes_output(self) -> bool:
        """Whether the gradients of the last layer can be other than the right ones.

        >>> Version([instead(BACK, EVERYWHERE, lambda at: at.dC_dA)]).changes_output()
        False
        """
        others = [change for change in self.changes if change.rule is not BACK and change.applies is not HIDDEN]
        return self.last_layer_first or others != []

    def result_of(self, rule: Rule, at: LayerChain) -> "Any":
        """What the rule gives in this layer: by a wrong line if one is in its place, and with what is done to it then.

        ShapeError if the wrong line cannot be calculated with layers of these sizes.

        >>> at: LayerChain = object.__new__(LayerChain)
        >>> at.W, at.dC_dZ = [[4.0]], [[2.0]]
        >>> Version([]).result_of(BACK, at)
        [[8.0]]
        >>> Version([then(BACK, EVERYWHERE, lambda at, dC_dA: scaled(dC_dA, 2.0))]).result_of(BACK, at)
        [[16.0]]
        """
        line = RIGHT[rule]
        changes = [change for change in self._by_rule.get(rule, []) if change.applies(at)]
        for change in changes:
            if not change.after:
                line = change.wrong
        result = line(at)
        for change in changes:
            if change.after:
                result = change.wrong(at, result)
        return result


RIGHT_VERSION = Version([])
