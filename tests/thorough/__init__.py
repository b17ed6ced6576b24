"""Tests that take long, in folders that mirror those of `tests`: a bare `pytest` leaves them out."""
