"""Checking exercises: a learner's functions are called, what they return is judged, and mistakes are named."""
