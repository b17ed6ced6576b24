"""Numbers for the calls of an exercise, drawn at random, with few digits so that one can work with them by hand."""

from ..activations import Activation
from ..linalg import Matrix, Vector
from ..network import Layer, Network
from ..random_numbers import RandomNumbers

MOST = 3.0
FIRST_SECRET_SEED = 1000  # those below are for the numbers that are the same for everybody


def numbers_for(usual_seed: int, seed: "int | None") -> RandomNumbers:
    """The random numbers for the calls of an exercise: the usual ones, or those of a seed that is a secret.

    >>> numbers_for(7, None), numbers_for(7, 7)
    (RandomNumbers(state 2036028413), RandomNumbers(state 989026045))
    """
    return RandomNumbers(usual_seed if seed is None else FIRST_SECRET_SEED + seed)


def drawn_number(rng: RandomNumbers, most: float = MOST) -> float:
    """A number between −3 and 3, or −most and most, with one digit after the point, but not 0.

    >>> drawn_number(RandomNumbers(7))
    1.3
    """
    number = round(rng.uniform(-most, most), 1)
    return number if number != 0.0 else 0.5


def drawn_vector(rng: RandomNumbers, length: int, most: float = MOST) -> Vector:
    """So many numbers.

    >>> len(drawn_vector(RandomNumbers(7), 3))
    3
    """
    return [drawn_number(rng, most) for _ in range(length)]


def drawn_rows(rng: RandomNumbers, num_rows: int, length: int, most: float = MOST) -> Matrix:
    """So many rows of so many numbers.

    >>> len(drawn_rows(RandomNumbers(7), 2, 3))
    2
    """
    return [drawn_vector(rng, length, most) for _ in range(num_rows)]


def drawn_network(
    rng: RandomNumbers, sizes: "list[int]", activations: "list[Activation]", most: float = MOST
) -> Network:
    """A network with layers of these sizes, from the number of inputs on.

    >>> from minibackprop import RELU
    >>> drawn_network(RandomNumbers(7), [2, 3], [RELU])
    Network(2 -> 3)
    """
    pairs = zip(sizes, sizes[1:], activations)
    layers = []
    for num_inputs, num_neurons, activation in pairs:
        weights = drawn_rows(rng, num_neurons, num_inputs, most)
        layers.append(Layer(weights, drawn_vector(rng, num_neurons, most), activation))
    return Network(*layers)
