# %% [markdown]
# # 4. One layer learns
#
# About 15 minutes. After this lesson you can train a layer on a whole table, and
# compare its predictions with the right prices. You can also say what happens if the
# learning rate is too small or too large.

# %% [markdown]
# ## The gradient for many houses
#
# In lesson 3 there was one house and one weight. Now there are 506 houses, 13 weights
# and a bias. The cost is the mean over the houses, so each slope is a mean over the
# houses, too. The letter **i** counts the inputs, from 1 to 13. The sign **Σ** means:
# add up over all *m* houses.
#
#     ∂C/∂wᵢ = 1/m · Σ (a − y) · xᵢ
#     ∂C/∂b = 1/m · Σ (a − y)
#
# In Python, these are two loops:

# %%
from minibackprop import Layer, RandomNumbers, Vector, load_housing

housing = load_housing()


def predict(weights: Vector, bias: float, x: Vector) -> float:
    return sum([w_i * x_i for w_i, x_i in zip(weights, x)]) + bias


def mean_gradient(weights: Vector, bias: float) -> tuple:
    m = len(housing.X)
    dC_dw, dC_db = [0.0] * len(weights), 0.0
    for x, target in zip(housing.X, housing.Y):
        a = predict(weights, bias, x)
        dC_da = a - target[0]
        for i, x_i in enumerate(x):
            dC_dw[i] += dC_da * x_i / m
        dC_db += dC_da / m
    return dC_dw, dC_db


# %% [markdown]
# The layer of lesson 1, with its random weights, predicts prices of several hundred
# thousand dollars. All of them are far too high.
#
# **Predict.** Is ∂C/∂b positive or negative?
#
# - positive
# - negative

# %%
layer = Layer.random(13, 1, rng=RandomNumbers(seed=3))
weights, bias = list(layer.weights[0]), layer.biases[0]
dC_dw, dC_db = mean_gradient(weights, bias)
answer = "positive" if dC_db > 0 else "negative"
print(f"dC/db = {dC_db:.1f}")
for name, slope in zip(housing.feature_names, dC_dw):
    print(f"dC/dw of {name} = {slope:.1f}")

# %% [markdown]
# The mean of *a* − *y* is ∂C/∂b, so on average the predictions are 409 too high. The
# slopes of the weights differ by a factor of several thousand: TAX and B have large
# numbers, and the input is a factor of the slope.

# %% [markdown]
# ## 200 steps
#
# Now we take the step of lesson 3 again and again. One pass over all the houses is
# called an epoch. The learning rate is 0.0000008, which is written `8e-7`. It has to be
# tiny, because some of the slopes are so large.
#
# **Predict.** At the start the mean cost is about 91,000. "Always the mean price" costs
# 42. How much does our layer cost after 200 epochs?
#
# - less than 42
# - between 42 and 1,000
# - more than 1,000

# %%
def mean_cost(weights: Vector, bias: float) -> float:
    total = 0.0
    for x, target in zip(housing.X, housing.Y):
        error = predict(weights, bias, x) - target[0]
        total += 0.5 * error * error
    return total / len(housing.X)


learning_rate = 8e-7
for epoch in range(1, 201):
    dC_dw, dC_db = mean_gradient(weights, bias)
    for i, slope in enumerate(dC_dw):
        weights[i] = weights[i] - learning_rate * slope
    bias = bias - learning_rate * dC_db
    if epoch in (1, 2, 3, 10, 50, 100, 200):
        print(f"after epoch {epoch} the cost is {mean_cost(weights, bias):.1f}")

last_cost = mean_cost(weights, bias)
answer = "less than 42"
if last_cost > 42:
    answer = "between 42 and 1,000"
if last_cost > 1000:
    answer = "more than 1,000"

# %% [markdown]
# It learns. To be honest, it has not learned enough: "always the mean price" is still
# better. The large columns force the learning rate to be tiny, and with it the small
# columns hardly learn at all. Lesson 8 fixes that.
#
# The library does the same with `train`:

# %%
from minibackprop import Network, train

before = Network(layer)
result = train(before, housing.X, housing.Y, learning_rate=8e-7, epochs=200)
after = result.network
print(f"by hand:        {last_cost:.6f}")
print(f"by the library: {result.costs[-1]:.6f}")

# %% [markdown]
# ## Ten houses, before and after
#
# Here are ten houses with their own prices, and what the layer predicts before and
# after it has learned:

# %%
ten = range(120, 130)
for i in ten:
    actual, x = housing.Y[i][0], housing.X[i]
    untrained, trained = before.predict(x)[0], after.predict(x)[0]
    print(f"actual {actual:5.1f}   before {untrained:6.1f}   after {trained:5.1f}")

# %% [markdown]
# ## Whose price is it?
#
# Here is a common mistake. Somebody keeps the ten predictions, but takes the ten prices
# from the top of the table, and pairs them with `zip`. Python does not complain: there
# are ten of each.
#
# **Predict.** With the prices of other houses, the cost of these ten predictions
# becomes …
#
# - smaller
# - about the same
# - much larger

# %%
from minibackprop import HALF_SQUARED_ERROR

predictions = [after.predict(housing.X[i]) for i in ten]
own_prices = [housing.Y[i] for i in ten]
other_prices = housing.Y[:10]
own_cost = HALF_SQUARED_ERROR.of(own_prices, predictions)
other_cost = HALF_SQUARED_ERROR.of(other_prices, predictions)
answer = "about the same"
if other_cost < 0.5 * own_cost:
    answer = "smaller"
