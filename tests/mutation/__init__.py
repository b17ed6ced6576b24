"""Small changes to the package, each of which a test has to notice: `python -m tests.mutation`."""
