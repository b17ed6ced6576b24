# %% [markdown]
# # 5. Nonlinearity
#
# About 15 minutes. After this lesson you can name four activation functions and their
# derivatives. You can also say when a neuron stops learning, because its slope is
# almost 0.

# %% [markdown]
# ## Why not linear?
#
# Suppose that there are two linear layers in a chain, each with one neuron. The first
# one computes 2·*x* + 1. The second one takes what comes out of the first, multiplies
# it by 3, and subtracts 1.
#
# **Predict.** If *x* grows by 1, by how much does the result grow?

# %%
from minibackprop import LINEAR, Layer, Network

network = Network(Layer([[2]], [1], LINEAR), Layer([[3]], [-1], LINEAR))
answer = network.predict([1])[0] - network.predict([0])[0]
for x in range(4):
    print(f"x = {x}   result = {network.predict([x])[0]}")

# %% [markdown]
# It always grows by 6. If you chain straight lines, you get a straight line again, here
# 6·*x* + 2. So two linear layers can do no more than one. To get anything but a
# straight line, something between the layers must not be straight.

# %% [markdown]
# ## Four functions
#
# An activation function *f* takes *z* and gives *a*. Its derivative **f′** says how
# much *a* changes if *z* changes a little. It is the factor ∂a/∂z of the chain rule:
#
#     ∂a/∂z = f′(z)
#
# The function relu keeps what is above 0 and cuts off the rest:
#
#     relu(z) = z if z > 0, else 0
#     relu′(z) = 1 if z > 0, else 0
#
# **Predict.** What is relu(−3)?

# %%
def relu(z: float) -> float:
    return z if z > 0 else 0.0


def relu_prime(z: float) -> float:
    return 1.0 if z > 0 else 0.0


answer = relu(-3.0)
for z in (-3.0, -0.5, 0.0, 0.5, 3.0):
    print(f"z = {z}   relu: {relu(z)}   slope: {relu_prime(z)}")

# %% [markdown]
# At *z* = 0, relu has a corner, and a corner has no slope. We need some number there,
# so we agree on 0, as nearly everybody does: relu′(0) = 0.
#
# The sigmoid, **σ**, squeezes every number into the range from 0 to 1. The number **e**
# is about 2.718.
#
#     σ(z) = 1 / (1 + e⁻ᶻ)
#     σ′(z) = σ(z) · (1 − σ(z))
#
# **Predict.** What is σ(0)?

# %%
import math


def sigmoid(z: float) -> float:
    return 1 / (1 + math.exp(-z))


def sigmoid_prime(z: float) -> float:
    return sigmoid(z) * (1 - sigmoid(z))


answer = sigmoid(0.0)
for z in (-6.0, -2.0, 0.0, 2.0, 6.0):
    print(f"z = {z}   sigmoid: {sigmoid(z):.4f}")

# %% [markdown]
# The last one is tanh. It looks like the sigmoid, but goes from −1 to 1:
#
#     tanh(z) = (eᶻ − e⁻ᶻ) / (eᶻ + e⁻ᶻ)
#     tanh′(z) = 1 − tanh(z) · tanh(z)
#
# ## Where the slope is large, and where it is not
#
# Here is the sigmoid with its derivative.
#
# **Predict.** At which *z* is the slope of the sigmoid largest?

# %%
from minibackprop import Plot, Slider

grid = [i / 10 for i in range(-80, 81)]
activations = [sigmoid(z) for z in grid]
slopes = [sigmoid_prime(z) for z in grid]
plots = []
for i in range(-13, 14):
    z = i / 2
    a, slope = sigmoid(z), sigmoid_prime(z)
    title = f"z = {z:.1f}: a = {a:.3f}, its slope is {slope:.4f}"
    plot = Plot("z", "a and its slope", title, y_range=(0, 1))
    plot.curve("a = f(z)", grid, activations)
    plot.curve("the slope f'(z)", grid, slopes)
    plot.curve("tangent", [z - 1.5, z + 1.5], [a - 1.5 * slope, a + 1.5 * slope])
    plot.points("here", [z, z], [a, slope])
    plots.append(plot)

answer = grid[slopes.index(max(slopes))]
picture = Slider("z", plots)
print(picture)

# %% [markdown]
# The slope is largest in the middle, where it is ¼. On both sides it falls towards 0. A
# sigmoid or tanh neuron whose *z* is far from 0 is called saturated. Its activation
# hardly changes any more, whatever happens to its weights.
#
# Now take a sigmoid neuron with *z* = 10. Compare it with one that has *z* = 0, the
# same input and the same error *a* − *y*. Remember that ∂C/∂w has the factor ∂a/∂z.
#
# **Predict.** At *z* = 10, the slopes of its weights are …
#
# - about as large
# - about a tenth as large
# - less than a thousandth as large

# %%
share = sigmoid_prime(10.0) / sigmoid_prime(0.0)
answer = "about as large"
if share < 0.3:
    answer = "about a tenth as large"
if share < 0.001:
    answer = "less than a thousandth as large"
print(f"slope at 0:  {sigmoid_prime(0.0):.6f}")
print(f"slope at 10: {sigmoid_prime(10.0):.6f}")

# %% [markdown]
# A saturated neuron learns thousands of times more slowly. A relu below 0 does not
# learn at all: its slope is exactly 0. Lesson 10 comes back to both.

# %% [markdown]
# ## All four in the library
#
# In the library each activation function is an object with `f` and `f_prime`. Both take
# *z*.
#
# **Predict.** Which of them has the largest slope at *z* = 2?
#
# - linear and relu
# - sigmoid
# - tanh

# %%
from minibackprop import RELU, SIGMOID, TANH

at_2 = {
    "linear and relu": RELU.f_prime(2.0),
    "sigmoid": SIGMOID.f_prime(2.0),
    "tanh": TANH.f_prime(2.0),
}
names = ["linear and relu", "sigmoid", "tanh"]
answer = max(names, key=lambda name: at_2[name])
for name in names:
    print(f"{name}: {at_2[name]:.4f}")

# %% [markdown]
# That is why relu is so popular: above 0, its slope is always 1, however large *z* is.
# Here are all four:

# %%
plot = Plot("z", "a = f(z)", "Four activation functions", y_range=(-1.5, 2))
for activation in (LINEAR, RELU, SIGMOID, TANH):
    plot.curve(activation.name, grid, [activation.f(z) for z in grid])
picture = plot
print(picture)

# %% [markdown]
# And these are their slopes. Those of linear and relu do not get smaller:

# %%
plot = Plot("z", "f'(z)", "The slopes of the four functions", y_range=(0, 1.2))
for activation in (LINEAR, RELU, SIGMOID, TANH):
    plot.curve(activation.name, grid, [activation.f_prime(z) for z in grid])
picture = plot
print(picture)

# %% [markdown]
# ## Your turn
#
# **Modify.** Show tanh on the slider instead of the sigmoid: use `math.tanh`, write its
# derivative, and let `y_range` begin at −1. How steep is it at 0?
#
# **Make.** Write a "leaky" relu, which is *z* above 0 and 0.1·*z* below, and its
# derivative. Check the derivative at *z* = −2 and at *z* = 2 by trying, as in lesson 3.

# %% [markdown]
# ## Next
#
# Now we have what can stand between two layers. Lesson 6 finds the slopes when there
# are two.
