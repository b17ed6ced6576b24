"""Which table to use: the Boston houses, or a CSV file of the user's own."""

import argparse

from ..files.csv_file import load_csv
from ..housing import load_housing
from ..tables import Table
from ..validation import SettingError


def add_table_options(group: argparse._ArgumentGroup, data_help: str) -> None:
    """Add --data, --target and --without to a group of options."""
    add = group.add_argument
    add("--data", metavar="FILE.csv", help=data_help)
    add("--target", metavar="COLUMN", help="the column of your table to predict")
    add("--without", action="append", default=[], metavar="COLUMN",
        help="leave this column out; can be given several times")


def load_table(options: argparse.Namespace) -> Table:
    """Return the table that the options name. SettingError, ColumnError or TableError if there is none."""
    if (options.data is None) != (options.target is None):
        raise SettingError("--data FILE.csv and --target COLUMN go together")
    if options.data is None:
        return load_housing(options.without)
    return load_csv(options.data, [options.target], options.without)
