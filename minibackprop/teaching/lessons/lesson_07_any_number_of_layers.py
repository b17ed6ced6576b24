# %% [markdown]
# # 7. Any number of layers
#
# About 15 minutes. After this lesson you can write backpropagation for any number of
# layers and any activation function, in thirteen lines. You can also check it without
# taking your own word for it.

# %% [markdown]
# ## The chain grows by two factors
#
# With each layer, the chain gets two more factors: ∂z/∂a, which is the link *w*, and
# ∂a/∂z, which is *f′*(*z*). In lesson 3, the chain for one layer had three factors. In
# lesson 6, the chain for two layers had five.
#
# **Predict.** There are 3 layers. How many factors lead from the cost to a weight of
# layer 1?

# %%
chain = ["dC/da3"]
for layer in (3, 2, 1):
    chain.append(f"da{layer}/dz{layer}")
    chain.append(f"dz{layer}/da{layer - 1}" if layer > 1 else "dz1/dw1")
answer = len(chain)
print(" * ".join(chain))

# %% [markdown]
# Let **k** be the layer whose weight we want, let **l** count the layers after it, and
# let **N** be the number of layers. The sign **Π** means: multiply them all. Then the
# whole chain, with one neuron in each layer, is
#
#     ∂C/∂wᵏ = ∂C/∂aᴺ · Π (∂aˡ/∂zˡ · ∂zˡ/∂aˡ⁻¹) · ∂aᵏ/∂zᵏ · ∂zᵏ/∂wᵏ
#
# where *l* goes from *N* down to *k* + 1. It looks worse than it is. Nobody computes it
# for each weight on its own: the layers share most of their factors. We start at the
# end, and keep the product so far.

# %% [markdown]
# ## One rule for every layer
#
# The product so far has a name of its own, **δ**. It is ∂C/∂z of the layer where we
# are. For each layer, we do the same four things. What the layer was fed is called
# **a_in**: it is *x* for the first layer, and the *a* of the layer before for all
# others.
#
#     δ = ∂C/∂a · f′(z)
#     ∂C/∂w = δ · a_in
#     ∂C/∂b = δ
#     ∂C/∂a_in = w · δ
#
# The last line hands the slope to the layer before, which starts again with the first
# line.
#
# If *a_in* feeds several neurons, it changes the cost along several paths, and the
# changes add up. Suppose that it feeds two neurons. Their *w* are 3 and −1, and their
# *δ* are 2 and 2.
#
# **Predict.** What is ∂C/∂a_in?

# %%
w, delta = [3, -1], [2, 2]
parts = [w_j * delta_j for w_j, delta_j in zip(w, delta)]
answer = sum(parts)
print(f"the parts are {parts}, and their sum is {answer}")

# %% [markdown]
# ## What has to be kept
#
# The rule needs *z* and *a_in* of each layer. So the forward pass has to write them
# down. In the library, `forward` returns a record for each layer, with `A_in`, `Z` and
# `A`. They have one row for each neuron, and one column for each example:

# %%
from minibackprop import SIGMOID, TANH, Layer, Network, RandomNumbers, forward

rng = RandomNumbers(seed=5)
network = Network(
    Layer.random(3, 4, SIGMOID, rng),
    Layer.random(4, 2, TANH, rng),
    Layer.random(2, 1, rng=rng),
)
X = [[rng.uniform(-1, 1) for i in range(3)] for n in range(5)]
Y = [[rng.uniform(-1, 1)] for n in range(5)]
passes = forward(network, X)
for k, record in enumerate(passes, 1):
    print(f"layer {k}: rows of Z: {len(record.Z)}, columns: {len(record.Z[0])}")

# %% [markdown]
# ## Thirteen lines
#
# Here is the whole of backpropagation, for one example at a time. Read it beside the
# four lines of the rule.

# %%
from minibackprop import Vector


def my_backward(network: Network, x: Vector, y: Vector) -> list:
    passes = forward(network, [x])
    gradients: list = []
    dC_da = [row[0] - y_j for row, y_j in zip(passes[-1].A, y)]
    for layer, record in zip(reversed(network.layers), reversed(passes)):
        f_prime = layer.activation.f_prime
        delta = [slope * f_prime(row[0]) for slope, row in zip(dC_da, record.Z)]
        dC_dw = [[d * row[0] for row in record.A_in] for d in delta]
        dC_db = delta
        gradients.insert(0, (dC_dw, dC_db))
        columns = zip(*layer.weights)
        dC_da = [sum([w * d for w, d in zip(ws, delta)]) for ws in columns]
    return gradients


