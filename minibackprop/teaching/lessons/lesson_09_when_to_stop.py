# %% [markdown]
# # 9. When to stop
#
# About 15 minutes. After this lesson you can stop a training at the right time, and
# explain why a lower cost is not always better.

# %% [markdown]
# ## Memorizing
#
# We train a network on only 30 houses, and watch the cost of 126 other houses that it
# is not trained on. With 8 neurons of tanh it has 121 weights and biases, so it has
# about four numbers to set for each house.

# %%
from minibackprop import TANH, Layer, Network, RandomNumbers, Standardizer
from minibackprop import load_housing, train, train_test_split

to_train, held_out = train_test_split(load_housing(), 0.25, RandomNumbers(seed=0))
inputs, prices = Standardizer.fit(to_train.X), Standardizer.fit(to_train.Y)
X, Y = inputs.transform(to_train.X[:30]), prices.transform(to_train.Y[:30])
others = inputs.transform(held_out.X), prices.transform(held_out.Y)
rng = RandomNumbers(seed=1)
network = Network(Layer.random(13, 8, TANH, rng), Layer.random(8, 1, rng=rng))

# %% [markdown]
# It is trained for 200 epochs.
#
# **Predict.** What happens to the cost of the 30 houses that it is trained on?
#
# - it falls nearly to 0
# - it falls at first, then it rises
# - it stays where it is

# %%
result = train(network, X, Y, learning_rate=0.5, epochs=200, held_out=others)
training, unseen = result.costs, result.held_out_costs
for epoch in (0, 20, 50, 100, 200):
    print(f"epoch {epoch:3}   cost of the 30 houses: {training[epoch]:.4f}")
answer = "it stays where it is"
if training[-1] < 0.01 * training[0]:
    answer = "it falls nearly to 0"
elif min(training) < 0.9 * training[-1]:
    answer = "it falls at first, then it rises"

# %% [markdown]
# **Predict.** And the cost of the houses that are held out? Does it fall to the end,
# too?
#
# - yes, the longer the better
# - no, it is lowest earlier, and rises again

# %%
from minibackprop import Plot

best = unseen.index(min(unseen))
answer = "yes, the longer the better"
if unseen[-1] > 1.05 * unseen[best]:
    answer = "no, it is lowest earlier, and rises again"
epochs = [float(epoch) for epoch in range(len(training))]
picture = Plot("epoch", "cost", y_range=(0, 0.6))
picture.curve("the 30 houses", epochs, training)
picture.curve("held out", epochs, unseen)
picture.points("the lowest", [float(best)], [unseen[best]])
print(f"held out: lowest {unseen[best]:.4f} in epoch {best}, last {unseen[-1]:.4f}")
print(picture)

# %% [markdown]
# The network memorizes its 30 houses. That does not help with other houses: from some
# epoch on, it even gets worse at them. This is called overfitting. The cost of the
# houses that it is trained on cannot show it.

# %% [markdown]
# ## Two ways to stop
#
# The simple way is a fixed number of epochs. It always ends, but who knows the number?
#
# The other way is to stop when the network stops improving. After each epoch we look at
# the held-out cost. If it has not become better for some epochs in a row, we stop, and
# keep the network of the best epoch. How many epochs we wait is called the patience.

# %%
stopped = train(
    network, X, Y, learning_rate=0.5, epochs=200, held_out=others, patience=20
)
print("it stopped because:", stopped.stop_reason)
print("best epoch:", stopped.epoch)

# %% [markdown]
# The best epoch was 56, and the patience is 20.
#
# **Predict.** After which epoch did it stop?

# %%
answer = stopped.last.number
print("last epoch:", stopped.last.number)

# %% [markdown]
# The result of the training is the network of the best epoch, not of the last one.
#
# ## More houses
#
# The best cure for overfitting is more data. There are 380 houses to train on, and so
# far we used 30. We also took only one step in each epoch. That is a waste: a few
# houses already show roughly which way is down.
#
# So the table is shuffled, and cut into pieces of 10 houses, called mini-batches. After
# each piece, there is a step.
#
# **Predict.** How many steps does one epoch have now? The last piece may be smaller.

# %%
batch_size = 10
starts = range(0, len(to_train.X), batch_size)
answer = len(starts)
print(len(to_train.X), "houses,", len(starts), "mini-batches")

# %% [markdown]
# **Predict.** After 20 epochs, which way of training has the lower cost?
#
# - one step for each epoch
# - one step for each mini-batch

# %%
X, Y = inputs.transform(to_train.X), prices.transform(to_train.Y)
whole = train(network, X, Y, learning_rate=0.1, epochs=20, held_out=others)
pieces = train(
    network, X, Y, learning_rate=0.1, epochs=20, held_out=others, batch_size=10
)
for name, result in (("epoch", whole), ("mini-batch", pieces)):
    print(f"one step for each {name}:")
    print(f"   cost {result.costs[-1]:.4f}   held out {result.held_out_costs[-1]:.4f}")
answer = "one step for each epoch"
if pieces.costs[-1] < whole.costs[-1]:
    answer = "one step for each mini-batch"

# %% [markdown]
# The work is nearly the same, since each house is used once in each epoch. But there
# are 38 times as many steps. Each one is a little off, because it looks at only 10
# houses. On average, they go the right way.
#
# How long should the patience be, now that each step is a little off?
#
# **Predict.** We train until the network stops improving, once with a patience of 1,
# once with 10. Does the second one end with a lower held-out cost?
#
# - yes
# - no, both are the same

# %%
lowest = {}
for patience in (1, 10):
    result = train(
        network, X, Y, learning_rate=0.2, epochs=150, held_out=others, batch_size=10,
        patience=patience,
    )
    lowest[patience] = min(result.held_out_costs)
    print(f"patience {patience}: the last epoch is {result.last.number}")
    print(f"   lowest held-out cost: {lowest[patience]:.4f}")
answer = "no, both are the same"
if lowest[10] < lowest[1]:
    answer = "yes"

# %% [markdown]
# The held-out cost does not fall evenly. It rises for an epoch or two, and then falls
# again. With a patience of 1, the first bad epoch ends the training, long before its
# time. On the other hand, patience costs time. Ten or twenty is a good start.
#
# One warning: the held-out houses have now helped to choose the network. Their cost is
# a little too good to be true. For an honest score, set aside a third group of houses,
# and look at it only once, at the very end.

# %% [markdown]
# ## Your turn
#
# **Modify.** Train on 100 houses instead of 30. When is the held-out cost lowest now?
# If that is the last epoch, train longer.
#
# **Make.** Write the stopping rule yourself. A loop over `gradient_descent` gives you
# each epoch with its `number` and its `network`. Remember the best cost, and count how
# long ago it was.

# %% [markdown]
# ## Next
#
# Sometimes the cost does not fall at all. Lesson 10 shows what goes wrong, and how to
# see it.
