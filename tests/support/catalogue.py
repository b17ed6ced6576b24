"""Each version of each mistake in the catalogue, for tests that try them all."""

from typing import List, Tuple

import pytest

from minibackprop import MISTAKES
from minibackprop.diagnosis.version import Version

VERSIONS: List[Tuple[str, int, Version]] = [
    (name, number, version) for name in MISTAKES for number, version in enumerate(MISTAKES[name].versions)
]
each_version = pytest.mark.parametrize(
    "name, number, version", VERSIONS, ids=[f"{name} {number}" for name, number, _ in VERSIONS]
)
