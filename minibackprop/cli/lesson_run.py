"""Running a lesson from the command line, where Ctrl-C ends it."""

from ..lesson_forms.lesson import Step
from ..lesson_forms.run import Run, Shown
from .ctrl_c import was_interrupted


class InterruptibleRun(Run):
    """A run of a lesson that Ctrl-C ends, even where it has only ended a training."""

    def step(self, step: Step) -> Shown:
        """Run the code of the next step; KeyboardInterrupt if Ctrl-C came, whatever the code made of it."""
        try:
            return super().step(step)
        finally:
            if was_interrupted():
                raise KeyboardInterrupt
