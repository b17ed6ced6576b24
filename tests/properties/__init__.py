"""What must be true of every network, batch, training, file and table: each tested with many random ones.

The number of a case, its seed, is in the name of its test: `test_every_factor_is_right[seed 17]`. A failure says how to
run that one case again; `python -m pytest tests/properties --seeds 1000-2000` tries a thousand others.
"""
