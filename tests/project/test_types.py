"""mypy --strict over the package and the tests, and over a user's code."""

from pathlib import Path

from ..support.type_checker import mypy


def test_package_and_tests_pass_mypy_strict() -> None:
    result = mypy()
    assert result.returncode == 0, result.stdout


def test_a_wrong_type_in_a_user_s_code_is_caught(tmp_path: Path) -> None:
    user = tmp_path / "user.py"
    user.write_text(
        "from minibackprop import Layer, Network, load_housing, train\n"
        "housing = load_housing()\n"
        "network = Network(Layer(((1, 2), (3, 4)), (0, 0)))\n"
        "train(network, housing.X, housing.Y, learning_rate=0.1, epochs=3)\n"
        "network.predict('text')\n"
        "Layer([[1.0]], [0.0], 'sigmoid')\n"
        "train(network, housing.X, housing.Y, learning_rate='fast', epochs=3)\n",
        encoding="utf-8",
    )
    result = mypy("--strict", str(user))
    lines = [line.split(":")[1] for line in result.stdout.splitlines() if ": error:" in line]
    assert lines == ["5", "6", "7"], result.stdout