# %% [markdown]
# The last layer is not a special case, and neither is the first. For a batch, the
# gradient is the mean over its examples:

# %%
def mean(numbers: Vector) -> float:
    return sum(numbers) / len(numbers)


def my_backward_of_a_batch(network: Network, X: list, Y: list) -> list:
    each = [my_backward(network, x, y) for x, y in zip(X, Y)]
    means: list = []
    for k, layer in enumerate(network.layers):
        dC_dw = [[0.0] * layer.num_inputs for j in range(layer.num_neurons)]
        dC_db = [0.0] * layer.num_neurons
        for j in range(layer.num_neurons):
            dC_db[j] = mean([gradients[k][1][j] for gradients in each])
            for i in range(layer.num_inputs):
                dC_dw[j][i] = mean([gradients[k][0][j][i] for gradients in each])
        means.append((dC_dw, dC_db))
    return means


# %% [markdown]
# ## Check it
#
# A wrong gradient often still makes the cost smaller, so "it learns" proves nothing.
# Lesson 3 had another way to find a slope: by trying. The library does that for all
# weights and biases, and compares. It is called a numerical gradient check, and its
# relative error is the difference of two slopes, divided by their size.
#
# **Predict.** If all thirteen lines are right, how large is the largest relative error?
#
# - exactly 0
# - below 0.0001, but not exactly 0
# - about 0.1

# %%
from minibackprop import gradient_check

check = gradient_check(network, X, Y, backward=my_backward_of_a_batch)
error = check.largest_error
answer = "exactly 0"
if error > 0:
    answer = "below 0.0001, but not exactly 0"
if error > 0.0001:
    answer = "about 0.1"
print(f"largest relative error: {error:.1e}")

# %% [markdown]
# The tiny rest comes from trying, not from the chain rule: *h* is small, but it is not
# 0, and the computer rounds.
#
# Now let us break something. We leave out *f′*(*z*) in every layer, as if all
# activation functions were linear. The last layer of our network really is linear.
#
# **Predict.** In which layers are the slopes wrong now?
#
# - in all three
# - in layers 1 and 2
# - in layer 3 only

# %%
from minibackprop import Activation


def one(z: float) -> float:
    return 1.0


def without_f_prime(network: Network, X: list, Y: list) -> list:
    careless = []
    for layer in network.layers:
        without_slope = Activation("no slope", layer.activation.f, f_prime=one)
        careless.append(Layer(layer.weights, layer.biases, without_slope))
    return my_backward_of_a_batch(Network(*careless), X, Y)


right = my_backward_of_a_batch(network, X, Y)
wrong = without_f_prime(network, X, Y)
wrong_layers = []
for k in (1, 2, 3):
    is_wrong = abs(right[k - 1][0][0][0] - wrong[k - 1][0][0][0]) > 1e-9
    if is_wrong:
        wrong_layers.append(k)
    print(f"layer {k} is {'wrong' if is_wrong else 'right'}")
answer = "in all three"
if wrong_layers == [1, 2]:
    answer = "in layers 1 and 2"
if wrong_layers == [3]:
    answer = "in layer 3 only"
check = gradient_check(network, X, Y, backward=without_f_prime)
print(f"largest relative error: {check.largest_error:.1e}")

# %% [markdown]
# The check finds it at once. In lesson 10, the library even says *which* mistake it is.

# %% [markdown]
# ## Your turn
#
# **Modify.** Break another line of the thirteen. Forget the link, with `sum(delta)`
# instead of `sum([w * d …])`, or double each slope of a bias. What does the check say?
# Then take `record.A` instead of `record.A_in`: why does the check not even get as far
# as comparing?
#
# **Make.** Close this lesson, and write the thirteen lines again from the four lines of
# the rule. Then check them.

# %% [markdown]
# ## Next
#
# Lesson 8 trains three layers on the houses, and asks whether three layers are better
# than one.
