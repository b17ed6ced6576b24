def weighted_input(w, x, b):
    z = b
    for w_i, x_i in zip(w, x):
        z += w_i * x_i
    return z
