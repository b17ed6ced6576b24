def mean_gradient(X, Y, w, b):
    errors = [sum(w_i * x_i for w_i, x_i in zip(w, x)) + b - y for x, y in zip(X, Y)]
    dC_dw = [sum(error * x[i] for error, x in zip(errors, X)) / len(X) for i in range(len(w))]
    return dC_dw, sum(errors) / len(X)


def train_layer(X, Y, w, b, learning_rate, epochs):
    for _ in range(epochs):
        dC_dw, dC_db = mean_gradient(X, Y, w, b)
        w = [w_i - learning_rate * slope for w_i, slope in zip(w, dC_dw)]
        b = b - learning_rate * dC_db
    return w, b
