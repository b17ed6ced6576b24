def numerical_slope(C, w, h):
    return (C(w + h) - C(w - h)) / (2 * h)
