# %% [markdown]
# # 2. How wrong?
#
# About 10 minutes. After this lesson you can compute the cost of a prediction, and the
# cost of a whole table of predictions. You can also say why the cost is a square.

# %% [markdown]
# ## The cost of one prediction
#
# The neuron predicts *a*. The right answer is called the target, **y**. For a house,
# *y* is its actual price. The cost **C** says how wrong the prediction is:
#
#     C = ½(y − a)²
#
# Prices are in thousands of dollars. Suppose that a house costs 20, and that 26 was
# predicted.
#
# **Predict.** What is the cost?

# %%
def cost(y: float, a: float) -> float:
    return 0.5 * (y - a) * (y - a)


answer = cost(y=20.0, a=26.0)
print("C =", answer)

# %% [markdown]
# The error is 6, its square is 36, and half of that is 18. Now suppose that the
# prediction is too low by 6, instead of too high by 6.
#
# **Predict.** How does the cost change?
#
# - it becomes smaller
# - it stays the same
# - it becomes larger

# %%
too_high, too_low = cost(y=20.0, a=26.0), cost(y=20.0, a=14.0)
answer = "it stays the same"
if too_low < too_high:
    answer = "it becomes smaller"
if too_low > too_high:
    answer = "it becomes larger"
print(f"too high by 6: {too_high}   too low by 6: {too_low}")

# %% [markdown]
# The square makes every error count as positive. So errors cannot cancel each other
# out.
#
# **Predict.** An error becomes twice as large. By what number is its cost multiplied?

# %%
answer = cost(y=20.0, a=32.0) / cost(y=20.0, a=26.0)
print(f"error 6: {cost(20.0, 26.0)}   error 12: {cost(20.0, 32.0)}")

# %% [markdown]
# One error of 12 costs 72, but two errors of 6 cost only 18 each, 36 together. Here is
# the cost for every prediction between 0 and 40, with the target 20:

# %%
from minibackprop import Plot

predictions = [float(a) for a in range(0, 41)]
picture = Plot("prediction a", "cost C")
costs = [cost(20.0, a) for a in predictions]
picture.curve("C, with y = 20", predictions, costs)
picture.points("a = 26", [26.0], [cost(20.0, 26.0)])
print(picture)

# %% [markdown]
# The curve is a parabola. Its lowest point is at *a* = *y*, where the prediction is
# right. Far from there it is steep; near there it is flat. The factor ½ only makes a
# later formula shorter: you will see this in lesson 3.

# %% [markdown]
# ## The cost of many predictions
#
# We want a network that is good for all houses, not for one. So the cost of many
# predictions is the mean of their costs. Let **m** be the number of houses. Then
#
#     C = 1/m · (C₁ + C₂ + … + Cₘ)
#
# We compare three ways to predict all 506 prices: always 0, always the mean of all
# prices, and a layer with random weights, as in lesson 1.
#
# **Predict.** Put them in order, from the lowest cost to the highest.
#
# - zero, mean, random
# - mean, zero, random
# - mean, random, zero

# %%
from minibackprop import Layer, Network, RandomNumbers, Vector, load_housing

housing = load_housing()
prices = [row[0] for row in housing.Y]
mean_price = sum(prices) / len(prices)
network = Network(Layer.random(13, 1, rng=RandomNumbers(seed=3)))
random_prices = [row[0] for row in network.predict_all(housing.X)]


def mean_cost(targets: Vector, predictions: Vector) -> float:
    costs = [cost(y, a) for y, a in zip(targets, predictions)]
    return sum(costs) / len(costs)


cost_by_name = {
    "zero": mean_cost(prices, [0.0] * len(prices)),
    "mean": mean_cost(prices, [mean_price] * len(prices)),
    "random": mean_cost(prices, random_prices),
}
names = ["zero", "mean", "random"]
for name in names:
    print(f"{name}: {cost_by_name[name]:.1f}")
answer = ", ".join(sorted(names, key=lambda name: cost_by_name[name]))

# %% [markdown]
# "Always the mean" knows nothing about a single house. Keep its cost in mind, about 42.
# A network that costs more than that has not learned anything useful.
#
# Is the mean really the best number to predict for every house? We try all numbers from
# 0 to 50, in steps of 0.1. The mean price is 22.5.
#
# **Predict.** Which of them has the lowest cost?

# %%
guesses = [guess / 10 for guess in range(0, 501)]
costs = [mean_cost(prices, [guess] * len(prices)) for guess in guesses]
answer = guesses[costs.index(min(costs))]
picture = Plot("the same prediction for every house", "mean cost")
picture.curve("mean cost", guesses, costs)
picture.points("the lowest", [answer], [min(costs)])
print(picture)

# %% [markdown]
# A mean of parabolas is a parabola again. With a square as the cost, the best single
# number is the mean.

# %% [markdown]
# ## The cost in the library
#
# The library calls this cost `HALF_SQUARED_ERROR`. It takes tables, one row for each
# house:

# %%
from minibackprop import HALF_SQUARED_ERROR

by_library = HALF_SQUARED_ERROR.of(housing.Y, network.predict_all(housing.X))
print(f"by hand:        {cost_by_name['random']:.6f}")
print(f"by the library: {by_library:.6f}")

# %% [markdown]
# ## Your turn
#
# **Modify.** Use the error without its sign, `abs(y - a)`, instead of half of its
# square. Which single prediction is best then? Sort the prices: where in the list does
# it stand? (The last cell then no longer agrees with the library.)
#
# **Make.** Write a function that finds the house with the highest cost. Is the
# predicted price too high or too low?

# %% [markdown]
# ## Next
#
# Now we can say how wrong a network is. Lesson 3 asks how a weight has to change to
# make it less wrong.
