"""What a step page can be about: a published example, or a few rows of a table."""

from typing import Optional

from ..activations import SIGMOID, Activation
from ..costs import HALF_SQUARED_ERROR
from ..cross_entropy import SOFTMAX_CROSS_ENTROPY
from ..network import Layer, Network
from ..random_numbers import RandomNumbers
from ..standardizer import Standardizer
from ..tables import Table
from ..teaching.published_examples import WorkedExample
from ..validation import SettingError, whole_number
from .page import step_page
from .records import MOST_EXAMPLES


def page_of_example(example: WorkedExample, epochs: int = 10, learning_rate: Optional[float] = None) -> str:
    """Return the step page of a published example.

    >>> from minibackprop.teaching.published_examples import published_example
    >>> "M. Mazur" in page_of_example(published_example("mazur"), epochs=1)
    True
    """
    rate = learning_rate or example.learning_rate
    about = f"{example.source}. One example, learning rate {rate:g}; the biases are updated too."
    return step_page(example.network, [example.x], [example.y], rate, epochs, about=about)


def page_of_table(
    table: Table,
    name: str,
    num_neurons: int = 4,
    activation: Activation = SIGMOID,
    learning_rate: float = 0.5,
    epochs: int = 10,
    num_rows: int = 5,
    seed: int = 0,
) -> str:
    """Return the step page of a random network, inputs -> num_neurons -> targets, on a few rows of a table.

    The rows are evenly spaced through the table; all columns are standardized with the means and standard deviations
    of the whole table. If the target is a class, there is an output for each class, with softmax cross-entropy as the
    cost. `name` is what the page calls the table. SettingError if there is too much to show.

    >>> table = Table([[1.0], [2.0], [3.0]], [[3.0], [5.0], [7.0]], ["size"], ["price"])
    >>> "Rows 1, 2 of flats.csv" in page_of_table(table, "flats.csv", epochs=1, num_rows=2)
    True
    """
    whole_number(num_rows, "the number of rows", at_least=1)
    if num_rows > MOST_EXAMPLES:
        raise SettingError(f"the number of rows is {num_rows}, too many to follow: choose at most {MOST_EXAMPLES}")
    num_rows = min(num_rows, len(table.X))
    places = [n * len(table.X) // num_rows for n in range(num_rows)]
    X = Standardizer.fit(table.X).transform(table.X)
    Y = table.Y if table.classes else Standardizer.fit(table.Y).transform(table.Y)
    rng = RandomNumbers(seed)
    network = Network(
        Layer.random(len(X[0]), num_neurons, activation, rng), Layer.random(num_neurons, len(Y[0]), rng=rng)
    )
    columns = "The columns of the inputs" if table.classes else "All columns"
    rows = ", ".join(str(place + 1) for place in places)
    about = (
        f"Row{'' if num_rows == 1 else 's'} {rows} of {name} as one batch, learning rate {learning_rate:g}. "
        f"{columns} are standardized: (value − mean) / standard deviation. The gradients of the cost with "
        "respect to weights and biases are means over the batch; everything else is shown for one row at a time."
    )
    return step_page(
        network,
        [X[place] for place in places],
        [Y[place] for place in places],
        learning_rate,
        epochs,
        table.feature_names,
        table.classes or table.target_names,
        [f"row {place + 1}" for place in places],
        about=about,
        cost=SOFTMAX_CROSS_ENTROPY if table.classes else HALF_SQUARED_ERROR,
    )
