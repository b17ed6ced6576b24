"""Training is its steps, whoever takes them: by hand, in a loop of one's own, in two parts, or cut into shards."""

from typing import Any, Dict, Iterator, List, NamedTuple, Optional, Tuple

from minibackprop import (
    HALF_SQUARED_ERROR, RELU, Cost, DivergenceError, Epoch, Layer, LayerBackward, Network, RandomNumbers,
    TrainingResult, backward, forward, gradient_descent, gradient_step, train,
)

from ..support.random_cases import Case, Matrix, random_case, random_table, random_targets
from ..support.random_networks import Parameters, parameters_of
from ..support.seeds import with_seeds
from ..support.shared_work import AtOnce, numbers_of

State = Tuple[int, float, Parameters]  # the number of an epoch, its cost, and all weights and biases


class Settings(NamedTuple):
    """The settings of a training; the random numbers that shuffle come from this seed."""

    learning_rate: float
    epochs: int
    batch_size: Optional[int]
    seed: int


def training_case(seed: int) -> Tuple[Case, Settings]:
    """Numbers about 1, up to 12 examples, no weight moved by more than 0.1 at first, batches of any size or none."""
    case = random_case(seed, most_layers=3, most_neurons=4, ordinary=True)
    rng = case.rng
    X, Y = case.X, case.Y
    if rng.random() < 0.5:
        count = rng.randint(1, 6)
        X = X + random_table(rng, count, len(X[0]))
        Y = Y + random_targets(rng, count, len(Y[0]), case.cost)
    batch_size = rng.choice([None, rng.randint(1, len(X)), rng.randint(1, len(X))])
    records = backward(case.network, forward(case.network, X), Y, case.cost)
    steepest = max(abs(slope) for record in records for row in [*record.dC_dW, record.dC_db] for slope in row)
    learning_rate = 10 ** rng.uniform(-3, -1) / max(steepest, 1.0)
    settings = Settings(learning_rate, rng.randint(0, 6), batch_size, rng.randrange(1000))
    return case._replace(X=X, Y=Y), settings


def by_hand(case: Case, settings: Settings) -> Iterator[State]:
    """What each epoch of a training must be: forward, backward and a step for each batch of the shuffled examples."""
    network, X, Y, cost, _ = case
    rng = RandomNumbers(settings.seed)
    size = settings.batch_size or len(X)
    yield state_of(0, network, X, Y, cost)
    for number in range(1, settings.epochs + 1):
        order = list(range(len(X))) if size == len(X) else shuffled_by_hand(len(X), rng)
        for start in range(0, len(X), size):
            batch = order[start : start + size]
            forward_pass = forward(network, [X[n] for n in batch])
            backward_pass = backward(network, forward_pass, [Y[n] for n in batch], cost)
            network = step_by_hand(network, backward_pass, settings.learning_rate)
        yield state_of(number, network, X, Y, cost)


def step_by_hand(network: Network, backward_pass: List[LayerBackward], learning_rate: float) -> Network:
    layers = []
    for layer, record in zip(network.layers, backward_pass):
        weights = [[w - learning_rate * dC_dw for w, dC_dw in zip(*rows)] for rows in zip(layer.weights, record.dC_dW)]
        biases = [b - learning_rate * dC_db for b, dC_db in zip(layer.biases, record.dC_db)]
        layers.append(Layer(weights, biases, layer.activation))
    return Network(*layers)


def shuffled_by_hand(count: int, rng: RandomNumbers) -> List[int]:
    """The places from 0 on, shuffled as Fisher and Yates do: each, from the last on, changes places with one before."""
    order = list(range(count))
    for last in range(count - 1, 0, -1):
        pick = int(rng.uniform(0, last + 1))
        order[last], order[pick] = order[pick], order[last]
    return order


def state_of(number: int, network: Network, X: Matrix, Y: Matrix, cost: Cost) -> State:
    return number, cost.of(Y, network.predict_all(X)), parameters_of(network)


def states_of(epochs: List[Epoch]) -> List[State]:
    return [(epoch.number, epoch.cost, parameters_of(epoch.network)) for epoch in epochs]


def arguments_of(case: Case, settings: Settings) -> Dict[str, Any]:
    """The arguments of `train` and `gradient_descent`, with new random numbers."""
    network, X, Y, cost, _ = case
    return {
        "network": network, "X": X, "Y": Y, "learning_rate": settings.learning_rate, "epochs": settings.epochs,
        "batch_size": settings.batch_size, "rng": RandomNumbers(settings.seed), "cost": cost,
    }


def everything_in(result: TrainingResult) -> List[Any]:
    return [
        parameters_of(result.network), parameters_of(result.last.network), result.last.number, result.epoch,
        result.costs, result.held_out_costs, result.stop_reason,
    ]


@with_seeds(40)
def test_training_is_its_steps_by_hand(seed: int) -> None:
    case, settings = training_case(seed)
    expected = list(by_hand(case, settings))
    epochs: List[Epoch] = []
    result = train(**arguments_of(case, settings), on_epoch=epochs.append)
    assert states_of(epochs) == expected
    assert result.costs == [cost for _, cost, _ in expected]
    assert parameters_of(result.network) == expected[-1][2]
    assert (result.epoch, result.held_out_costs) == (settings.epochs, [])


@with_seeds(40)
def test_a_loop_of_one_s_own_trains_the_same(seed: int) -> None:
    case, settings = training_case(seed)
    assert states_of(list(gradient_descent(**arguments_of(case, settings)))) == list(by_hand(case, settings))


