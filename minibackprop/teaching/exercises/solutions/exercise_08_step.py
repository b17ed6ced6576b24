def step(w, b, dC_dw, dC_db, learning_rate):
    new_w = [w_i - learning_rate * slope for w_i, slope in zip(w, dC_dw)]
    new_b = b - learning_rate * dC_db
    return new_w, new_b
