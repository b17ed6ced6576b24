"""The Boston housing table: 506 districts in 1970, with 13 features and a price to predict."""

from .table_reading import table_from_cells
from .tables import Names, Table, TableError

DESCRIPTION = (
    "Boston housing: 506 census tracts of the Boston area in 1970, 13 features each; the target MEDV is the median "
    "value of owner-occupied homes in $1000s, capped at 50 (16 tracts are at the cap). Source: D. Harrison and "
    "D. L. Rubinfeld, Hedonic housing prices and the demand for clean air, Journal of Environmental Economics and "
    "Management 5 (1978), by way of StatLib. The column B is built on the assumption that racial segregation raises "
    "prices; scikit-learn withdrew the table because of it. load_housing(without=('B',)) leaves the column out. "
    "See data/README.md."
)


def load_housing(without: Names = ()) -> Table:
    """Return the housing table: `.X` is 506×13, `.Y` is 506×1 in $1000s. `without` names columns to leave out.

    ColumnError, which lists the columns, if there is no such column.

    >>> load_housing()
    Table(506 rows, 13 features, 1 target)
    >>> load_housing(without=("B",))
    Table(506 rows, 12 features, 1 target)
    """
    lines = housing_text().splitlines()
    cells = [line.split(",") for line in lines]
    return table_from_cells(cells[0], cells[1:], ["MEDV"], without, DESCRIPTION)


def housing_text() -> str:
    """Return the table as CSV, from data/boston_housing.csv in the package or beside it; TableError if it is missing.

    >>> housing_text()[:13]
    'CRIM,ZN,INDUS'
    """
    folders = __file__.replace("\\", "/").split("/")[:-1]
    get_data = getattr(getattr(globals().get("__spec__"), "loader", None), "get_data", _read)
    for parents in (folders, folders[:-1]):
        try:
            contents: bytes = get_data("/".join(parents + ["data", "boston_housing.csv"]))
            return contents.decode("utf-8").replace("\r\n", "\n")
        except OSError:
            pass
    raise TableError("data/boston_housing.csv is neither in the minibackprop package nor beside it: copy it there")


def _read(path: str) -> bytes:
    """Read a file, for runtimes whose import system has no `get_data` (which can also read from a zip)."""
    with open(path, "rb") as file:
        return file.read()
