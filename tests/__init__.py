"""Tests of minibackprop: folders mirror those of the package, `core` its flat modules."""
