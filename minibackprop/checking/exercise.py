"""An exercise: what a learner is asked to write, what helps, and what it is worth."""


class Exercise:
    """What all exercises have: a number, a title, the lesson it belongs to, points, functions to write, three hints.

    The first hint asks, the second names the rule, the third shows the line. `showed` says what a learner has shown who
    has solved it. `names` are those of the functions to write, and `parameters` what they take; `to_begin` says what to
    do first, if that is not to write them.
    """

    number = 0
    title = ""
    lesson = 0
    points = 0
    hints = ["", "", ""]
    showed = ""
    to_begin = ""
    names: "list[str]" = []
    parameters = ""

    def __repr__(self) -> str:
        return f"Exercise({self.number}, {self.title})"
