import math


def sigmoid(z):
    return 1 / (1 + math.exp(-z)) if z >= 0 else math.exp(z) / (1 + math.exp(z))


def cross_entropy(y, a):
    return -sum(y_j * math.log(a_j) + (1 - y_j) * math.log(1 - a_j) for y_j, a_j in zip(y, a))


def cross_entropy_delta(y, z):
    return [sigmoid(z_j) - y_j for y_j, z_j in zip(y, z)]
