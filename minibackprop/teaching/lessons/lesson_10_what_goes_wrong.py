# %% [markdown]
# # 10. What goes wrong
#
# About 15 minutes. After this lesson you can tell apart six reasons why a network does
# not learn, by looking at its numbers.

# %%
from minibackprop import RELU, SIGMOID, TANH, DivergenceError, Layer, Network
from minibackprop import RandomNumbers, Standardizer, Vector, backward, forward
from minibackprop import load_housing, train

housing = load_housing()
X = Standardizer.fit(housing.X).transform(housing.X)
Y = Standardizer.fit(housing.Y).transform(housing.Y)

# %% [markdown]
# ## 1. The learning rate is too large
#
# In lesson 4 the rate 8e-6 was too large for the raw table. Now we try 0.01.
#
# **Predict.** What does the library do?
#
# - it returns a network that predicts nonsense
# - it stops and says what is wrong
# - it makes the learning rate smaller by itself

# %%
one_layer = Network(Layer.random(13, 1, rng=RandomNumbers(seed=3)))
try:
    train(one_layer, housing.X, housing.Y, learning_rate=0.01, epochs=100)
    answer = "it returns a network that predicts nonsense"
except DivergenceError as error:
    answer = "it stops and says what is wrong"
    print(error)

# %% [markdown]
# The cost grows in each epoch, until it is too large for the computer to store. The
# cure is a smaller rate, or columns of the same size.

# %% [markdown]
# ## 2. The columns have different sizes
#
# On the raw table, the slopes of the weights have very different sizes, too. We compare
# the largest slope with the smallest.
#
# **Predict.** How many times as large is it?
#
# - about 10 times
# - about 100 times
# - more than 1,000 times

# %%
def largest_over_smallest(table: list, targets: list) -> float:
    gradient = backward(one_layer, forward(one_layer, table), targets)[0].dC_dW[0]
    sizes = [abs(slope) for slope in gradient]
    return max(sizes) / min(sizes)


raw = largest_over_smallest(housing.X, housing.Y)
answer = "about 10 times"
if raw > 30:
    answer = "about 100 times"
if raw > 1000:
    answer = "more than 1,000 times"
print(f"raw: {raw:.0f} times   standardized: {largest_over_smallest(X, Y):.0f} times")

# %% [markdown]
# One learning rate cannot fit them all. That is why the first thing to do is to
# standardize.

# %% [markdown]
# ## 3. Saturation
#
# A sigmoid is fed the raw table, where some numbers are near 400. Its *z* is then far
# from 0, often by hundreds.
#
# **Predict.** How large is its slope ∂a/∂z?
#
# - about ¼
# - about 0.01
# - 0, or so close to it that nothing is learned

# %%
hidden = Layer.random(13, 3, SIGMOID, RandomNumbers(seed=3))
saturated = Network(hidden, Layer([[1, 1, 1]], [0]))
passes = forward(saturated, housing.X[:1])
first_layer = backward(saturated, passes, housing.Y[:1])[0]
slopes = [row[0] for row in first_layer.dA_dZ]
for row, slope in zip(passes[0].Z, slopes):
    print(f"z = {row[0]:.1f}   slope: {slope:.0e}")
answer = "about ¼"
if max(slopes) < 0.1:
    answer = "about 0.01"
if max(slopes) < 1e-6:
    answer = "0, or so close to it that nothing is learned"

# %% [markdown]
# The slope of each weight in this layer, and in all layers before it, has the factor
# ∂a/∂z. If that is 0, none of them learns. The cure is the same: inputs of size 1, and
# small weights.

# %% [markdown]
# ## 4. A dead relu
#
# A relu has the slope 0 wherever *z* is below 0. Here is one with a bias of −20, so
# that its *z* is below 0 for every house. Its layer has a second neuron, which is
# alive.
#
# **Predict.** We train for 50 epochs. What happens to the bias of −20?
#
# - it moves up, so that the neuron comes back to life
# - it stays at −20

# %%
two_columns = [[row[5], row[12]] for row in X]
hidden = Layer([[1, -1], [0.5, 0.5]], [-20, 0.5], RELU)
half_dead = Network(hidden, Layer([[1, 1]], [0]))
trained = train(half_dead, two_columns, Y, learning_rate=0.1, epochs=50).network
print("biases before:", half_dead.layers[0].biases)
print("biases after: ", [round(b, 3) for b in trained.layers[0].biases])
answer = "it moves up, so that the neuron comes back to life"
if trained.layers[0].biases[0] == -20:
    answer = "it stays at −20"

# %% [markdown]
# The slope is exactly 0, for every house, so the neuron never changes again. The live
# neuron learns for both.

# %% [markdown]
# ## 5. All weights are equal
#
# Why did we start with random weights? Let us start with three neurons that are all the
# same.
#
# **Predict.** After 50 epochs, are the weights of the three neurons still the same?
#
# - yes
# - no, they have learned different things

# %%
hidden = Layer([[0.5, 0.5], [0.5, 0.5], [0.5, 0.5]], [0, 0, 0], TANH)
same = Network(hidden, Layer([[0.5, 0.5, 0.5]], [0]))
learned = train(same, two_columns, Y, learning_rate=0.1, epochs=50).network
rows = learned.layers[0].weights
for row in rows:
    print([round(w, 4) for w in row])
answer = "no, they have learned different things"
if rows[0] == rows[1] == rows[2]:
    answer = "yes"

# %% [markdown]
# Three neurons with the same weights, before and after them, get the same slopes, and
# so they stay equal forever. Together they can do no more than one. Random weights
# break this symmetry.

# %% [markdown]
# ## 6. A mistake in the code
#
# Here are the thirteen lines of lesson 7, with one mistake in them. They run without an
# error.

# %%
def somebodys_backward(network: Network, x: Vector, y: Vector) -> list:
    passes = forward(network, [x])
    gradients: list = []
    dC_da = [row[0] - y_j for row, y_j in zip(passes[-1].A, y)]
    for layer, record in zip(reversed(network.layers), reversed(passes)):
        f_prime = layer.activation.f_prime
        delta = [slope * f_prime(row[0]) for slope, row in zip(dC_da, record.A)]
        dC_dw = [[d * row[0] for row in record.A_in] for d in delta]
        dC_db = delta
        gradients.insert(0, (dC_dw, dC_db))
        columns = zip(*layer.weights)
        dC_da = [sum([w * d for w, d in zip(ws, delta)]) for ws in columns]
    return gradients


# %% [markdown]
# **Predict.** In which line is the mistake? Compare it with the rule of lesson 7.
#
# - in the line of delta
# - in the line of dC_dw
# - in the line of dC_db

# %%
from minibackprop import diagnose

diagnosis = diagnose(somebodys_backward, one_example=True)
print(diagnosis)
answer = "in another line"
if "slope-at-a" in diagnosis.mistakes:
    answer = "in the line of delta"

# %% [markdown]
# The derivative takes *z*, not *a*. The library calls the function with small networks,
# and compares its numbers with those of many wrong rules. Only this one gives exactly
# these numbers.

# %% [markdown]
# ## Your turn
#
# **Modify.** Repair the mistake, and plant another one. Does `diagnose` name it? Print
# `diagnosis.text(hint=1)` to get only a question.
#
# **Make.** Write a function that looks at a forward pass and counts the dead neurons:
# those whose activation is 0 for every example.

# %% [markdown]
# ## Next
#
# You have now seen all of backpropagation. Lesson 11 uses it for other tasks, and says
# what comes next.
