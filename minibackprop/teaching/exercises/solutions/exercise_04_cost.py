def cost(y, a):
    return sum((y_j - a_j) ** 2 for y_j, a_j in zip(y, a)) / 2


def cost_slope(y, a):
    return [a_j - y_j for y_j, a_j in zip(y, a)]
