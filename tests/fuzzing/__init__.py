"""Random calls of everything public, right and wrong ones, and what must be true of each of them."""
