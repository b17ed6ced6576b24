"""Every Python runtime that minibackprop is tried on, and the drivers that run a script there."""
