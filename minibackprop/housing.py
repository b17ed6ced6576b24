"""The Boston housing table: 506 districts of 1970, 13 features each, and the price to predict."""

from .housing_file import housing_text
from .tables import Names, Table, table_from_cells

DESCRIPTION = (
    "Boston housing: 506 census tracts of the Boston area in 1970, 13 features each; the target MEDV is the median "
    "value of owner-occupied homes in $1000s, capped at 50 (16 tracts stand at the cap). Source: D. Harrison and "
    "D. L. Rubinfeld, Hedonic housing prices and the demand for clean air, Journal of Environmental Economics and "
    "Management 5 (1978), by way of StatLib. The column B assumes that racial segregation raises prices; for that "
    "scikit-learn withdrew this table. load_housing(without=('B',)) leaves it out. See data/README.md."
)


def load_housing(without: Names = ()) -> Table:
    """Return the housing table: `.X` is 506×13, `.Y` 506×1 in $1000s. `without` names columns to leave out.

    ColumnError, with the list of columns, if there is no such column.

    >>> load_housing()
    Table(506 rows, 13 features, 1 target)
    >>> load_housing(without=("B",))
    Table(506 rows, 12 features, 1 target)
    """
    lines = housing_text().splitlines()
    cells = [line.split(",") for line in lines]
    return table_from_cells(cells[0], cells[1:], ["MEDV"], without, DESCRIPTION)
