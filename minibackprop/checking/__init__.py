"""Checking exercises: a learner's functions are called, and what they return is judged, with the mistake by its name."""
