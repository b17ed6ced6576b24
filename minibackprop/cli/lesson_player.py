"""Playing a lesson in the terminal: text, code, a prediction, and then what the code shows."""

from typing import List, Optional

from ..lesson_forms.lesson import Lesson, Step
from ..lesson_forms.prediction import as_prediction, verdict
from ..validation import counted
from .lesson_run import InterruptibleRun
from .lesson_text import code, prose, question, result
from .terminal import Terminal

NEXT, BACK, QUIT = "", "b", "q"


def play(lesson: Lesson, terminal: Terminal) -> bool:
    """Play the lesson; return whether the learner has come to its end. Ctrl-C and Ctrl-D end it, as q does."""
    terminal.show(terminal.fill("Enter goes on, b goes back, q ends.") + "\n")
    run = InterruptibleRun()
    played: List[str] = []  # what was shown so far, a text for each step
    place = 0
    try:
        while place < len(lesson.steps):
            if place == len(played):
                played.append(_first_time(lesson.steps[place], run, terminal))
            else:
                terminal.show(played[place] + "\n")
            answer = _asked(f"[{place + 1} of {len(lesson.steps)}] ", [NEXT, BACK, QUIT], terminal)
            if answer == QUIT:
                break
            place = max(place - 1, 0) if answer == BACK else place + 1
    except (KeyboardInterrupt, EOFError):
        terminal.show("")
    if place < len(lesson.steps):
        left = counted(len(lesson.steps) - place, "step")
        terminal.show(terminal.fill(f"Lesson {lesson.number} ended with {left} left."))
        return False
    return True


def _first_time(step: Step, run: InterruptibleRun, terminal: Terminal) -> str:
    """Show the step and run its code; return all that was shown, to show it again when the learner goes back."""
    parts = [prose(step.text, terminal)] if step.text else []
    parts += [code(step, terminal)] if step.code else []
    parts += [question(step, terminal)] if step.question else []
    terminal.show("\n\n".join(parts) + "\n")
    prediction = _prediction(step, terminal) if step.question else None
    shown = run.step(step)
    after = [result(shown, terminal)]
    if prediction is not None:
        after.append(terminal.fill(verdict(prediction, shown.answer)))
    text = "\n\n".join([part for part in after if part])
    if text:
        terminal.show(text + "\n")
    return "\n\n".join([part for part in parts + [text] if part])


def _prediction(step: Step, terminal: Terminal) -> "Optional[float | str]":
    """What the learner predicts, or None: Enter alone shows the answer."""
    ask = "Your number: " if not step.options else f"Your choice, 1 to {len(step.options)}: "
    while True:
        typed = terminal.ask(ask)
        if typed.strip() in (NEXT, QUIT):
            if typed.strip() == QUIT:
                raise EOFError
            return None
        prediction = as_prediction(typed, step.options)
        if prediction is not None:
            return prediction
        terminal.show(terminal.fill("Type " + (
            f"a number from 1 to {len(step.options)}" if step.options else "a number, such as 0.5"
        ) + ", or Enter alone to see the answer."))


def _asked(prompt: str, answers: List[str], terminal: Terminal) -> str:
    """The first of these answers that the learner types."""
    while True:
        typed = terminal.ask(prompt).strip().lower()
        if typed in answers:
            return typed
        terminal.show(terminal.fill("Enter goes on, b goes back, q ends."))
