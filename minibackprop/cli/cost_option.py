"""The option --cost: which cost a network is explained or walked through with."""

import argparse
from typing import Optional

from ..costs import HALF_SQUARED_ERROR, Cost
from ..cross_entropy import COSTS

NAMES = {cost.name.replace(" ", "-"): cost for cost in COSTS.values()}


def add_cost_option(group: argparse._ActionsContainer, of: str = "") -> None:
    """Add --cost to a group of options."""
    names = ", ".join(NAMES)
    group.add_argument("--cost", choices=NAMES, metavar="COST", help=f"the cost{of}: {names} (default: the first)")


def cost_named(name: Optional[str]) -> Cost:
    """The cost that --cost names, or the usual one.

    >>> cost_named("cross-entropy"), cost_named(None)
    (Cost(cross-entropy), Cost(half squared error))
    """
    return HALF_SQUARED_ERROR if name is None else NAMES[name]
