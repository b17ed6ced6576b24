def forward(network, x):
    record = []
    a_in = x
    for weights, biases, f, f_prime in network:
        z = [sum(w_i * a_i for w_i, a_i in zip(w, a_in)) + b for w, b in zip(weights, biases)]
        a = [f(z_j) for z_j in z]
        record.append((a_in, z, a))
        a_in = a
    return record
