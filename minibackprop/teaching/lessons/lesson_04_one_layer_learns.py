# %% [markdown]
# # 4. One layer learns
#
# About 15 minutes. After this lesson you can train a layer on a whole table, compare
# its predictions with the right prices, and say what happens if the learning rate is
# too small or too large.

# %% [markdown]
# ## The gradient for many houses
#
# In lesson 3 there was one house and one weight. Now there are 506 houses, 13 weights
# and a bias. The cost is the mean over the houses, so each slope is a mean over the
# houses, too. The sign **Σ** means: add up over all *m* houses.
#
#     ∂C/∂wᵢ = 1/m · Σ (a − y) · xᵢ
#     ∂C/∂b = 1/m · Σ (a − y)
#
# Here **i** counts the inputs, from 1 to 13. In Python, these are two loops:

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
# thousand dollars. Nearly all of them are far too high.
#
# **Predict.** Which sign does ∂C/∂b have?
#
# - above 0
# - below 0

# %%
layer = Layer.random(13, 1, rng=RandomNumbers(seed=3))
weights, bias = layer.weights[0], layer.biases[0]
dC_dw, dC_db = mean_gradient(weights, bias)
answer = "above 0" if dC_db > 0 else "below 0"
print("dC/db =", round(dC_db, 1))
for name, slope in zip(housing.feature_names, dC_dw):
    print("dC/dw of", name, "=", round(slope, 1))

# %% [markdown]
# The mean of *a* − *y* is ∂C/∂b, so on average the predictions are 409 too high. The
# slopes of the weights differ by a factor of several thousand: TAX and B have large
# numbers, and the input is a factor of the slope.

# %% [markdown]
# ## 200 steps
#
# Now we take the step of lesson 3 again and again. One pass over all the houses is
# called an epoch. The learning rate is 0.0000008, which is written `8e-7`. It has to be
# this tiny, as some of the slopes are so large.
#
# **Predict.** At the start the mean cost is about 91,000. "Always the mean price" costs
# 42. How much does our layer cost after 200 epochs?
#
# - less than 42
# - between 42 and 1,000
# - more than 1,000

# %%
costs = []
learning_rate = 8e-7
for epoch in range(200):
    dC_dw, dC_db = mean_gradient(weights, bias)
    weights = [w_i - learning_rate * slope for w_i, slope in zip(weights, dC_dw)]
    bias = bias - learning_rate * dC_db
    errors = [predict(weights, bias, x) - target[0] for x, target in zip(housing.X, housing.Y)]
    costs.append(sum([0.5 * error * error for error in errors]) / len(errors))
    if epoch in (0, 1, 2, 9, 49, 99, 199):
        print("after epoch", epoch + 1, "the cost is", round(costs[-1], 1))
answer = "less than 42"
if costs[-1] > 42:
    answer = "between 42 and 1,000"
if costs[-1] > 1000:
    answer = "more than 1,000"

# %% [markdown]
# It learns. But it is honest to say that it has not learned enough: "always the mean
# price" is still better. The large columns force the learning rate to be tiny, and with
# it the small columns hardly learn at all. Lesson 8 mends that.
#
# The library does the same with `train`:

# %%
from minibackprop import Network, train

before = Network(layer)
result = train(before, housing.X, housing.Y, learning_rate=8e-7, epochs=200)
after = result.network
print("by hand:", round(costs[-1], 6), "   by the library:", round(result.costs[-1], 6))

# %% [markdown]
# ## Ten houses, before and after
#
# Here are ten houses with their own prices, and what the layer predicts before and
# after it has learned:

# %%
ten = range(120, 130)
for i in ten:
    print(
        f"actual {housing.Y[i][0]:5.1f}   before {before.predict(housing.X[i])[0]:6.1f}"
        f"   after {after.predict(housing.X[i])[0]:5.1f}"
    )

# %% [markdown]
# ## Whose price is it?
#
# A common mistake comes now. Somebody keeps the ten predictions, but takes the ten
# prices from the top of the table, and pairs them with `zip`. Python does not complain:
# there are ten of each.
#
# **Predict.** With the prices of other houses, the cost of these ten predictions
# becomes …
#
# - a little different
# - about ten times as large

# %%
from minibackprop import HALF_SQUARED_ERROR

predictions = [after.predict(housing.X[i]) for i in ten]
own_prices = [housing.Y[i] for i in ten]
other_prices = housing.Y[:10]
own_cost = HALF_SQUARED_ERROR.of(own_prices, predictions)
other_cost = HALF_SQUARED_ERROR.of(other_prices, predictions)
answer = "about ten times as large" if 8 < other_cost / own_cost < 12 else "a little different"
print("with their own prices:", round(own_cost, 1), "   with other prices:", round(other_cost, 1))

