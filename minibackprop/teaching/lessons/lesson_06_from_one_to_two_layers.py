# %% [markdown]
# # 6. From one layer to two
#
# About 15 minutes. After this lesson you can find every slope of a network with two
# layers by hand. You also know which factor links one layer to the next.

# %% [markdown]
# ## A small network
#
# The network has two inputs, two neurons in its first layer, and one neuron in its
# second layer. All are linear, and all numbers are small, so that you can follow with
# pencil and paper.

# %%
from minibackprop import Layer, Network

network = Network(Layer([[1, -1], [2, 1]], [0, -2]), Layer([[3, 2]], [1]))
x, y = [2, 1], 8
picture = network
print(picture)

# %% [markdown]
# We now have to say which layer we mean. A small raised number is the number of the
# layer: *w²* are the weights of layer 2. It does not mean "squared" here. The low
# numbers say which neuron a weight belongs to, and then which input it multiplies:
# *w¹₂₁* is in layer 1, belongs to neuron 2, and multiplies input 1.
#
# The second layer is fed by the first. What comes out of layer 1 goes into layer 2:
#
#     z¹₁ = w¹₁₁·x₁ + w¹₁₂·x₂ + b¹₁
#     z¹₂ = w¹₂₁·x₁ + w¹₂₂·x₂ + b¹₂
#     z²₁ = w²₁₁·a¹₁ + w²₁₂·a¹₂ + b²₁
#
# The weights of neuron 1 are 1 and −1, its bias is 0. Those of neuron 2 are 2 and 1,
# its bias is −2. The inputs are 2 and 1.
#
# **Predict.** What is *a¹₂*, the activation of neuron 2 in layer 1?

# %%
w1, b1 = network.layers[0].weights, network.layers[0].biases
w2, b2 = network.layers[1].weights, network.layers[1].biases
a1 = [0.0, 0.0]
for j in range(2):
    a1[j] = w1[j][0] * x[0] + w1[j][1] * x[1] + b1[j]
a2 = w2[0][0] * a1[0] + w2[0][1] * a1[1] + b2[0]
answer = a1[1]
print(f"a of layer 1: {a1}   a of layer 2: {a2}")

# %% [markdown]
# The network predicts 3·1 + 2·3 + 1 = 10, and the target is 8. So it is too high by 2,
# and the cost is ½·4 = 2.

# %% [markdown]
# ## The last layer: nothing new
#
# For layer 2, everything is as in lesson 3. Only the input is now called *a¹* instead
# of *x*. Layer 2 has only one neuron, so we write *a²* for *a²₁*, and *z²* for *z²₁*:
#
#     ∂C/∂w²₁₁ = ∂C/∂a² · ∂a²/∂z² · ∂z²/∂w²₁₁
#     ∂C/∂w²₁₁ = (a² − y) · 1 · a¹₁
#
# **Predict.** What is ∂C/∂w²₁₂? It multiplies *a¹₂*, which is 3.

# %%
dC_da2 = a2 - y
da2_dz2 = 1
dC_dz2 = dC_da2 * da2_dz2
dC_dw2 = [dC_dz2 * a1[0], dC_dz2 * a1[1]]
dC_db2 = dC_dz2 * 1
answer = dC_dw2[1]
print(f"dC/dw of layer 2: {dC_dw2}   dC/db of layer 2: {dC_db2}")

# %% [markdown]
# ## The link
#
# To get to layer 1, the chain needs one new factor: how does *z* of layer 2 change if
# *a* of layer 1 changes? In *z²₁* = *w²₁₁·a¹₁* + …, the *a¹₁* is multiplied by the
# weight:
#
#     ∂z²/∂a¹₁ = w²₁₁
#
# That is the link between the layers. It is the reason why the slopes can be found from
# the last layer to the first, and why this is called backpropagation. With it, the
# chain for a weight of layer 1 has five factors:
#
#     ∂C/∂w¹₁₁ = ∂C/∂a² · ∂a²/∂z² · ∂z²/∂a¹₁ · ∂a¹₁/∂z¹₁ · ∂z¹₁/∂w¹₁₁
#     ∂C/∂w¹₁₁ = (a² − y) · 1 · w²₁₁ · 1 · x₁
#
# First we go as far as ∂C/∂a¹₁, which is the product of the first three.
#
# **Predict.** What is ∂C/∂a¹₁? The error is 2, and *w²₁₁* is 3.

