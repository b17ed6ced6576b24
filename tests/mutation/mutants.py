"""The mutants of a module: its source with one small change each, made in the syntax tree.

What is changed: operators, comparisons, numbers, conditions, slices, `return`; statements and arguments are left out,
neighboring arguments are swapped, and a function around its only argument is left out. What is not: text, type
annotations, decorators and what only type checkers read.
"""

import ast
import copy
from typing import Any, Dict, Iterator, List, NamedTuple, Tuple

SWAPPED_OPERATORS: "Dict[type[ast.operator], type[ast.operator]]" = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult, ast.Pow: ast.Mult, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr, ast.LShift: ast.RShift,
    ast.RShift: ast.LShift, ast.BitXor: ast.BitAnd,
}
CHANGED_COMPARISONS: "Dict[type[ast.cmpop], type[ast.cmpop]]" = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}

EQUALITIES = (ast.Eq, ast.NotEq, ast.Is, ast.IsNot, ast.In, ast.NotIn)  # as conditions they become True and False
SYMMETRIC = ("max", "min", "dot")  # the order of their arguments makes no difference


class Mutant(NamedTuple):
    """One change. `place` leads to the changed node: the fields and numbers to follow from the module's tree."""

    module: str
    function: str
    change: str
    line: int
    place: Tuple[Tuple[str, int], ...]
    new: ast.AST
    inside_function: bool

    @property
    def name(self) -> str:
        return f"{self.module} | {self.function} | {self.change}"

    @property
    def is_arithmetic(self) -> bool:
        """Whether a number or an operation on numbers is changed."""
        if isinstance(self.new, ast.Constant):
            return type(self.new.value) in (int, float)
        return isinstance(self.new, (ast.BinOp, ast.AugAssign))

    def apply_to(self, tree: ast.Module) -> None:
        """Make the change in the tree itself, which must be the one that the mutant was made from, or an equal one."""
        node: Any = tree
        for field, index in self.place[:-1]:
            node = child(node, field, index)
        field, index = self.place[-1]
        new = ast.copy_location(self.new, child(node, field, index))
        if index < 0:
            setattr(node, field, new)
        else:
            getattr(node, field)[index] = new
        ast.fix_missing_locations(tree)


def child(node: ast.AST, field: str, index: int) -> ast.AST:
    """The node in this field, or the one at this place of the list in it."""
    value = getattr(node, field)
    found: ast.AST = value if index < 0 else value[index]
    return found


def mutants(module: str, tree: ast.Module) -> List[Mutant]:
    """All mutants of a module, in the order of its lines. Equal changes in one function are numbered."""
    found = []
    times: Dict[str, int] = {}
    for mutant in Mutator(module).of_children(tree):
        times[mutant.name] = times.get(mutant.name, 0) + 1
        number = times[mutant.name]
        found.append(mutant if number == 1 else mutant._replace(change=f"{mutant.change} ({number})"))
    return found


class Mutator:
    """Walks through a tree, and keeps in mind where it is: the function, the statement, the place."""

    def __init__(self, module: str) -> None:
        self.module = module
        self.names: List[str] = []
        self.place: List[Tuple[str, int]] = []
        self.functions = 0
        self.around: List[ast.AST] = []

    def of_children(self, node: ast.AST) -> Iterator[Mutant]:
        for field, value in ast.iter_fields(node):
            if field in ("annotation", "returns", "decorator_list", "type_params"):
                continue
            if is_for_types(node) and field in ("test", "body"):
                continue
            children = enumerate(value) if isinstance(value, list) else [(-1, value)]
            for index, each in children:
                if isinstance(each, ast.AST) and not is_for_readers(each):
                    self.place.append((field, index))
                    yield from self.of_node(each, node, field)
                    self.place.pop()

    def of_node(self, node: ast.AST, parent: ast.AST, field: str) -> Iterator[Mutant]:
        is_body = isinstance(parent, (ast.FunctionDef, ast.Lambda)) and field == "body"
        self.functions += is_body
        for new in changes(node, parent, field):
            yield self.mutant(node, new)
        named = isinstance(node, (ast.FunctionDef, ast.ClassDef))
        self.names += [str(getattr(node, "name"))] if named else []
        self.around.append(node)
        if not isinstance(node, ast.Raise):  # what is raised is a message
            yield from self.of_children(node)
        self.around.pop()
        del self.names[len(self.names) - named :]
        self.functions -= is_body

    def mutant(self, node: ast.AST, new: ast.AST) -> Mutant:
        before, after = self.shown(node, new)
        return Mutant(
            self.module, ".".join(self.names) or "the module", f"{before} → {after}", getattr(node, "lineno"),
            tuple(self.place), new, self.functions > 0,
        )

    def shown(self, node: ast.AST, new: ast.AST) -> Tuple[str, str]:
        """The code before and after; of a single name or number with the expression around it."""
        shown, changed = node, new
        if isinstance(node, (ast.Constant, ast.Name)) and self.around and isinstance(self.around[-1], ast.expr):
            parent = self.around[-1]
            shown, changed = parent, copy.deepcopy(parent)
            field, index = self.place[-1]
            if index < 0:
                setattr(changed, field, new)
            else:
                getattr(changed, field)[index] = new
        return one_line(shown), one_line(changed)


