def train(network, step, cost, patience, max_epochs):
    best, best_cost, best_epoch = network, cost(network), 0
    epoch = 0
    while epoch < max_epochs and epoch - best_epoch < patience:
        network = step(network)
        epoch += 1
        if cost(network) < best_cost:
            best, best_cost, best_epoch = network, cost(network), epoch
    return best, epoch
