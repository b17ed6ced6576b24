def neuron_gradient(x, y, w, b):
    error = sum(w_i * x_i for w_i, x_i in zip(w, x)) + b - y
    return [error * x_i for x_i in x], error


def mean_gradient(X, Y, w, b):
    dC_dw = [0] * len(w)
    dC_db = 0
    for x, y in zip(X, Y):
        slopes, slope = neuron_gradient(x, y, w, b)
        dC_dw = [total + s for total, s in zip(dC_dw, slopes)]
        dC_db += slope
    return [total / len(X) for total in dC_dw], dC_db / len(X)
