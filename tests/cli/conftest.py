"""The fixtures for the tests of the command."""

from ..support.command_fixtures import flats, here, in_a_folder

__all__ = ["flats", "here", "in_a_folder"]
