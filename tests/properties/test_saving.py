"""Saving: a model that is loaded is the one that was saved, to the last bit, and no damaged file gives a broken one."""

import copy
import json
import math
from pathlib import Path
from random import Random
from typing import Any, Callable, Dict, Iterator, List

import pytest

from minibackprop import (
    HALF_SQUARED_ERROR, LINEAR, Cost, Layer, Model, Network, Standardizer, load_model, save_model, to_state_dict,
)

from ..support.numbers_of_every_size import any_number
from ..support.random_cases import SOFTPLUS, Case, random_case
from ..support.seeds import with_seeds

OWN_COST = Cost("half the square", HALF_SQUARED_ERROR.c, HALF_SQUARED_ERROR.c_prime)
OWN: Dict[str, Any] = {"activations": [SOFTPLUS], "costs": [OWN_COST]}
NAMES = ["size", "", "ä", "日本", "a b", '"', "\\", "\n", "\x00", "\ud800", "\u2028", "😀", "null", "'", ",", "x" * 300]
JUNK: List[Any] = [None, True, "", "relu", [], [[]], [1.0], [[1.0, 2.0]], {}, {"layers": []}]
NUMBERS = [math.inf, math.nan, -1.0, 0, 2, 10**30]
NUM_DAMAGES = 40  # of each file


def saving_case(seed: int) -> Case:
    """A network, in every second case with numbers of any size, and examples for it."""
    case = random_case(seed)
    if seed % 2 == 0:
        return case
    layers = []
    for layer in case.network.layers:
        weights = [[any_number(case.rng) for _ in row] for row in layer.weights]
        layers.append(Layer(weights, [any_number(case.rng) for _ in layer.biases], layer.activation))
    return case._replace(network=Network(*layers))


def random_settings(case: Case, number: Callable[[], float]) -> Dict[str, Any]:
    """What may be saved with a network: each at random, or left out."""
    rng, network = case.rng, case.network
    cost = OWN_COST if case.cost is HALF_SQUARED_ERROR and rng.random() < 0.5 else case.cost
    classes = rng.random() < 0.3

    def standardizer(width: int) -> Standardizer:
        deviations = [abs(number()) or 1.0 for _ in range(width)]
        return Standardizer([number() for _ in range(width)], deviations)

    settings: Dict[str, Any] = {
        "X_standardizer": standardizer(network.num_inputs),
        "Y_standardizer": standardizer(network.num_outputs),
        "feature_names": rng.sample(NAMES, network.num_inputs),
        "target_names": rng.sample(NAMES, 1 if classes else network.num_outputs),
    }
    if classes:
        settings["classes"] = rng.sample(NAMES, max(network.num_outputs, 2))
    kept = {name: value for name, value in settings.items() if name == "target_names" or rng.random() < 0.7}
    if classes and "classes" not in kept:
        del kept["target_names"]
    return {"cost": cost, **kept}


def save_random(path: Path, seed: int) -> Any:
    """Save a random model; return its case and what was saved with it."""
    case = saving_case(seed)
    settings = random_settings(case, lambda: any_number(case.rng) if seed % 2 else case.rng.uniform(0.1, 2))
    save_model(path, case.network, **settings)
    return case, settings


def numbers_of(network: Network) -> str:
    """All weights and biases, and the activations, as text that tells -0.0 from 0.0."""
    return repr([(layer.weights, layer.biases, layer.activation) for layer in network.layers])


def outcome(call: Callable[[], object]) -> str:
    """What a call returns or, if the numbers are too large for it, how it fails."""
    try:
        return repr(call())
    except ValueError as error:
        return f"{type(error).__name__}: {error}"


@with_seeds(40)
def test_a_loaded_model_predicts_the_same_to_the_last_bit(seed: int, tmp_path: Path) -> None:
    case, settings = save_random(tmp_path / "model.json", seed)
    loaded = load_model(tmp_path / "model.json", **OWN)

    def predictions() -> object:
        X = settings["X_standardizer"].transform(case.X) if "X_standardizer" in settings else case.X
        outputs = case.network.predict_all(X)
        return settings["Y_standardizer"].inverse_transform(outputs) if "Y_standardizer" in settings else outputs

    assert outcome(lambda: loaded.predict_all(case.X)) == outcome(predictions)
    assert outcome(lambda: loaded.network.predict_all(case.X)) == outcome(lambda: case.network.predict_all(case.X))
    if seed % 2 == 0:
        assert len(loaded.predict_all(case.X)) == len(case.X)


@with_seeds(40)
def test_a_loaded_model_has_all_that_was_saved(seed: int, tmp_path: Path) -> None:
    case, settings = save_random(tmp_path / "model.json", seed)
    loaded = load_model(tmp_path / "model.json", **OWN)
    assert numbers_of(loaded.network) == numbers_of(case.network)
    assert vars(loaded.cost) == vars(settings["cost"])
    for name in ("feature_names", "target_names", "classes"):
        assert getattr(loaded, name) == settings.get(name)
    for name in ("X_standardizer", "Y_standardizer"):
        saved, found = settings.get(name), getattr(loaded, name)
        assert (saved is None) == (found is None) and (saved is None or repr(vars(saved)) == repr(vars(found)))


