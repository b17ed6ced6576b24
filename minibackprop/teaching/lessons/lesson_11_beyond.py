# %% [markdown]
# # 11. Beyond prices
#
# About 15 minutes. After this lesson you can use the same chain for other tasks, choose
# a cost that fits, and say what larger libraries add.

# %% [markdown]
# ## XOR
#
# This table has four rows. The target is 1 if exactly one of the two inputs is 1. It is
# called XOR, "exclusive or".

# %%
from minibackprop import SIGMOID, TANH, Layer, Network, RandomNumbers, train

X = [[0, 0], [0, 1], [1, 0], [1, 1]]
Y = [[0], [1], [1], [0]]

# %% [markdown]
# We train a single linear layer on it for a long time.
#
# **Predict.** What does it predict for [0, 1] in the end? The target is 1.

# %%
one_layer = Network(Layer.random(2, 1, rng=RandomNumbers(seed=3)))
trained = train(one_layer, X, Y, learning_rate=0.5, epochs=500).network
answer = trained.predict([0, 1])[0]
for x, y in zip(X, Y):
    print(f"{x}   target: {y[0]}   predicted: {trained.predict(x)[0]:.3f}")

# %% [markdown]
# It predicts ½ for everything. With two inputs, a linear neuron is a flat, tilted sheet
# above a square. A flat sheet cannot be high at two opposite corners and low at the
# other two. The best it can do is the mean.
#
# Now we add a layer of three tanh neurons before it, and a sigmoid at the end.
#
# **Predict.** Can this network learn XOR?
#
# - yes, all four are right when rounded
# - no, at least one is wrong

# %%
rng = RandomNumbers(seed=0)
two_layers = Network(Layer.random(2, 3, TANH, rng), Layer.random(3, 1, SIGMOID, rng))
network = train(two_layers, X, Y, learning_rate=1.0, epochs=1000).network
answer = "yes, all four are right when rounded"
for x, y in zip(X, Y):
    a = network.predict(x)[0]
    print(f"{x}   target: {y[0]}   predicted: {a:.3f}")
    if abs(a - y[0]) >= 0.5:
        answer = "no, at least one is wrong"
picture = network
print(picture)

# %% [markdown]
# The first layer makes new inputs out of the old ones, and for those new inputs a flat
# sheet is enough. That is what hidden layers do.

# %% [markdown]
# ## A class instead of a number
#
# Sometimes the answer is not a number but a class. Is a house expensive, above 25
# thousand dollars? The target is 1 for yes and 0 for no. A sigmoid at the end gives a
# number between 0 and 1, which we read as a probability.
#
# The half squared error is a poor cost for that. Suppose that the network is sure of
# the wrong answer: the target is 1, and *z* = −8, so that *a* is nearly 0.
#
# **Predict.** With *C* = ½(*y* − *a*)², how large is ∂C/∂z?
#
# - nearly 0
# - about −1

# %%
a = SIGMOID.f(-8.0)
half_squared = (a - 1.0) * SIGMOID.f_prime(-8.0)
answer = "nearly 0" if abs(half_squared) < 0.01 else "about −1"
print(f"a = {a:.6f}   dC/dz = {half_squared:.6f}")

# %% [markdown]
# The answer could not be more wrong, and yet nothing is learned: the sigmoid is
# saturated. Cross-entropy is a cost that punishes being sure and wrong. The function ln
# is the natural logarithm:
#
#     C = −(y · ln(a) + (1 − y) · ln(1 − a))
#     ∂C/∂a = (a − y) / (a · (1 − a))
#
# We do not derive the slope here. Below its line stands *a*·(1 − *a*), which is exactly
# σ′(*z*). In ∂C/∂a · ∂a/∂z the two cancel, and what is left is the error itself:
#
#     ∂C/∂z = a − y
#
# **Predict.** With cross-entropy, how large is ∂C/∂z in the same case?
#
# - nearly 0
# - about −1

# %%
from minibackprop import CROSS_ENTROPY, backward, forward

sure_and_wrong = Network(Layer([[1]], [0], SIGMOID))
passes = forward(sure_and_wrong, [[-8.0]])
backward_pass = backward(sure_and_wrong, passes, [[1]], cost=CROSS_ENTROPY)
dC_dz = backward_pass[0].dC_dZ[0][0]
answer = "about −1" if abs(dC_dz + 1) < 0.01 else "nearly 0"
print(f"dC/dz = {dC_dz:.6f}")

# %% [markdown]
# ## Expensive houses
#
# We train the same small network twice, with each of the two costs, on three quarters
# of the houses. On the rest, we count how often it is right. That share is called the
# accuracy.
#
# **Predict.** With which cost is it higher, after 60 epochs?
#
# - with cross-entropy
# - with the half squared error

# %%
from minibackprop import HALF_SQUARED_ERROR, Standardizer, accuracy
from minibackprop import load_housing, train_test_split

to_train, held_out = train_test_split(load_housing(), 0.25, RandomNumbers(seed=0))
inputs = Standardizer.fit(to_train.X)
classes = [[1.0 if row[0] > 25 else 0.0] for row in to_train.Y]
held_out_classes = [[1.0 if row[0] > 25 else 0.0] for row in held_out.Y]
X, X_held_out = inputs.transform(to_train.X), inputs.transform(held_out.X)
start = Network(Layer.random(13, 1, SIGMOID, RandomNumbers(seed=3)))
names = ["with cross-entropy", "with the half squared error"]
accuracies = {}
for name, cost in zip(names, [CROSS_ENTROPY, HALF_SQUARED_ERROR]):
    result = train(start, X, classes, learning_rate=0.5, epochs=60, cost=cost)
    predicted = result.network.predict_all(X_held_out)
    accuracies[name] = accuracy(held_out_classes, predicted)
    print(f"{name}: {accuracies[name]:.3f}")
always_no = accuracy(held_out_classes, [[0.0]] * len(held_out_classes))
print(f"always no: {always_no:.3f}")
answer = max(names, key=lambda name: accuracies[name])

# %% [markdown]
# "Always no" has an accuracy, too. The half squared error has hardly learned anything
# better in 60 epochs. It needs more time: after 300 epochs it is as good as
# cross-entropy was after 60. Cross-entropy learns faster, because it does not forgive
# being sure and wrong.
#
# The chain is the same, and so is the code. Only one factor has changed, the first one.

# %% [markdown]
# ## What comes next
#
# You can now read what happens inside the large libraries, such as PyTorch and JAX.
# They add three things:
#
# - they find the chain by themselves, for any formula you write, which is called
#   automatic differentiation
# - they know more kinds of layers, for pictures and for language, and better ways to
#   take a step, such as momentum
# - they run on graphics cards, thousands of times as fast as the loops you have seen
#
# The rule for each step is the one that you know: ∂C/∂a times ∂a/∂z times ∂z/∂w. This
# is where minibackprop ends. If you go on with PyTorch, `to_state_dict(network)` takes
# your weights with you.

# %% [markdown]
# ## Your turn
#
# **Modify.** Train XOR with two hidden neurons instead of three, and with several
# seeds. Does it always work?
#
# **Make.** Choose a table of your own with numbers in it, load it with
# `load_csv("flats.csv", ["rent"])`, and train a network on it. Say how good it is on
# rows that it has never seen, and compare it with "always the mean".

# %% [markdown]
# ## Next
#
# This was the last lesson. Go back to the one where your predictions were wrong most
# often, and read it once more.
