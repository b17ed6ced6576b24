"""An exercise: what a learner is asked to write, what helps, and what it is worth."""


class Exercise:
    """What all exercises have: a number, a title, points, the lesson it belongs to, functions to write, three hints.

    `names` are those of the functions, and `parameters` what each takes. The first hint asks, the second names the
    rule, the third shows the line. `showed` says what a learner has shown who has solved it. `to_begin` says what to do
    first, if that is not to write the functions.
    """

    def __init__(
        self,
        number: int,
        title: str,
        points: int,
        lesson: int = 0,
        names: "list[str] | None" = None,
        parameters: "list[str] | None" = None,
        hints: "list[str] | None" = None,
        showed: str = "",
        to_begin: str = "",
    ) -> None:
        self.number = number
        self.title = title
        self.points = points
        self.lesson = lesson
        self.names = names or []
        self.parameters = parameters or []
        self.hints = hints or []
        self.showed = showed
        self.to_begin = to_begin

    def __repr__(self) -> str:
        return f"Exercise({self.number}, {self.title})"

    @property
    def name(self) -> str:
        """The exercise by its number and title; what has no number only by its title.

        >>> Exercise(1, "the weighted input", 3).name, Exercise(0, "empty.py", 1).name
        ('Exercise 1, the weighted input', 'empty.py')
        """
        return f"Exercise {self.number}, {self.title}" if self.number else self.title

    def how_to_begin(self) -> str:
        """What to do first.

        >>> Exercise(1, "a sum", 3, names=["add"], parameters=["x, y"]).how_to_begin()
        'Write add(x, y).'
        """
        signatures = [f"{name}({parameters})" for name, parameters in zip(self.names, self.parameters)]
        return self.to_begin or f"Write {', '.join(signatures)}."
