"""What a check of an exercise has found: what was tried, points, the mistakes by their names, and the words for it."""

from ..validation import SettingError, counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .exercise import Exercise

PASSED, FAILED, NOT_STARTED, NOT_RUN = "passed", "failed", "not started", "could not be run"


class Trial:
    """One thing that was tried: a title, what it is worth, and a message that says what was wrong, empty if nothing.

    Of a secret trial, the message holds none of the numbers that it was tried with.
    """

    def __init__(self, title: str, max_points: float, message: str, is_secret: bool) -> None:
        self.title = title
        self.max_points = max_points
        self.points = 0.0 if message else max_points
        self.passed = message == ""
        self.message = message
        self.is_secret = is_secret

    def __repr__(self) -> str:
        return f"Trial({self.title}: {self.message or PASSED})"


class ExerciseResult:
    """The result of an exercise: print it, or use `.points`, `.max_points`, `.passed`, `.mistakes`, `.text(hint=1)`.

    `status` is "passed", "failed", "not started" or "could not be run". `trials` are what was tried. `mistakes` are the
    names of the mistakes that explain everything the functions returned; if several explanations fit equally well, each
    is there, joined by "or". `feedback` are three texts about them: a question, the rule, and all of it. `go_on` says
    what comes next.
    """

    def __init__(
        self,
        exercise: "Exercise",
        status: str,
        trials: "list[Trial]",
        mistakes: "list[str]",
        feedback: "list[str]",
    ) -> None:
        self.exercise = exercise
        self.status = status
        self.trials = trials
        self.mistakes = mistakes
        self.feedback = feedback
        self.go_on = ""
        self.passed = status == PASSED
        self.max_points = float(exercise.points)
        self.points = self.max_points if self.passed else sum([trial.points for trial in trials])

    def __repr__(self) -> str:
        return f"ExerciseResult({self.exercise.number}, {self.status})"

    def __str__(self) -> str:
        return self.text()

    @property
    def heading(self) -> str:
        """The exercise, its status and its points, in one line."""
        points = counted(self.exercise.points, "point")
        return f"{self.exercise.name}: {self.status}, {self.points:.4g} of {points}"

    def with_hidden_trials(self) -> "ExerciseResult":
        """The same, but with one trial in place of all the secret ones: their titles and messages are hidden.

        >>> from minibackprop import check
        >>> trials = [Trial("one input", 1.0, "", False), Trial("one input, other numbers", 2.0, "wrong", True)]
        >>> ExerciseResult(check(len, exercise=1).exercise, FAILED, trials, [], []).with_hidden_trials().trials
        [Trial(one input: passed), Trial(hidden numbers: 0 of 2 points)]
        """
        secret = [trial for trial in self.trials if trial.is_secret]
        if not secret:
            return self
        points, most = sum([trial.points for trial in secret]), sum([trial.max_points for trial in secret])
        passed = [trial for trial in secret if not trial.passed] == []
        merged = Trial("hidden numbers", most, "" if passed else f"{points:.4g} of {most:.4g} points", True)
        merged.points = points
        visible = [trial for trial in self.trials if not trial.is_secret]
        result = ExerciseResult(self.exercise, self.status, visible + [merged], self.mistakes, self.feedback)
        result.go_on = self.go_on
        return result

    def text(self, hint: int = 3) -> str:
        """The result in words: hint 1 asks a question about the mistake, hint 2 names the rule, hint 3 tells all.

        >>> from minibackprop import check
        >>> trials = [Trial("one input", 1.0, "6 is wrong", False)]
        >>> print(ExerciseResult(check(len, exercise=1).exercise, FAILED, trials, [], []).text())
        Exercise 1, the weighted input: failed, 0 of 3 points
        <BLANKLINE>
           failed  one input: 6 is wrong
        """
        if hint is True or hint not in (1, 2, 3):
            raise SettingError(f"hint is {hint!r}, but must be 1 (a question), 2 (the rule) or 3 (the mistake)")
        parts = [self.heading]
        says_not_started = [trial for trial in self.trials if trial.message != NOT_STARTED] == []
        if not self.passed and not says_not_started:
            parts.append("\n".join([_line_of(trial) for trial in self.trials]))
        if self.feedback:
            parts.append(self.feedback[hint - 1])
        if self.passed and self.exercise.showed:
            parts.append(f"You have shown that {self.exercise.showed}.")
        parts.append(self.go_on)
        return "\n\n".join([part for part in parts if part])

    def _repr_html_(self) -> str:
        return "<pre>" + self.text().replace("&", "&amp;").replace("<", "&lt;") + "</pre>"


def _line_of(trial: Trial) -> str:
    return f"   passed  {trial.title}" if trial.passed else f"   failed  {trial.title}: {trial.message}"
