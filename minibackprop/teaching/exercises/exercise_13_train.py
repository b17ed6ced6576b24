"""Exercise 13: training with patience

When should training end? Watch the cost on examples that the network does not train on. If it has not fallen below the
best one so far for some epochs in a row, stop, and keep the best network. The patience says how many epochs.

You need not know what a network is here. step(network) returns the network after one more epoch; cost(network) returns
its cost. Compute the cost of the first network before you start: it may be the best.

By hand, with patience = 2, and costs of 9 at first and then 5, 6, 7, 4:

    epoch 1: 5 is better than 9; epoch 2: 6 is not; epoch 3: 7 is not, and that is the second in a row
    so 3 epochs were done, and the best network is that of epoch 1

An equal cost is not better. After max_epochs epochs, stop in any case.
"""


def train(network, step, cost, patience, max_epochs):
    """Return (best network, number of epochs done)."""
    raise NotImplementedError("write this function")


if __name__ == "__main__":
    costs = [9, 5, 6, 7, 4]
    print(train([0], lambda network: [network[0] + 1], lambda network: costs[network[0]], 2, 10), "should be ([1], 3)")
