"""Right answers that are written in other ways than the solutions."""

from typing import Dict, List

RIGHT_VARIANTS: Dict[int, List[str]] = {
    1: [
        "import os\nos.system('clear')\nimport tempfile, random, logging, datetime, pathlib, threading, csv\n"
        "with tempfile.TemporaryFile('w') as file:\n    file.write('mine')\n"
        "source = open(__file__).read()\nthreading.Thread(target=print).start()\n"
        "def weighted_input(w, x, b):\n    return sum(u * v for u, v in zip(w, x)) + b\nexit()",
        "weighted_input = lambda w, x, b: b + sum(map(float.__mul__, map(float, w), map(float, x)))",
        "def weighted_input(w, x, b):\n    import numpy\n    return numpy.dot(w, x) + b",
        "def weighted_input(w, x, b):\n    return numpy_float(sum(u * v for u, v in zip(w, x)) + b)\n"
        "class numpy_float(float): pass",
        "class Neuron:\n    def __call__(self, w, x, b):\n        return [w_i * x_i for w_i, x_i in zip(w, x)][0] * 0 "
        "+ sum(w_i * x_i for w_i, x_i in zip(w, x)) + b\nweighted_input = Neuron()",
    ],
    2: [
        "def layer_output(weights, biases, x):\n    import numpy\n    return numpy.array(weights) @ x + biases",
        "def layer_output(weights, biases, x):\n    return tuple(sum(map(lambda p: p[0] * p[1], zip(w, x)), b) "
        "for w, b in zip(weights, biases))",
    ],
    3: [
        "from math import exp\n"
        "def sigmoid(z):\n    return 1 / (1 + exp(-z)) if z > -700 else 0.0\n"
        "def sigmoid_prime(z):\n    return sigmoid(z) - sigmoid(z) ** 2\n"
        "def relu_prime(z):\n    return z > 0 and 1 or 0",
    ],
    4: [
        "def cost(y, a):\n    return sum((s - t) ** 2 / 2 for s, t in zip(a, y))\n"
        "def cost_slope(y, a):\n    return list(map(lambda s, t: -(s - t), y, a))",
    ],
    5: ["def numerical_slope(C, w, h):\n    up, down = C(w + h), C(w - h)\n    return (up - down) / h / 2"],
    6: [
        "def neuron_gradient(x, y, w, b):\n    d = -(y - b - sum(u * v for u, v in zip(w, x)))\n"
        "    return [d * u for u in x], d",
    ],
    7: [
        "import numpy\n"
        "def mean_gradient(X, Y, w, b):\n    error = numpy.array(X) @ w + b - Y\n"
        "    return numpy.array(X).T @ error / len(X), error.mean()",
    ],
    8: ["def step(w, b, dC_dw, dC_db, r):\n    return [u - r * v for u, v in zip(w, dC_dw)], b - r * dC_db"],
    10: [
        "def forward(network, x):\n    return layers(network, x, [])\n"
        "def layers(network, a, record):\n    if not network: return record\n    W, b, f, _ = network[0]\n"
        "    z = [sum(u * v for u, v in zip(w, a)) + c for w, c in zip(W, b)]\n    out = tuple(map(f, z))\n"
        "    return layers(network[1:], out, record + [[a, z, out]])",
    ],
    12: [
        "import numpy\n"
        "def backward(network, X, Y):\n    A, passes = numpy.array(X).T, []\n    for W, b, f, f_prime in network:\n"
        "        Z = numpy.array(W) @ A + numpy.array(b)[:, None]\n        passes.append((A, Z))\n"
        "        A = numpy.vectorize(f)(Z)\n    dA, result = A - numpy.array(Y).T, []\n"
        "    for (W, b, f, f_prime), (A, Z) in zip(network[::-1], passes[::-1]):\n"
        "        dZ = dA * numpy.vectorize(f_prime)(Z)\n"
        "        result.insert(0, (dZ @ A.T / len(X), dZ.mean(axis=1)))\n        dA = numpy.array(W).T @ dZ\n"
        "    return result",
    ],
    13: [
        "def train(network, step, cost, patience, max_epochs):\n    seen = [(cost(network), 0, network)]\n"
        "    for epoch in range(1, max_epochs + 1):\n        if epoch - 1 - min(seen)[1] >= patience: break\n"
        "        network = step(network)\n        seen.append((cost(network), epoch, network))\n"
        "    return min(seen)[2], len(seen) - 1",
    ],
    14: [
        "import math\n"
        "def cross_entropy(y, a):\n    return sum(-math.log(t if s else 1 - t) for s, t in zip(y, a))\n"
        "def cross_entropy_delta(y, z):\n    return [0.5 * (1 + math.tanh(t / 2)) - s for s, t in zip(y, z)]",
    ],
}
