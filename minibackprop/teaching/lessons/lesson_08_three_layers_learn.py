# %% [markdown]
# # 8. Three layers learn
#
# About 15 minutes. After this lesson you can train a network with several layers so
# that it really predicts prices. You can also say how good it is on houses that it has
# never seen.

# %% [markdown]
# ## Three linear layers on the raw table
#
# We build the network of the course notebook: 13 inputs, then layers of 5, 3 and 1
# neurons, all linear. It is trained for 30 epochs with the learning rate 8e-7, on the
# raw table. "Always the mean price" costs 42.2.
#
# **Predict.** Does the network get below that?
#
# - yes
# - no

# %%
from minibackprop import LINEAR, Layer, Network, RandomNumbers
from minibackprop import load_housing, train

housing = load_housing()
rng = RandomNumbers(seed=3)
raw = Network(
    Layer.random(13, 5, LINEAR, rng),
    Layer.random(5, 3, LINEAR, rng),
    Layer.random(3, 1, LINEAR, rng),
)
result = train(raw, housing.X, housing.Y, learning_rate=8e-7, epochs=30)
answer = "yes" if result.costs[-1] < 42.2 else "no"
for epoch in (0, 1, 5, 10, 20, 30):
    print(f"after epoch {epoch} the cost is {result.costs[epoch]:.1f}")

# %% [markdown]
# It has learned, from about 198 to 47. But it is still worse than always saying the
# same price. The notebook stops here, and we go on.
#
# ## Is three better than one?
#
# Lesson 5 showed that a chain of linear layers is no more than one linear layer. Can we
# find one single layer that predicts the same? Its bias has to be what the network
# predicts if all inputs are 0. Each weight has to be how much the prediction grows if
# one input becomes 1.
#
# **Predict.** How far apart are the predictions of the two networks, over all 506
# houses?
#
# - less than a cent
# - a few dollars
# - thousands of dollars

# %%
trained = result.network


bias = trained.predict([0.0] * 13)[0]
weights = []
for i in range(13):
    x = [0.0] * 13
    x[i] = 1.0
    weights.append(trained.predict(x)[0] - bias)
single = Network(Layer([weights], [bias]))

differences = []
for x in housing.X:
    differences.append(abs(single.predict(x)[0] - trained.predict(x)[0]))
dollars = 1000 * max(differences)
answer = "thousands of dollars"
if dollars < 100:
    answer = "a few dollars"
if dollars < 0.01:
    answer = "less than a cent"
print(f"largest difference, in dollars: {dollars:.1e}")

# %% [markdown]
# Three linear layers are one linear layer. Their 92 weights and biases do the work of
# 14. Two things have to change: the columns must get the same size, and something
# between the layers must not be straight.

# %% [markdown]
# ## Standardizing
#
# To standardize a column means: subtract its mean, and divide by its standard
# deviation, which is its typical distance from the mean. After that, each column has
# the mean 0, and most of its numbers lie between −2 and 2. Then one learning rate fits
# all columns.
#
# We also put a quarter of the houses aside. They are held out: the network is not
# trained on them. Only such houses can tell how good it is.

# %%
from minibackprop import Standardizer, train_test_split

to_train, held_out = train_test_split(housing, 0.25, RandomNumbers(seed=0))
inputs, prices = Standardizer.fit(to_train.X), Standardizer.fit(to_train.Y)
X, Y = inputs.transform(to_train.X), prices.transform(to_train.Y)
for name, raw_value, value in zip(housing.feature_names, to_train.X[0], X[0]):
    print(f"{name:8} {raw_value:7.2f}   standardized: {value:5.2f}")

# %% [markdown]
# ## How good is good?
#
# The number **R²** says which share of the differences between prices is explained. It
# is 1 if all predictions are right.
#
#     R² = 1 − (mean cost of the network) / (mean cost of "always the mean")
#
# **Predict.** What is R² of "always the mean price"?

# %%
from minibackprop import r_squared

mean_price = sum([row[0] for row in to_train.Y]) / len(to_train.Y)
answer = r_squared(to_train.Y, [[mean_price]] * len(to_train.Y))
print(f"R2 of always the mean: {answer:.3f}")

# %% [markdown]
# Below 0 means: worse than that. The raw network above has an R² below 0.
#
# ## Now with a sigmoid
#
# We train two networks on the standardized table. The first is one linear layer. The
# second has 5, 3 and 1 neurons, with a sigmoid in the first two layers. The last layer
# stays linear, because a sigmoid gives only numbers between 0 and 1, and standardized
# prices go from about −2 to 3. We take a step after each 10 houses; lesson 9 explains
# this.
#
# **Predict.** Which has the higher R² on the held-out houses?
#
# - one linear layer
# - three layers with a sigmoid
# - they differ by no more than 0.02

# %%
from minibackprop import SIGMOID


def predicted_prices(network: Network) -> list:
    standardized = network.predict_all(inputs.transform(held_out.X))
    return prices.inverse_transform(standardized)


def score(network: Network) -> float:
    return r_squared(held_out.Y, predicted_prices(network))


rng = RandomNumbers(seed=3)
one_layer = Network(Layer.random(13, 1, LINEAR, rng))
three_layers = Network(
    Layer.random(13, 5, SIGMOID, rng),
    Layer.random(5, 3, SIGMOID, rng),
    Layer.random(3, 1, LINEAR, rng),
)
straight = train(one_layer, X, Y, learning_rate=0.01, epochs=30, batch_size=10).network
curve = train(three_layers, X, Y, learning_rate=0.3, epochs=60, batch_size=10).network

score_of_line, score_of_curve = score(straight), score(curve)
print(f"one linear layer:            R2 = {score_of_line:.2f}")
print(f"three layers with a sigmoid: R2 = {score_of_curve:.2f}")
answer = "they differ by no more than 0.02"
if score_of_line > score_of_curve + 0.02:
    answer = "one linear layer"
if score_of_curve > score_of_line + 0.02:
    answer = "three layers with a sigmoid"

# %% [markdown]
# The sigmoid pays off, and more epochs hardly help the single layer. Here are the
# held-out houses: the actual price goes across, the predicted price goes up. On the
# line, both are equal.

# %%
from minibackprop import Plot

actual = [row[0] for row in held_out.Y]
predicted = [row[0] for row in predicted_prices(curve)]
picture = Plot("actual price", "predicted price")
picture.points("a held-out house", actual, predicted)
picture.curve("both are equal", [0.0, 50.0], [0.0, 50.0])
print(picture)

# %% [markdown]
# The picture shows what the number hides. The table says 50 for each price of 50 or
# more, and for those houses the predictions are often too low.
#
# Ten of these houses, with their own prices:

# %%
before = [row[0] for row in predicted_prices(three_layers)]
for i in range(10):
    print(f"actual {actual[i]:.1f}   before {before[i]:.1f}   after {predicted[i]:.1f}")

# %% [markdown]
# ## Your turn
#
# **Modify.** Replace the sigmoid by `RELU` or `TANH`. You may need another learning
# rate.
#
# **Make.** Train on the raw table with the sigmoid, and print the *z* of the first
# layer for a few houses. Why does it end at "always the mean"? Lesson 5 has the answer.

# %% [markdown]
# ## Next
#
# We chose 30 epochs, or 60. Lesson 9 asks how to know when to stop.
