"""The step page as a file: with a content-security policy that lets nothing run but the page's own script."""

import base64
import hashlib
from typing import Optional, Sequence

from ..activations import SIGMOID, Activation
from ..validation import SettingError, whole_number
from ..linalg import Rows
from ..network import Layer, Network
from ..random_numbers import RandomNumbers
from ..tables import Standardizer, Table
from ..teaching.published_examples import WorkedExample
from .page import MOST_EXAMPLES, POLICY, step_page
from .assets import SCRIPT, STYLE

Names = Sequence[str]


def policy() -> str:
    """Return the content-security policy: nothing is fetched, only the page's own style and script run.

    >>> policy().split("; ")[0]
    "default-src 'none'"
    """
    return POLICY % (_hash_of(STYLE), _hash_of(SCRIPT)) + "; require-trusted-types-for 'script'"


def page_file(
    network: Network,
    X: Rows,
    Y: Rows,
    learning_rate: float,
    epochs: int = 10,
    input_names: Optional[Names] = None,
    output_names: Optional[Names] = None,
    example_names: Optional[Names] = None,
    title: str = "One training step, step by step",
    about: str = "",
) -> str:
    """Return the step page of views.step_page, ready to be written to a file. Errors are as there.

    >>> page = page_file(Network(Layer([[2.0]], [1.0])), [[3.0]], [[5.0]], learning_rate=0.1, epochs=1)
    >>> "unsafe-inline" in page
    False
    """
    return step_page(
        network, X, Y, learning_rate, epochs, input_names, output_names, example_names, title, about, policy()
    )


def page_of_example(
    example: WorkedExample, epochs: int = 10, learning_rate: Optional[float] = None
) -> str:
    """Return the step page of a published example.

    >>> from minibackprop.teaching.published_examples import published_example
    >>> "M. Mazur" in page_of_example(published_example("mazur"), epochs=1)
    True
    """
    rate = learning_rate or example.learning_rate
    about = f"{example.source}. One example, learning rate {rate:g}; the biases are updated too."
    return page_file(example.network, [example.x], [example.y], rate, epochs, about=about)


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

    The columns are scaled by their means and deviations in the whole table; the rows are at equal distances.
    `name` says in the page which table it is. SettingError if there is too much to show.

    >>> table = Table([[1.0], [2.0], [3.0]], [[3.0], [5.0], [7.0]], ["size"], ["price"])
    >>> "Rows 1, 2 of flats.csv" in page_of_table(table, "flats.csv", epochs=1, num_rows=2)
    True
    """
    whole_number(num_rows, "the number of rows", at_least=1)
    if num_rows > MOST_EXAMPLES:
        raise SettingError(
            f"the number of rows is {num_rows}, too many to follow: choose at most {MOST_EXAMPLES}"
        )
    num_rows = min(num_rows, len(table.X))
    places = [n * len(table.X) // num_rows for n in range(num_rows)]
    X, Y = Standardizer.fit(table.X).transform(table.X), Standardizer.fit(table.Y).transform(table.Y)
    rng = RandomNumbers(seed)
    network = Network(
        Layer.random(len(X[0]), num_neurons, activation, rng), Layer.random(num_neurons, len(Y[0]), rng=rng)
    )
    rows = ", ".join(str(place + 1) for place in places)
    about = (
        f"Row{'' if num_rows == 1 else 's'} {rows} of {name} as one batch, learning rate {learning_rate:g}. "
        "All columns are scaled: (value − mean) / deviation. The slopes in weights and biases are means over "
        "the batch; all else is shown for one row at a time."
    )
    return page_file(
        network,
        [X[place] for place in places],
        [Y[place] for place in places],
        learning_rate,
        epochs,
        table.feature_names,
        table.target_names,
        [f"row {place + 1}" for place in places],
        about=about,
    )


def _hash_of(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