@with_seeds(30)
def test_a_step_is_that_by_hand(seed: int) -> None:
    network, X, Y, cost, rng = random_case(seed)
    backward_pass = backward(network, forward(network, X), Y, cost)
    learning_rate = 10 ** rng.uniform(-6, 0)
    after = gradient_step(network, backward_pass, learning_rate)
    assert parameters_of(after) == parameters_of(step_by_hand(network, backward_pass, learning_rate))
    assert [layer.activation for layer in after.layers] == [layer.activation for layer in network.layers]


@with_seeds(30)
def test_the_network_and_the_examples_are_not_changed(seed: int) -> None:
    case, settings = training_case(seed)
    before = repr([parameters_of(case.network), case.X, case.Y])
    train(**arguments_of(case, settings))
    assert repr([parameters_of(case.network), case.X, case.Y]) == before


def stopping_case(seed: int) -> Tuple[Case, Settings, Dict[str, Any]]:
    """A longer training that may stop early, with some patience and tolerance, and with held-out examples or without.

    Sometimes the steps are so small that the cost stays the same, or so large that it also grows.
    """
    case, settings = training_case(seed)
    rng = case.rng
    learning_rate = settings.learning_rate * rng.choice([1.0, 3.0, 1e-20])
    stopping: Dict[str, Any] = {"patience": rng.randint(1, 4)}
    stopping["tolerance"] = rng.choice([0.0, 0.0, 10 ** rng.uniform(-4, -1)])
    if rng.random() < 0.7:
        count = rng.randint(1, 5)
        X = random_table(rng, count, case.network.num_inputs)
        stopping["held_out"] = (X, random_targets(rng, count, case.network.num_outputs, case.cost))
    return case, settings._replace(learning_rate=learning_rate, epochs=12), stopping


@with_seeds(40)
def test_going_on_is_training_without_a_break(seed: int) -> None:
    case, settings, stopping = stopping_case(seed)
    at_once = train(**arguments_of(case, settings), **stopping)
    arguments = {**arguments_of(case, settings), **stopping}
    first = case.rng.randint(0, settings.epochs)
    so_far = train(**{**arguments, "epochs": first})
    assert everything_in(train(**arguments, so_far=so_far)) == everything_in(at_once)


@with_seeds(30)
def test_a_loop_of_one_s_own_goes_on_from_any_epoch(seed: int) -> None:
    case, settings = training_case(seed)
    at_once = states_of(list(gradient_descent(**arguments_of(case, settings))))
    arguments = arguments_of(case, settings)
    first = case.rng.randint(0, settings.epochs)
    epoch = list(gradient_descent(**{**arguments, "epochs": first}))[-1]
    arguments["network"] = epoch.network
    rest = states_of(list(gradient_descent(**arguments, first_epoch=epoch.number)))
    assert rest == at_once[first:]


@with_seeds(40)
def test_early_stopping_keeps_the_best_network(seed: int) -> None:
    case, settings, stopping = stopping_case(seed)
    patience, tolerance = stopping.pop("patience"), stopping.pop("tolerance")
    without = train(**arguments_of(case, settings), **stopping)
    watched = without.held_out_costs or without.costs
    result = train(**arguments_of(case, settings), **stopping, patience=patience, tolerance=tolerance)
    assert (result.epoch, result.last.number) == stops_at(watched, patience, tolerance)
    assert result.costs == without.costs[: result.last.number + 1]
    assert result.held_out_costs == without.held_out_costs[: result.last.number + 1]
    X, Y = stopping.get("held_out", (case.X, case.Y))
    assert case.cost.of(Y, result.network.predict_all(X)) == watched[result.epoch]
    assert case.cost.of(case.Y, result.network.predict_all(case.X)) == result.costs[result.epoch]
    if tolerance == 0.0:
        assert watched[result.epoch] == min(watched[: result.last.number + 1])


def stops_at(costs: List[float], patience: int, tolerance: float) -> Tuple[int, int]:
    """The numbers of the best epoch and of the last one."""
    best = 0
    for number, cost in enumerate(costs):
        if cost < costs[best] - tolerance:
            best = number
        if number - best == patience:
            return best, number
    return best, len(costs) - 1


@with_seeds(30)
def test_shards_train_the_same(seed: int) -> None:
    case, settings = training_case(seed)
    alone = numbers_of(train(**arguments_of(case, settings)))
    num_shards = case.rng.choice([None, 1, 2, 3, 5, 20])
    together = train(**arguments_of(case, settings), executor=AtOnce(), num_shards=num_shards)
    for number, other in zip(alone, numbers_of(together)):
        assert abs(number - other) <= 1e-9 * max(1.0, abs(number))


@with_seeds(60)
def test_divergence_is_said_and_never_trained_past(seed: int) -> None:
    """With a learning rate far too large each cost is a number, or training ends with a DivergenceError.

    A relu at the end can hide infinite weights from the cost, so every second case has one.
    """
    case, settings = training_case(seed)
    settings = settings._replace(learning_rate=10.0 ** case.rng.choice([3, 30, 308]), epochs=20)
    if seed % 2:
        last = case.network.layers[-1]
        network = Network(*case.network.layers[:-1], Layer(last.weights, last.biases, RELU))
        case = case._replace(network=network, cost=HALF_SQUARED_ERROR)
    epochs: List[Epoch] = []
    try:
        train(**arguments_of(case, settings), on_epoch=epochs.append)
    except DivergenceError as error:
        assert f"in epoch {len(epochs)}" in str(error)
    else:
        assert len(epochs) == 21
    for state in states_of(epochs):
        assert not any(word in repr(state) for word in ("nan", "inf"))
