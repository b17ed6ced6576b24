"""Grading: what a learner has handed in, judged, in the forms that graders read."""
