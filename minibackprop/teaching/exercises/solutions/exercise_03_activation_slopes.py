import math


def sigmoid(z):
    if z < 0:
        return math.exp(z) / (1 + math.exp(z))
    return 1 / (1 + math.exp(-z))


def sigmoid_prime(z):
    a = sigmoid(z)
    return a * (1 - a)


def relu_prime(z):
    return 1 if z > 0 else 0