if other_cost > 2 * own_cost:
    answer = "much larger"
print(f"with their own prices: {own_cost:.1f}   with other prices: {other_cost:.1f}")

# %% [markdown]
# It is about ten times as large. It can go the other way, too, as with these ten
# houses:

# %%
for name, its_prices in (("own", housing.Y[400:410]), ("other", housing.Y[:10])):
    cost = HALF_SQUARED_ERROR.of(its_prices, after.predict_all(housing.X[400:410]))
    print(f"houses 400 to 409 with {name} prices: {cost:.1f}")

# %% [markdown]
# Here the wrong prices make the cost look smaller than it is. A number can look
# plausible and still be wrong. Always check that row and price belong together.

# %% [markdown]
# ## How large is a good step?
#
# Now we make the learning rate ten times as large, 8e-6.
#
# **Predict.** What happens to the cost?
#
# - it falls ten times as fast
# - it falls a little faster
# - it grows without end

# %%
fast = train(before, housing.X, housing.Y, learning_rate=8e-6, epochs=20)
for epoch in (0, 1, 2, 5, 10, 20):
    print(f"after epoch {epoch} the cost is {fast.costs[epoch]:.0f}")
answer = "it falls a little faster"
if fast.costs[20] < result.costs[200]:
    answer = "it falls ten times as fast"
if fast.costs[20] > fast.costs[0]:
    answer = "it grows without end"

# %% [markdown]
# Each step jumps over the lowest point, and lands higher up on the other side. There
# the slope is even steeper, so that the next jump is larger still. This is called
# divergence.
#
# You can see it with a single weight. The curve is the cost of the house of lesson 3,
# without the bias, and the points are ten steps down, joined by lines.
#
# **Predict.** There is a learning rate at which the very first step lands on the lowest
# point. If you double that rate, the steps …
#
# - arrive twice as fast
# - jump from side to side, and never get lower
# - stay where they are

# %%
from minibackprop import Plot, Slider

num_rooms, its_price = 6.575, 24.0
best_rate = 1 / (num_rooms * num_rooms)


def cost_at(w: float) -> float:
    return 0.5 * (its_price - w * num_rooms) * (its_price - w * num_rooms)


def ten_steps(rate: float) -> Vector:
    path = [1.0]
    for step in range(10):
        w = path[-1]
        path.append(w - rate * (w * num_rooms - its_price) * num_rooms)
    return path


grid = [i / 10 for i in range(-40, 111)]
plots = []
for percent in (2, 5, 10, 20, 40, 60, 80, 100, 120, 140, 160, 180, 190, 200, 205, 210):
    rate = percent / 100 * best_rate
    path = ten_steps(rate)
    title = f"learning rate {rate:.4f}: after ten steps, C = {cost_at(path[-1]):.3g}"
    plot = Plot("weight w", "cost C", title, y_range=(0, 600))
    plot.curve("C", grid, [cost_at(w) for w in grid])
    plot.path("ten steps", path, [cost_at(w) for w in path])
    plots.append(plot)

path = ten_steps(2 * best_rate)
answer = "arrive twice as fast"
if cost_at(path[-1]) > 0.99 * cost_at(path[0]):
    moved = abs(path[1] - path[0]) > 0.01
    answer = "stay where they are"
    if moved:
        answer = "jump from side to side, and never get lower"
picture = Slider("the learning rate", plots)
print(picture)

# %% [markdown]
# Below the best rate the steps come down on one side. Above it they jump from side to
# side, and still come down. At twice the best rate and above, they no longer come down.

# %% [markdown]
# ## Watching a line
#
# With one input, a linear neuron is a straight line. We give it the number of rooms
# only. The rooms are standardized: 0 stands for the average number of rooms. The line
# starts flat, at a price of 0.
#
# **Predict.** When the line has learned, which price does it predict for a house with
# the average number of rooms?

# %%
from minibackprop import Standardizer, gradient_descent

rooms = [[house[5]] for house in housing.X]
R = Standardizer.fit(rooms).transform(rooms)
xs, prices = [row[0] for row in R], [row[0] for row in housing.Y]
ends = [-4.0, 4.0]
flat = Network(Layer([[0]], [0]))
plots = []
for done in gradient_descent(flat, R, housing.Y, learning_rate=0.1, epochs=60):
    network = done.network
    if done.number in (0, 1, 2, 3, 4, 6, 8, 10, 15, 20, 30, 40, 60):
        title = f"after epoch {done.number}: the cost is {done.cost:.1f}"
        plot = Plot("rooms (standardized)", "price", title, y_range=(-20, 60))
        plot.points("houses", xs, prices)
        plot.curve("the layer", ends, [network.predict([end])[0] for end in ends])
        plots.append(plot)

answer = network.predict([0.0])[0]
picture = Slider("the epoch", plots)
print(picture)

# %% [markdown]
# First the line moves up to where the houses are, and at the same time it tilts. The
# steps get smaller and smaller, because the slopes become smaller, too. At the average
# number of rooms, it predicts the mean of all prices, which is 22.5.

# %% [markdown]
# ## Your turn
#
# **Modify.** Train on the raw table for 2,000 epochs instead of 200, with `train`. Does
# it get below 42?
#
# **Make.** Find the largest learning rate for the raw table that does not diverge, to
# one digit. How many times 8e-7 is it?

# %% [markdown]
# ## Next
#
# All the neurons so far were linear. Lesson 5 shows three other activation functions,
# and what their slopes do.
