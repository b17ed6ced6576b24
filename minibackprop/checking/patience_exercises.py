"""Exercise 13: training with patience."""

from .given import CostAfterEpochs, NextEpoch
from .task import Task
from .value_exercise import ValueExercise
from .wrong_rule import WrongRule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..random_numbers import RandomNumbers
    from .task import Calls


class _Stopping:
    """Training until the cost has not improved for `patience` epochs; wrong if one of the settings is changed."""

    def __init__(
        self,
        ties_count: bool = False,
        resets: bool = True,
        extra: int = 0,
        returns_last: bool = False,
        compares_with_last: bool = False,
        ignores_first: bool = False,
    ) -> None:
        self.compares_with_last = compares_with_last
        self.ignores_first = ignores_first
        self.ties_count = ties_count
        self.resets = resets
        self.extra = extra
        self.returns_last = returns_last

    def __call__(self, network: "Any", step: "Any", cost: "Any", patience: int, max_epochs: int) -> "Any":
        best, epoch, since = network, 0, 0
        best_cost = 1e300 if self.ignores_first else cost(network)
        while epoch < max_epochs and since < patience + self.extra:
            network = step(network)
            epoch += 1
            now = cost(network)
            if now < best_cost or (self.ties_count and now == best_cost):
                best, best_cost = network, now
                since = 0 if self.resets else since
            else:
                since += 1
            best_cost = now if self.compares_with_last else best_cost
        return network if self.returns_last else best, epoch


def _calls_with_costs(rng: "RandomNumbers", shapes: "list[tuple[str, int, int]]") -> "Calls":
    """For each shape a call: + is a lower cost than any before, - a higher one than the last, = the best once more, and
    ~ a lower one than the last that is still above the best."""
    calls: "Calls" = []
    for signs, patience, max_epochs in shapes:
        costs = [round(rng.uniform(20.0, 30.0), 1)]
        for sign in signs:
            change = round(rng.uniform(0.5, 1.5), 1)
            following = {
                "+": min(costs) - change, "-": costs[-1] + change, "=": min(costs), "~": (costs[-1] + min(costs)) / 2.0,
            }
            costs.append(round(following[sign], 2))
        calls.append([[0], NextEpoch(), CostAfterEpochs(costs), patience, max_epochs])
    return calls


TRAIN = ValueExercise(
    13, "training with patience", 9, 5,
    [
        Task(
            "train", "network, step, cost, patience, max_epochs", _Stopping(),
            [[0], NextEpoch(), CostAfterEpochs([9.0, 5.0, 6.0, 7.0, 4.0]), 2, 10],
            [
                ("it stops improving", lambda rng: _calls_with_costs(rng, [("+-+--+", 2, 20), ("+--~~+", 3, 20)])),
                ("the first network is the best", lambda rng: _calls_with_costs(rng, [("--~-", 2, 20), ("---", 9, 3)])),
                ("it has all its epochs", lambda rng: _calls_with_costs(rng, [("++++-", 2, 3), ("+-+-+-+", 3, 5)])),
                ("a cost that stays the same", lambda rng: _calls_with_costs(rng, [("+==+", 2, 20), ("+=-+", 3, 20)])),
            ],
            [
                WrongRule(
                    "last-not-best", "The last network is returned, but the best one was seen earlier.",
                    "return the last network", "return the network with the lowest cost",
                    "Training has gone on for a while after the best epoch. Which network do you return?",
                    [_Stopping(returns_last=True)],
                ),
                WrongRule(
                    "patience-unused", "It stops at the first epoch that is not better, whatever the patience is.",
                    "stop after 1 epoch without a better cost", "stop after `patience` epochs in a row without one",
                    "Which of the arguments does your function never use?",
                    [lambda network, step, cost, patience, most: _Stopping()(network, step, cost, 1, most)],
                ),
                WrongRule(
                    "one-epoch-too-patient", "It stops one epoch too late.",
                    "stop after patience + 1 epochs", "stop after `patience` epochs without a better cost",
                    "With patience = 1, how many bad epochs does your function allow?",
                    [_Stopping(extra=1)],
                ),
                WrongRule(
                    "one-epoch-too-impatient", "It stops one epoch too early.",
                    "stop after patience − 1 epochs", "stop after `patience` epochs without a better cost",
                    "With patience = 2, how many bad epochs does your function allow?",
                    [_Stopping(extra=-1)],
                ),
                WrongRule(
                    "not-in-a-row", "All epochs without a better cost are counted, but only those in a row should be.",
                    "stop after `patience` bad epochs in all", "stop after `patience` bad epochs in a row",
                    "What happens to your counter when the cost is better again?",
                    [_Stopping(resets=False)],
                ),
                WrongRule(
                    "ties-count",
                    "An equal cost counts as better, so training never stops while the cost stays the same.",
                    "better: cost ≤ best cost", "better: cost < best cost",
                    "Is a cost that has not changed an improvement?",
                    [_Stopping(ties_count=True)],
                ),
                WrongRule(
                    "compared-with-the-last", "Each cost is compared with the one before it, not with the best so far.",
                    "better: cost < cost of the epoch before", "better: cost < best cost so far",
                    "The costs are 5, 8, 7. Is 7 an improvement?",
                    [_Stopping(compares_with_last=True)],
                ),
                WrongRule(
                    "first-cost-unused", "The first network does not take part, but it may be the best of all.",
                    "best cost = infinity at first", "best cost = the cost of the first network",
                    "If every epoch makes it worse, which network should be returned?",
                    [_Stopping(ignores_first=True)],
                ),
                WrongRule(
                    "one-epoch-uncounted", "The number of epochs is one too low.",
                    "(best network, epochs − 1)", "(best network, epochs)",
                    "Does your count begin at 0, and is the last epoch counted too?",
                    [lambda *arguments: (_Stopping()(*arguments)[0], _Stopping()(*arguments)[1] - 1)],
                ),
                WrongRule(
                    "never-better",
                    "No network ever counts as better: the best cost is 0 at first, or the result of step is not kept.",
                    "best cost = 0 at first, or step(network) alone",
                    "best cost = cost(network) at first, and network = step(network)",
                    "Which cost can be lower than your first best cost? And what do you do with what step returns?",
                    [lambda network, step, cost, patience, most: (network, min(patience, most))],
                ),
                WrongRule(
                    "no-maximum", "Training goes on after max_epochs.",
                    "stop only when patience runs out", "also stop after max_epochs",
                    "Which of the arguments does your function never use?",
                    [lambda network, step, cost, patience, most: _Stopping()(network, step, cost, patience, 1000)],
                ),
            ],
        ),
    ],
    [
        "For some epochs the cost has not fallen. When do you give up, and which network do you keep?",
        "Keep the best network and its cost; count the epochs since then; stop when they are as many as `patience`.",
        "if cost(network) < best_cost:\n    best, best_cost, since = network, cost(network), 0\nelse:\n    since += 1",
    ],
    "early stopping keeps the best network, and patience keeps a single bad epoch from ending the training",
)
