"""Playing a lesson in the terminal: text, code, a prediction, and then what the code shows."""

from typing import List, Optional, Union

from ..lesson_forms.lesson import Lesson, Step
from ..lesson_forms.prediction import as_prediction, verdict
from ..validation import counted
from .lesson_run import InterruptibleRun
from .lesson_text import code, prose, question, result
from .terminal import Terminal

NEXT, BACK, QUIT = "", "b", "q"
KEYS = "Enter goes on, b goes back, q ends."


def play(lesson: Lesson, terminal: Terminal) -> bool:
    """Play the lesson; return whether all of it was shown. Ctrl-C and Ctrl-D end it, as q does."""
    terminal.show(terminal.fill(KEYS) + "\n")
    run = InterruptibleRun(lesson.path)
    played: List[str] = []  # what was shown so far, a text for each step
    place = 0
    try:
        while place < len(lesson.steps):
            if place < len(played):
                terminal.show(played[place] + "\n")
            else:
                text = _first_time(lesson.steps[place], run, terminal)
                if text is None:
                    place = max(place - 1, 0)
                    continue
                played.append(text)
            wants_back = _typed(f"[{place + 1} of {len(lesson.steps)}] ", terminal) == BACK
            place = max(place - 1, 0) if wants_back else place + 1
    except (KeyboardInterrupt, EOFError):
        terminal.show("")
    left = len(lesson.steps) - len(played)
    if left > 0:
        terminal.show(terminal.fill(f"Lesson {lesson.number} ended with {counted(left, 'step')} left."))
    return left == 0


def _first_time(step: Step, run: InterruptibleRun, terminal: Terminal) -> Optional[str]:
    """Show the step and run its code; return all that was shown, or None if the learner would rather go back."""
    parts = [prose(step.text, terminal)] if step.text else []
    parts += [code(step, terminal)] if step.code else []
    parts += [question(step, terminal)] if step.question else []
    terminal.show("\n\n".join(parts) + "\n")
    prediction = _prediction(step, terminal) if step.question else NEXT
    if prediction == BACK:
        return None
    shown = run.step(step)
    after = [result(shown, terminal)]
    if prediction != NEXT:
        after.append(terminal.fill(verdict(prediction, shown.answer)))
    text = "\n\n".join([part for part in after if part])
    if text:
        terminal.show(text + "\n")
    return "\n\n".join([part for part in parts + [text] if part])


def _prediction(step: Step, terminal: Terminal) -> Union[float, str]:
    """What the learner predicts; NEXT if it is nothing, BACK to go back."""
    count = len(step.options)
    prompt, example = ("Your number: ", "a number, such as 0.5")
    if count:
        prompt, example = (f"Your choice, 1 to {count}: ", f"a number from 1 to {count}")
    while True:
        typed = _line(prompt, terminal)
        prediction = typed if typed in (NEXT, BACK) else as_prediction(typed, step.options)
        if prediction is not None:
            return prediction
        terminal.show(terminal.fill(f"Type {example}, or Enter alone to see the answer."))


def _typed(prompt: str, terminal: Terminal) -> str:
    """NEXT or BACK, whichever the learner types first."""
    while True:
        typed = _line(prompt, terminal)
        if typed in (NEXT, BACK):
            return typed
        terminal.show(terminal.fill(KEYS))


def _line(prompt: str, terminal: Terminal) -> str:
    """A line that the learner types; EOFError if it is q."""
    typed = terminal.ask(prompt).strip().lower()
    if typed == QUIT:
        raise EOFError
    return typed
