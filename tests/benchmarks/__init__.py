"""How fast is it, compared with the alternatives? `python -m tests.benchmarks` measures and prints ratios."""
