"""Teaching: worked examples, the explanation of one weight, and one training step as a list of steps."""
