"""How fast is it, beside what people would use instead? `python -m tests.benchmarks` measures and prints ratios."""
