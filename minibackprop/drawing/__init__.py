"""Drawings: networks, learning curves, predictions and activation functions, as SVG or as text."""
