"""Which table to use: the Boston houses, or a CSV file of the user's own."""

import argparse

from ..files.csv_file import load_csv
from ..housing import load_housing
from ..tables import Table
from ..validation import SettingError


def add_table_options(group: argparse._ArgumentGroup, data_help: str) -> None:
    """Add --data, --target, --without, --drop-missing and --classify to a group of options."""
    add = group.add_argument
    add("--data", metavar="FILE.csv", help=data_help)
    add("--target", metavar="COLUMN", help="the column of your table to predict")
    add("--without", action="append", default=[], metavar="COLUMN",
        help="leave this column out; can be given several times")
    add("--drop-missing", action="store_true", help="leave out the rows of your table that have an empty cell")
    add("--classify", action="store_true",
        help="the numbers in the target column are classes (words always are)")


def load_table(options: argparse.Namespace) -> Table:
    """Return the table that the options name. SettingError, ColumnError or TableError if there is none."""
    if (options.data is None) != (options.target is None):
        raise SettingError("--data FILE.csv and --target COLUMN go together")
    if options.data is not None:
        return load_csv(options.data, [options.target], options.without, options.drop_missing, options.classify)
    for option, is_given in (("--drop-missing", options.drop_missing), ("--classify", options.classify)):
        if is_given:
            raise SettingError(f"{option} is for a table of your own: give --data and --target too")
    return load_housing(options.without)
