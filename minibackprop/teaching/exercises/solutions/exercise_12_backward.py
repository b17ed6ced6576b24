def forward(network, x):
    record = []
    a_in = x
    for weights, biases, f, f_prime in network:
        z = [sum(w_i * a_i for w_i, a_i in zip(w, a_in)) + b for w, b in zip(weights, biases)]
        a = [f(z_j) for z_j in z]
        record.append((a_in, z, a))
        a_in = a
    return record


def backward(network, X, Y):
    m = len(X)
    dC_dW = [[[0.0] * len(w) for w in weights] for weights, biases, f, f_prime in network]
    dC_db = [[0.0] * len(biases) for weights, biases, f, f_prime in network]
    for x, y in zip(X, Y):
        record = forward(network, x)
        dC_da = [a_j - y_j for a_j, y_j in zip(record[-1][2], y)]
        for k in reversed(range(len(network))):
            weights, biases, f, f_prime = network[k]
            a_in, z, a = record[k]
            da_dz = [f_prime(z_j) for z_j in z]
            dC_dz = [u * v for u, v in zip(dC_da, da_dz)]
            for j in range(len(dC_dz)):
                for i in range(len(a_in)):
                    dC_dW[k][j][i] += dC_dz[j] * a_in[i] / m
                dC_db[k][j] += dC_dz[j] / m
            dC_da = [sum(w[i] * d for w, d in zip(weights, dC_dz)) for i in range(len(a_in))]
    return list(zip(dC_dW, dC_db))
