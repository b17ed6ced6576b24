"""Files of learners, right and wrong, and how a test writes one."""

from pathlib import Path

RIGHT = """
from minibackprop import backward as chain_rule, forward

def backward(network, X, Y):
    return [(record.dC_dW, record.dC_db) for record in chain_rule(network, forward(network, X), Y)]
"""
WITHOUT_BIAS = "def weighted_input(w, x, b):\n    return sum(u * v for u, v in zip(w, x))\n"


def written(folder: Path, text: str, name: str = "mine.py") -> str:
    """Write a file into the folder; return its path."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)
