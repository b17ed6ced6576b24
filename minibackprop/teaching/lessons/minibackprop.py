"""Found instead of the package when a lesson is run straight from this folder: imports the package in its place.

Python looks first in the folder of the program that it runs, and that is this one; the package lies three folders up.
"""

import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
CHECKOUT = os.path.dirname(os.path.dirname(os.path.dirname(HERE)))

if not os.path.exists(os.path.join(CHECKOUT, "minibackprop", "__init__.py")):
    sys.exit("The lessons need the package: copy the folders minibackprop and data, not the lessons alone.")
del sys.modules["minibackprop"]
sys.path.insert(0, CHECKOUT)
import minibackprop  # noqa: E402,F401