# %%
dz2_da1 = w2[0]
dC_da1 = [dC_dz2 * dz2_da1[0], dC_dz2 * dz2_da1[1]]
answer = dC_da1[0]
print("dC/da of layer 1:", dC_da1)

# %% [markdown]
# If *a¹₁* grows by a tiny bit, the cost grows by 6 times as much. Two factors are left:
# ∂a¹₁/∂z¹₁ is 1, because the neuron is linear, and ∂z¹₁/∂w¹₁₁ is the input *x₁*, which
# is 2.
#
# **Predict.** What is ∂C/∂w¹₁₁?

# %%
dC_dz1 = [dC_da1[0] * 1, dC_da1[1] * 1]
dC_dw1 = [
    [dC_dz1[0] * x[0], dC_dz1[0] * x[1]],
    [dC_dz1[1] * x[0], dC_dz1[1] * x[1]],
]
dC_db1 = dC_dz1
answer = dC_dw1[0][0]
print(f"dC/dw of layer 1: {dC_dw1}   dC/db of layer 1: {dC_db1}")

# %% [markdown]
# Nine slopes, and nothing was computed twice: layer 1 used what layer 2 had already
# found. The library agrees:

# %%
from minibackprop import backward, forward

backward_pass = backward(network, forward(network, [x]), [[y]])
for k, layer in enumerate(backward_pass, 1):
    print(f"layer {k}   dC/dw: {layer.dC_dW}   dC/db: {layer.dC_db}")

# %% [markdown]
# The library can also explain each single slope, with all its factors. (It tries with a
# large *h*: for a parabola, any *h* gives the exact slope.)

# %%
from minibackprop import explain

print(explain(network, x, [y], layer=1, neuron=1, input=1, learning_rate=0.001))

# %% [markdown]
# ## y − a or a − y?
#
# You will meet both. Some texts, and even the formulas at the end of the course
# notebook "Module 4: Backpropagation", write (*y* − *a*) where its code has (*a* −
# *y*). The cost is the same for both, because it is a square. But the slope is not: it
# has the other sign.
#
# Suppose that somebody uses *y* − *a* for ∂C/∂a, and then subtracts the gradient, as
# usual.
#
# **Predict.** After a step, the cost is …
#
# - smaller, as it should be
# - larger

# %%
def cost_after_a_step(error: float) -> float:
    learning_rate = 0.001
    new_w = [w - learning_rate * error * a for w, a in zip(w2[0], a1)]
    new_a2 = new_w[0] * a1[0] + new_w[1] * a1[1] + b2[0]
    return 0.5 * (y - new_a2) * (y - new_a2)


cost_before = 0.5 * (y - a2) * (y - a2)
right, wrong = cost_after_a_step(a2 - y), cost_after_a_step(y - a2)
answer = "larger" if wrong > cost_before else "smaller, as it should be"
print(f"before: {cost_before}   with a - y: {right:.4f}   with y - a: {wrong:.4f}")

# %% [markdown]
# With *y* − *a* every step goes up instead of down. If you write *y* − *a*, you must
# add the gradient instead of subtracting it. We always use *a* − *y*, and subtract.

# %% [markdown]
# ## Your turn
#
# **Modify.** Import `SIGMOID`, and give it to the two neurons of layer 1: `Layer([[1,
# -1], [2, 1]], [0, -2], SIGMOID)`. The library notices, but the code by hand does not:
# change its lines of `a1` and `dC_dz1`, until both agree again.
#
# **Make.** Choose one of the weights of layer 1, and find its slope by trying, as in
# lesson 3. Compare.

# %% [markdown]
# ## Next
#
# With two layers, we wrote the chain out. Lesson 7 turns it into one rule that works
# for any number of layers.
