"""The verdict: do the three ways to compute a slope agree, and if they do not, which of them is it?"""

import math

from ..gradient_errors import TOLERANCE, relative_error

ROUNDING_OF_A_SLOPE = 1e-9  # of the sum of all sizes: where a chain and a backward pass differ by less, it is rounding


class Verdict:
    """The same slope three times: as the product of the chain, from `backward`, and as the numerical gradient.

    `problem` is empty if they agree, or it says in words which of them differs from the other two. `size` is the sum of
    the sizes of all products that add up to the slope: what rounding is measured by.

    >>> Verdict(6.0, 6.0, 6.0, uncertainty=1e-9, size=6.0).problem
    ''
    >>> Verdict(6.0, 3.0, 6.0, uncertainty=1e-9, size=6.0).problem
    'the gradient from backward is not what the other two say'
    """

    def __init__(self, product: float, gradient: float, numerical: float, uncertainty: float, size: float) -> None:
        self.product = product
        self.gradient = gradient
        self.numerical = numerical
        self.range = f": {numerical:.3g}, give or take {uncertainty:.1g}" if math.isfinite(uncertainty) else ""
        same = abs(product - gradient) <= ROUNDING_OF_A_SLOPE * size
        fits_product = relative_error(product, numerical, uncertainty) < TOLERANCE
        fits_gradient = relative_error(gradient, numerical, uncertainty) < TOLERANCE
        if same:
            self.problem = "" if fits_product or fits_gradient else (
                "the numerical gradient is not what the other two say, so a factor of the chain is wrong (or a relu is "
                "at its corner, or an activation has been rounded to 0 or 1)"
            )
        elif fits_product and fits_gradient:
            self.problem = "the first two differ, and the numerical gradient is too inexact to say which is right"
        elif fits_product:
            self.problem = "the gradient from backward is not what the other two say"
        elif fits_gradient:
            self.problem = "the product of the chain is not what the other two say"
        else:
            self.problem = "all three differ"

    def __repr__(self) -> str:
        return f"Verdict({self.problem or 'they agree'})"

    def lines(self) -> "list[str]":
        """The verdict in words, with the three numbers if they differ.

        >>> Verdict(6.0, 6.0, 6.0, uncertainty=1e-9, size=6.0).lines()
        ['The product of the chain, backward and the numerical gradient agree.']
        """
        if not self.problem and relative_error(self.product, self.numerical, uncertainty=0.0) >= TOLERANCE:
            return [
                "The product of the chain and the gradient from backward agree; the numerical gradient is too inexact "
                f"here to say more{self.range}."
            ]
        if not self.problem:
            return ["The product of the chain, backward and the numerical gradient agree."]
        return [
            f"They do not agree: {self.problem}.",
            f"the product of the chain   = {self.product:.9g}",
            f"the gradient from backward = {self.gradient:.9g}",
            f"the numerical gradient     = {self.numerical:.9g}",
        ]
