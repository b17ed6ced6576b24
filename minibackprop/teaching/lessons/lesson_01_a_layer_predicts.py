# %% [markdown]
# # 1. A layer predicts
#
# About 10 minutes. After this lesson you can work out by hand what a neuron predicts,
# and say what its weights and its bias do. You need to know how to add and multiply,
# and a little Python.
#
# Each lesson asks you to predict a result before you see it. Do it, even if you have to
# guess: a wrong prediction shows you what to think about.

# %% [markdown]
# ## One neuron
#
# A neuron takes some numbers and makes one number out of them. The numbers that go in
# are its inputs, **x**. Each input is multiplied by a weight, **w**. The products are
# added up, and a last number is added to them, the bias **b**. The result is called
# **z**, the weighted input:
#
#     z = w₁·x₁ + w₂·x₂ + b
#
# The small numbers only count: *x₂* is the second input, and *w₂* is its weight. For
# any number of inputs, we write this in short as
#
#     z = w·x + b
#
# where *w·x* stands for all the products, added up. Take a neuron with two inputs:

# %%
x = [6.0, 4.0]
w = [2.0, -1.0]
b = 3.0

# %% [markdown]
# **Predict.** What is *z*?

# %%
z = w[0] * x[0] + w[1] * x[1] + b
answer = z
print("z =", z)

# %% [markdown]
# The first input counts twice, the second one is subtracted, and the bias shifts the
# sum: 12 − 4 + 3.
#
# Now only the bias changes. It becomes larger by 1, and everything else stays as it is.
#
# **Predict.** By how much does *z* change?

# %%
new_z = w[0] * x[0] + w[1] * x[1] + (b + 1)
answer = new_z - z
print("z was", z, "and is now", new_z)

# %% [markdown]
# A bias is not multiplied by anything. If it changes by 1, then *z* changes by 1 too.
# You will need this in lesson 3.

# %% [markdown]
# ## What comes out
#
# What a neuron gives to the outside is called its activation, **a**. It is a function
# of *z*, the activation function **f**:
#
#     a = f(z)
#
# The first four lessons use the simplest function there is. It is called linear, and it
# changes nothing:
#
#     a = z
#
# The price that a neuron predicts is its activation.

# %% [markdown]
# ## Many houses, many columns
#
# Our task is to predict prices of houses. The table has 506 rows, one for each district
# of Boston in 1970. For short we call a district a house. Each row has 13 numbers about
# the house, and its price in thousands of dollars. In the code, `housing.X` has the 13
# numbers of each house, and `housing.Y` has a list with its price. We pick a house at
# random.

# %%
from minibackprop import Layer, RandomNumbers, load_housing

housing = load_housing()
place = int(RandomNumbers(seed=5).uniform(0, len(housing.X)))
house, price = housing.X[place], housing.Y[place][0]
for name, value in zip(housing.feature_names, house):
    print(f"{name}: {value:g}")
print(f"price: {price:g}")

# %% [markdown]
# RM is the number of rooms, TAX is the property tax, and LSTAT is the share of poorer
# people. The file `data/README.md` explains all columns, and says what is wrong with
# one of them.
#
# Several neurons that are fed the same inputs form a layer. A layer has one row of
# weights for each of its neurons, and one bias for each of its neurons.
#
# **Predict.** A layer has 13 inputs and 5 neurons. How many weights does it have, not
# counting the biases?

# %%
layer = Layer.random(13, 5)  # 13 inputs, 5 neurons
rows, weights_each = len(layer.weights), len(layer.weights[0])
answer = rows * weights_each
print(f"{rows} rows of {weights_each} weights, and {len(layer.biases)} biases")

# %% [markdown]
# ## A layer that has learned nothing
#
# For a price, one neuron is enough. We do not know the right weights, so we start with
# random ones. Each weight, and the bias, is a random number between −1 and 1. The
# random numbers come from a seed, so that you see the same ones as we do.

# %%
layer = Layer.random(13, 1, rng=RandomNumbers(seed=3))
for name, weight in zip(housing.feature_names, layer.weights[0]):
    print(f"{name}: {weight:.2f}")
print(f"bias: {layer.biases[0]:.2f}")

# %% [markdown]
# The house above costs 25.2, in thousands of dollars. Now the layer with its random
# weights predicts a price for it.
#
# **Predict.** By how much is it wrong?
#
# - by less than 10 thousand dollars
# - by 10 to 50 thousand dollars
# - by more than 50 thousand dollars

# %%
z = layer.biases[0]
for w_i, x_i in zip(layer.weights[0], house):
    z = z + w_i * x_i
predicted = z
off_by = abs(predicted - price)
answer = "by less than 10 thousand dollars"
if off_by >= 10:
    answer = "by 10 to 50 thousand dollars"
if off_by > 50:
    answer = "by more than 50 thousand dollars"
print(f"predicted: {predicted:.1f}   actual: {price:.1f}")

# %% [markdown]
# That is nonsense, of course: nobody has taught the layer anything. But why is it so
# far off, when all the weights are between −1 and 1?
#
# **Predict.** Which of these columns adds the most to the sum, or subtracts the most
# from it?
#
# - RM, the number of rooms
# - NOX, the pollution of the air
# - TAX, the property tax

# %%
size_of = {}
for name, w_i, x_i in zip(housing.feature_names, layer.weights[0], house):
    size_of[name] = abs(w_i * x_i)
    if x_i != 0:
        print(f"{name}: {w_i:.2f} * {x_i:g} = {w_i * x_i:.2f}")
answer = "RM, the number of rooms"
if size_of["NOX"] > size_of["RM"]:
    answer = "NOX, the pollution of the air"
if size_of["TAX"] > size_of["RM"] and size_of["TAX"] > size_of["NOX"]:
    answer = "TAX, the property tax"

# %% [markdown]
# Columns with large numbers drown the others, whatever they mean. We come back to this
# in lesson 8.
#
# The library does the same sum for us. A chain of layers is a network, and a network
# predicts:

# %%
from minibackprop import Network

network = Network(layer)
print(f"by hand:        {predicted:.6f}")
print(f"by the library: {network.predict(house)[0]:.6f}")

# %% [markdown]
# ## Your turn
#
# **Modify.** Change the seed of the random numbers, or choose another house. Is the
# prediction ever within 10 thousand dollars?
#
# **Make.** Choose 13 weights and a bias yourself, most of them 0, so that the price of
# this house comes out nearly right. How wrong are your weights for other houses?

# %% [markdown]
# ## Next
#
# A prediction can be too high or too low, by a little or by a lot. Lesson 2 turns "how
# wrong" into one number.
