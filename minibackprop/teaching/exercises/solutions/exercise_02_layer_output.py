def weighted_input(w, x, b):
    return sum(w_i * x_i for w_i, x_i in zip(w, x)) + b


def layer_output(weights, biases, x):
    return [weighted_input(w, x, b) for w, b in zip(weights, biases)]
