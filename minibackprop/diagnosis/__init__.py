"""Diagnosis: which mistake is in a learner's backpropagation? It is named from the numbers that the code gave."""
