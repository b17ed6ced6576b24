def backward(network, x, y):
    (weights1, biases1, f1, f1_prime), (weights2, biases2, f2, f2_prime) = network
    z1 = [sum(w_i * x_i for w_i, x_i in zip(w, x)) + b for w, b in zip(weights1, biases1)]
    a1 = [f1(z) for z in z1]
    z2 = [sum(w_i * a_i for w_i, a_i in zip(w, a1)) + b for w, b in zip(weights2, biases2)]
    a2 = [f2(z) for z in z2]

    dC_dz2 = [(a - y_j) * f2_prime(z) for a, y_j, z in zip(a2, y, z2)]
    dC_da1 = [sum(w[i] * d for w, d in zip(weights2, dC_dz2)) for i in range(len(a1))]
    dC_dz1 = [slope * f1_prime(z) for slope, z in zip(dC_da1, z1)]

    dC_dW2 = [[d * a for a in a1] for d in dC_dz2]
    dC_dW1 = [[d * x_i for x_i in x] for d in dC_dz1]
    return [(dC_dW1, dC_dz1), (dC_dW2, dC_dz2)]
