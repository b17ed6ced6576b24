"""The report of any table fits into forty columns."""

from pathlib import Path

import pytest

from ...support.command import own_table, run


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_forty_columns_are_enough(encoding: str, tmp_path: Path) -> None:
    millions = "\n".join(["size,rent"] + [f"{size},{-1234567 * size}" for size in range(1, 60)])
    (tmp_path / "tiny").mkdir()
    tiny = own_table(tmp_path / "tiny", "size,rent\n1,200000\n2,400000\n", "rent")
    own = own_table(tmp_path, millions, "rent")
    for arguments in (["--epochs", "2"], ["--raw"], own, [*own, "--raw", "--epochs", "0"], tiny):
        outcome = run(*arguments, env={"COLUMNS": "40", "PYTHONIOENCODING": encoding}, encoding=encoding)
        assert outcome.status == 0
        assert [line for line in outcome.out.splitlines() if len(line) > 40] == []
