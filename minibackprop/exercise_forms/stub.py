"""A stub of an exercise, or its solution, taken apart: title, text, imports, functions, and the lines that try them."""

import ast
import textwrap
from typing import List, Set

BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"  # nbgrader takes out what is between them
INDENT = "    "


class Function:
    """A function in a source: its name, its `def` with the docstring, what it does, and the names that this uses."""

    def __init__(self, node: ast.FunctionDef, lines: List[str]) -> None:
        body = node.body[1:] if ast.get_docstring(node) is not None else node.body
        self.name = node.name
        self.head = "\n".join(lines[node.lineno - 1 : body[0].lineno - 1])
        self.body = "\n".join(lines[body[0].lineno - 1 : node.end_lineno])
        self.used: Set[str] = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}

    def __repr__(self) -> str:
        return f"Function({self.name})"

    @property
    def source(self) -> str:
        """The whole function."""
        return f"{self.head}\n{self.body}"


class Stub:
    """The parts of a source: `title` and `text` of its docstring, `imports`, `functions`, and `trial`, dedented."""

    def __init__(self, source: str) -> None:
        lines = source.split("\n")
        tree = ast.parse(source)
        self.title, _, text = (ast.get_docstring(tree) or "").partition("\n")
        self.text = text.strip("\n")
        self.imports: List[str] = []
        self.functions: List[Function] = []
        self.trial = ""
        for node in tree.body:
            if isinstance(node, ast.FunctionDef):
                self.functions.append(Function(node, lines))
            elif isinstance(node, (ast.Import, ast.ImportFrom)):
                self.imports.append("\n".join(lines[node.lineno - 1 : node.end_lineno]))
            elif isinstance(node, ast.If):  # if __name__ == "__main__":
                self.trial = textwrap.dedent("\n".join(lines[node.lineno : node.end_lineno]))

    def __repr__(self) -> str:
        return f"Stub({self.title})"

    @property
    def code(self) -> str:
        """The imports and the functions, as they are."""
        return self._with([function.source for function in self.functions])

    def solved(self, solution: str) -> str:
        """The same, but each function does what it does in the solution, between the marks of nbgrader.

        The solution's other functions are put inside the functions that use them, so that they are between the marks.

        >>> stub = Stub('def double(x):\\n    raise NotImplementedError("write this function")')
        >>> print(stub.solved("def double(x):\\n    return 2 * x"))
        def double(x):
            ### BEGIN SOLUTION
            return 2 * x
            ### END SOLUTION
        """
        names = [function.name for function in self.functions]
        written = Stub(solution).functions
        helpers = [function for function in written if function.name not in names]
        by_name = {function.name: function for function in written}
        return self._with([_solved(function, by_name[function.name], helpers) for function in self.functions])

    def _with(self, functions: List[str]) -> str:
        imports = ["\n".join(self.imports)] if self.imports else []
        return "\n\n\n".join(imports + functions)


def _solved(function: Function, written: Function, helpers: List[Function]) -> str:
    used = written.used
    for _ in helpers:  # a helper may use another one
        for helper in helpers:
            if helper.name in used:
                used = used | helper.used
    inside = [textwrap.indent(helper.source, INDENT) + "\n" for helper in helpers if helper.name in used]
    return "\n".join([function.head, INDENT + BEGIN] + inside + [written.body, INDENT + END])