@with_seeds(40)
def test_saving_what_was_loaded_gives_the_same_bytes(seed: int, tmp_path: Path) -> None:
    save_random(tmp_path / "model.json", seed)
    loaded = load_model(tmp_path / "model.json", **OWN)
    save_model(
        tmp_path / "again.json", loaded.network, loaded.cost, loaded.X_standardizer, loaded.Y_standardizer,
        loaded.feature_names, loaded.target_names, loaded.classes,
    )
    assert (tmp_path / "again.json").read_bytes() == (tmp_path / "model.json").read_bytes()


@with_seeds(30)
def test_a_state_dict_has_the_numbers_of_the_layers_in_order(seed: int) -> None:
    network = saving_case(seed).network
    state_dict = to_state_dict(network)
    place = 0
    expected = {}
    for layer in network.layers:
        expected[f"{place}.weight"], expected[f"{place}.bias"] = repr(layer.weights), repr(layer.biases)
        place += 1 if layer.activation is LINEAR else 2
    assert [(name, repr(numbers)) for name, numbers in state_dict.items()] == list(expected.items())


def damaged(content: bytes, rng: Random) -> bytes:
    """The file with a byte changed, removed, added or repeated, with a part missing, or cut off."""
    place, other = sorted(rng.randrange(len(content)) for _ in range(2))
    before, after = content[:place], content[place + 1 :]
    return rng.choice([
        before + bytes([rng.randrange(256)]) + after, before + rng.choice([b"0", b"-", b"e", b'"', b"9", b","]) + after,
        before + after, before, content[place:], before + content[other:], content[:other] + content[place:],
        before + bytes([rng.randrange(256)]) + content[place:],
    ])


def with_another_value(content: bytes, rng: Random) -> bytes:
    """The file, still JSON, with something else in place of one of the values in it, or without one of them."""
    fields = json.loads(content)
    values = [value for value in containers_in(fields) if value]
    parent, other = rng.choice(values), rng.choice(values)
    keys = list(parent) if isinstance(parent, dict) else range(len(parent))
    key, sibling = rng.choice(keys), rng.choice(keys)
    if rng.random() < 0.3:
        del parent[key]
    else:
        instead = [rng.choice(JUNK), rng.choice(NUMBERS), [parent[key]], parent[sibling], other]
        parent[key] = copy.deepcopy(rng.choice(instead))
    return json.dumps(fields).replace("Infinity", rng.choice(["Infinity", "1e999"])).encode("ascii")


def containers_in(value: Any) -> Iterator[Any]:
    """Every list and dict in a value, and the value itself."""
    if isinstance(value, (list, dict)):
        yield value
        for entry in value.values() if isinstance(value, dict) else value:
            yield from containers_in(entry)


@pytest.mark.parametrize("damage", [damaged, with_another_value])
@with_seeds(25)
def test_a_damaged_file_is_refused_or_holds_a_valid_model(
    seed: int, damage: Callable[[bytes, Random], bytes], tmp_path: Path
) -> None:
    path = tmp_path / "model.json"
    case, _ = save_random(path, seed)
    content = path.read_bytes()
    for number in range(NUM_DAMAGES):
        now = damage(content, case.rng)
        path.unlink()  # a new file is written faster than one that is there
        path.write_bytes(now)
        try:
            check_valid(load_model(path, **OWN))
        except ValueError as error:
            assert str(error).startswith(f"{path}: ") and "\n" not in str(error), f"damage {number}: {now!r}"
        except Exception as error:
            raise AssertionError(f"damage {number}: {type(error).__name__}: {error}\n{now!r}") from error


def check_valid(model: Model) -> None:
    """Its parts fit together, all its numbers are finite, and it can be used."""
    numbers: List[float] = []
    for layer in model.network.layers:
        numbers += [number for row in layer.weights for number in row] + layer.biases
        assert len(layer.biases) == layer.num_neurons and {len(row) for row in layer.weights} == {layer.num_inputs}
    for layer, next_layer in zip(model.network.layers, model.network.layers[1:]):
        assert next_layer.num_inputs == layer.num_neurons
    inputs, outputs = model.network.num_inputs, model.network.num_outputs
    for standardizer, width in ((model.X_standardizer, inputs), (model.Y_standardizer, outputs)):
        if standardizer is not None:
            assert len(standardizer.means) == len(standardizer.deviations) == width
            assert min(standardizer.deviations) > 0
            numbers += standardizer.means + standardizer.deviations
    assert all(type(number) is float and math.isfinite(number) for number in numbers)
    num_targets, num_classes = outputs if model.classes is None else 1, max(outputs, 2)
    feature_names, target_names, classes = model.feature_names, model.target_names, model.classes
    for names, count in ((feature_names, inputs), (target_names, num_targets), (classes, num_classes)):
        assert names is None or len(names) == len(set(names)) == count
        assert all(type(name) is str for name in names or [])
    outcome(lambda: model.predict_all([[0.5] * inputs]))