# %% [markdown]
# It can go the other way, too. For the houses 400 to 409 the wrong prices make the cost
# look *better* than it is: 46 instead of 160. A number that looks plausible is not yet
# right. Always check that row and price belong together.

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
    print("after epoch", epoch, "the cost is", round(fast.costs[epoch]))
answer = "it grows without end"
if fast.costs[20] < fast.costs[0]:
    answer = "it falls ten times as fast" if fast.costs[20] < result.costs[200] else "it falls a little faster"

# %% [markdown]
# Each step jumps over the lowest point, and lands higher up on the other side. There
# the slope is even steeper, so that the next jump is larger still. This is called
# divergence.
#
# You can see it with a single weight. The curve is the cost of lesson 3, and the points
# are ten steps down, joined by lines.
#
# **Predict.** There is a learning rate at which the very first step lands on the lowest
# point. If you double that rate, the steps …
#
# - arrive twice as fast
# - jump from side to side, and never get lower
# - stay where they are

# %%
from minibackprop import Plot, Slider

x, y = 6.575, 24.0
grid = [i / 10 for i in range(-40, 111)]
plots, lasts = [], []
best_rate = 1 / (x * x)
for share in [0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1.0, 1.2, 1.4, 1.6, 1.8, 1.9, 2.0, 2.05, 2.1]:
    w = 1.0
    path = [w]
    for step in range(10):
        w = w - share * best_rate * (w * x - y) * x
        path.append(w)
    lasts.append(path)
    path_costs = [0.5 * (y - w * x) * (y - w * x) for w in path]
    title = f"learning rate {share * best_rate:.4f}: after 10 steps the cost is {path_costs[-1]:.3g}"
    plot = Plot("weight w", "cost C", title, y_range=(0, 600))
    plot.curve("C", grid, [0.5 * (y - w * x) * (y - w * x) for w in grid])
    plot.path("ten steps", path, path_costs)
    plots.append(plot)
doubled = lasts[13]
comes_back = abs(doubled[2] - doubled[0]) < 1e-6
answer = "jump from side to side, and never get lower" if comes_back else "arrive twice as fast"
picture = Slider("the learning rate", plots)
print(picture)

# %% [markdown]
# Below the best rate the steps come down on one side. Above it they jump from side to
# side, and still come down. From twice the best rate on, they do not come down any
# more.

# %% [markdown]
# ## Watching a line
#
# With one input, a linear neuron is a straight line. We give it the number of rooms
# only. The rooms are standardized: 0 stands for the average number of rooms. The line
# starts flat, at a price of 0.
#
# **Predict.** When the line has learned, which price does it predict for a house with
# the average number of rooms? The mean of all prices is 22.5.

# %%
from minibackprop import Standardizer, gradient_descent

rooms = [[house[5]] for house in housing.X]
R = Standardizer.fit(rooms).transform(rooms)
xs, prices = [r[0] for r in R], [row[0] for row in housing.Y]
ends = [-4.0, 4.0]
plots = []
for done in gradient_descent(Network(Layer([[0]], [0])), R, housing.Y, learning_rate=0.1, epochs=60):
    if done.number in (0, 1, 2, 3, 4, 6, 8, 10, 15, 20, 30, 40, 60):
        line = [done.network.predict([end])[0] for end in ends]
        title = f"after epoch {done.number}: the cost is {done.cost:.1f}"
        plot = Plot("rooms (standardized)", "price", title, y_range=(-20, 60))
        plot.points("houses", xs, prices)
        plot.curve("what the layer predicts", ends, line)
        plots.append(plot)
    answer = done.network.predict([0.0])[0]
picture = Slider("the epoch", plots)
print(picture)

# %% [markdown]
# First the line moves up to where the houses are, and at the same time it tilts. The
# steps get smaller and smaller, as the slopes become 0. At the average number of rooms,
# it predicts the average price.

# %% [markdown]
# ## Your turn
#
# **Modify.** Train on the raw table for 2,000 epochs instead of 200. Does it get below
# 42?
#
# **Make.** Find the largest learning rate for the raw table that does not diverge, to
# one digit. How close is it to 8e-7?

# %% [markdown]
# ## Next
#
# All the neurons so far were linear. Lesson 5 shows three other activation functions,
# and what their slopes do.
