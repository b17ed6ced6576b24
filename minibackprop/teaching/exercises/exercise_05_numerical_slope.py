"""Exercise 5: a slope without the chain rule

How does the cost C change with one weight w? Without any rule, you can find out by trying: move w by a small h to the
right and to the left, and look at C in both places. The slope is the change of C divided by that of w:

    ∂C/∂w ≈ (C(w + h) − C(w − h)) / (2·h)

By hand, with C(w) = w³, w = 2 and h = 0.5:

    (2.5³ − 1.5³) / (2·0.5) = (15.625 − 3.375) / 1 = 12.25

The exact slope there is 12. A smaller h gets closer, until rounding errors take over.
"""


def numerical_slope(C, w, h):
    """Return the slope. C is a function: C(w) is the cost at the weight w."""
    raise NotImplementedError("write this function")


if __name__ == "__main__":
    print(numerical_slope(lambda w: w ** 3, 2, 0.5), "should be 12.25")
