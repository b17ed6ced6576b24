def neuron_gradient(x, y, w, b):
    a = sum(w_i * x_i for w_i, x_i in zip(w, x)) + b
    error = a - y
    return [error * x_i for x_i in x], error
