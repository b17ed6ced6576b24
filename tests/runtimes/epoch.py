"""How long does an epoch take on this Python? A network 13 -> 5 -> 3 -> 1 learns the housing table.

An epoch is one step on all 506 examples at once: forward, backward, step. This needs the one-file version
with the housing table inside. The last line it prints is `one epoch: 1.23 ms`. Where Python compiles the code while it
runs, as PyPy does, the first epochs say little: `run(300, 1000)` times 300 epochs after 1000 others, and prints first
`the first 1000: 1.23 s`.
"""

import time

from minibackprop import LINEAR, Layer, Network, RandomNumbers, load_housing, train


def run(epochs: int = 3, first_epochs: int = 0) -> None:
    housing = load_housing()
    rng = RandomNumbers(7)
    sizes = [13, 5, 3, 1]
    layers = [Layer.random(sizes[k], sizes[k + 1], LINEAR, rng) for k in range(3)]
    network = Network(*layers)
    if first_epochs:
        start = time.time()
        train(network, housing.X, housing.Y, learning_rate=8e-7, epochs=first_epochs)
        print(f"the first {first_epochs}: {time.time() - start:.1f} s")
    start = time.time()
    result = train(network, housing.X, housing.Y, learning_rate=8e-7, epochs=epochs)
    seconds = time.time() - start
    assert result.costs[epochs] < result.costs[0], result.costs
    print(f"one epoch: {1000 * seconds / epochs:.2f} ms")


if __name__ == "__main__":
    run()
