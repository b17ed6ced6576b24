"""The exercises as files to hand out: stubs, solutions, notebooks, and programs that are generated from a seed."""
