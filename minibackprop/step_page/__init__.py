"""The step page: a web page that walks through training, step by step."""
