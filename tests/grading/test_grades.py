"""The grades of a class: a row for each learner, a column for each exercise, ready for a spreadsheet."""

from minibackprop.checking.exercises import exercise_numbered
from minibackprop.checking.result import FAILED, NOT_STARTED, PASSED, ExerciseResult, Trial
from minibackprop.grading.graded import Graded, not_an_exercise
from minibackprop.grading.grades import grades_csv

PARTLY = [Trial("first", 1 / 3, "", is_secret=False), Trial("second", 8 / 3, "wrong", is_secret=False)]


def test_the_grades_of_a_class() -> None:
    third = ExerciseResult(exercise_numbered(3), PASSED, [], [], [])
    eighth = ExerciseResult(exercise_numbered(8), FAILED, PARTLY, ["sign-flipped", "mean-missing"], [])
    empty = not_an_exercise("grace.py", NOT_STARTED, "it is empty", points=1)
    learners = {
        "ada.py": Graded([eighth, third], 0.25), "=grace.py": Graded([empty], 0.25),
        "emmy, anna": Graded([eighth], 0.25), "nobody": Graded([], 0.25),
    }
    most = third.max_points + eighth.max_points
    assert grades_csv(learners) == f"""\
learner,exercise 3,exercise 8,points,of,mistakes
ada.py,{third.max_points},0.333333,{third.max_points + 0.333333},{most},8 sign-flipped; 8 mean-missing
'=grace.py,,,0.0,1.0,
"emmy, anna",,0.333333,0.333333,{eighth.max_points},8 sign-flipped; 8 mean-missing
nobody,,,0.0,0.0,
"""