def one_line(node: ast.AST) -> str:
    """The code of a node on one line; of a statement with a body, its first line."""
    text = ast.unparse(ast.fix_missing_locations(copy.deepcopy(node))) or "nothing"
    return text.split("\n")[0] if isinstance(node, ast.stmt) else " ".join(text.split())


def is_for_readers(node: ast.AST) -> bool:
    """Whether Python does not run this: a docstring or other bare text, or `TYPE_CHECKING = False`."""
    if isinstance(node, ast.Assign):
        return isinstance(node.targets[0], ast.Name) and node.targets[0].id == "TYPE_CHECKING"
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def changes(node: ast.AST, parent: ast.AST, field: str) -> Iterator[ast.AST]:
    """What this node can be changed to."""
    if isinstance(node, ast.stmt):
        yield from changed_statement(node)
    elif isinstance(node, ast.expr):
        is_condition = field in ("test", "ifs")
        if is_condition:
            yield from changed_condition(node, parent)
        yield from changed_expression(node, is_condition)


def changed_condition(node: ast.expr, parent: ast.AST) -> Iterator[ast.expr]:
    if not isinstance(node, ast.Constant):
        yield ast.Constant(False)
        if not isinstance(parent, ast.While):
            yield ast.Constant(True)


def changed_statement(node: ast.stmt) -> Iterator[ast.stmt]:
    """Left out, if it has an effect of its own; and `return` without its value."""
    if isinstance(node, (ast.Expr, ast.AugAssign, ast.Raise, ast.Continue, ast.Break, ast.Delete)):
        yield ast.Pass()
    if isinstance(node, ast.AugAssign) and not is_text(node.value):
        yield ast.AugAssign(node.target, SWAPPED_OPERATORS[type(node.op)](), node.value)
    elif isinstance(node, ast.Assign) and not isinstance(node.targets[0], (ast.Name, ast.Tuple)):
        yield ast.Pass()
    elif isinstance(node, ast.Return) and node.value is not None and not is_constant(node.value, None):
        yield ast.Return(ast.Constant(None))


def changed_expression(node: ast.expr, is_condition: bool) -> Iterator[ast.expr]:
    if isinstance(node, ast.BinOp) and type(node.op) in SWAPPED_OPERATORS and not is_text(node.left, node.right):
        yield ast.BinOp(node.left, SWAPPED_OPERATORS[type(node.op)](), node.right)
    elif isinstance(node, ast.Compare) and not (is_condition and isinstance(node.ops[0], EQUALITIES)):
        for place, operator in enumerate(node.ops):
            operators = list(node.ops)
            operators[place] = CHANGED_COMPARISONS[type(operator)]()
            yield ast.Compare(node.left, operators, node.comparators)
    elif isinstance(node, ast.Constant):
        yield from changed_constant(node.value)
    elif isinstance(node, ast.BoolOp):
        for place in range(len(node.values)):
            left = node.values[:place] + node.values[place + 1 :]
            yield left[0] if len(left) == 1 else ast.BoolOp(node.op, left)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.Not, ast.USub, ast.Invert)):
        yield node.operand
    elif isinstance(node, ast.Slice):
        for bound in ("lower", "upper", "step"):
            if getattr(node, bound) is not None:
                yield ast.Slice(**{each: getattr(node, each) for each in ("lower", "upper", "step") if each != bound})
    elif isinstance(node, ast.Call):
        yield from changed_call(node)


def changed_constant(value: object) -> Iterator[ast.expr]:
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int):
        yield ast.Constant(value + 1)
    elif isinstance(value, float):
        yield ast.Constant(2 * value if value else 1.0)


def changed_call(node: ast.Call) -> Iterator[ast.expr]:
    """Without its last argument, or a named one; with two neighbors swapped; or the only argument, or the object of a
    method, by itself."""
    if len(node.args) + len(node.keywords) > 1 and node.args:
        yield ast.Call(node.func, node.args[:-1], node.keywords)
    for place in range(len(node.keywords)):
        yield ast.Call(node.func, node.args, node.keywords[:place] + node.keywords[place + 1 :])
    is_symmetric = isinstance(node.func, ast.Name) and node.func.id in SYMMETRIC
    for place in range(0 if is_symmetric else len(node.args) - 1):
        if ast.dump(node.args[place]) != ast.dump(node.args[place + 1]):
            swapped = list(node.args)
            swapped[place], swapped[place + 1] = swapped[place + 1], swapped[place]
            yield ast.Call(node.func, swapped, node.keywords)
    if len(node.args) == 1 and not node.keywords and not isinstance(node.args[0], ast.Starred):
        yield node.args[0]
    elif not node.args and not node.keywords and isinstance(node.func, ast.Attribute):
        yield node.func.value


def is_text(*nodes: ast.expr) -> bool:
    for node in nodes:
        if isinstance(node, ast.JoinedStr) or isinstance(node, ast.Constant) and isinstance(node.value, (str, bytes)):
            return True
    return False


def is_constant(node: ast.expr, value: object) -> bool:
    return isinstance(node, ast.Constant) and node.value is value
