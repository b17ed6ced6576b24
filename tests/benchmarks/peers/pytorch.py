"""PyTorch, in double precision: a Sequential of Linear and activations, autograd, and SGD."""

from importlib import import_module

from ..job import Job

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ..job import Weights

NAME = "PyTorch"
HOW = "pip install torch"


def cannot(job: Job) -> str:
    return ""


def train(job: Job) -> "Weights":
    torch: "Any" = import_module("torch")
    nn = torch.nn
    modules, linears = [], []
    for (w, b), name in zip(job.weights, job.activations):
        linear = nn.Linear(len(w[0]), len(w)).double()
        linear.load_state_dict({"weight": tensor(w), "bias": tensor(b)})
        linears.append(linear)
        modules.append(linear)
        if name != "linear":
            modules.append({"relu": nn.ReLU, "sigmoid": nn.Sigmoid}[name]())
    model = nn.Sequential(*modules)
    optimizer = torch.optim.SGD(model.parameters(), lr=job.learning_rate)
    all_X, all_Y = tensor(job.X), tensor(job.Y)
    for batch in job.batches():
        X, Y = (all_X, all_Y) if job.batch_size is None else (all_X[batch], all_Y[batch])
        optimizer.zero_grad()
        (0.5 * ((model(X) - Y) ** 2).sum(1).mean()).backward()
        optimizer.step()
    return [(linear.weight.tolist(), linear.bias.tolist()) for linear in linears]


def tensor(values: "Any") -> "Any":
    torch: "Any" = import_module("torch")
    return torch.tensor(values, dtype=torch.float64)
