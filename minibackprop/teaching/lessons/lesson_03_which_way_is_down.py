# %% [markdown]
# # 3. Which way is down?
#
# About 15 minutes. After this lesson you can find the slope of the cost with respect to
# a weight in two ways: by trying, and by the chain rule. And you can say in which
# direction a weight has to move.

# %% [markdown]
# ## One weight
#
# We take one house and one input, its number of rooms. The neuron has one weight and
# one bias. It predicts too little:

# %%
x, y = 6.575, 24.0
w, b = 2.0, 1.0


def cost_at(w: float, b: float) -> float:
    z = w * x + b
    a = z
    return 0.5 * (y - a) * (y - a)


print(f"prediction: {w * x + b}   target: {y}   cost: {cost_at(w, b):.3f}")

# %% [markdown]
# **Predict.** We make the weight a little larger. What happens to the cost?
#
# - it becomes smaller
# - it becomes larger

# %%
step = 0.001
before, after = cost_at(w, b), cost_at(w + step, b)
answer = "it becomes smaller" if after < before else "it becomes larger"
print(f"before: {before:.5f}   after: {after:.5f}")

# %% [markdown]
# A larger weight means a larger prediction, and the prediction was too low. So the cost
# becomes smaller.
#
# ## The slope, by trying
#
# How much smaller? That depends on how far we move. What matters is the change of the
# cost, divided by the change of the weight. This number is called the slope of *C* with
# respect to *w*, and it is written with a curly **∂**, which stands for a tiny change:
#
#     ∂C/∂w = (tiny change of C) / (tiny change of w)
#
# We move the weight by a tiny step **h** in both directions. *C*(*w* + *h*) is the cost
# with the weight *w* + *h*, and ≈ means "nearly equal":
#
#     ∂C/∂w ≈ (C(w + h) − C(w − h)) / 2h

# %%
h = 0.0001
slope_by_trying = (cost_at(w + h, b) - cost_at(w - h, b)) / (2 * h)
print(f"slope: {slope_by_trying:.4f}")

# %% [markdown]
# The slope is negative: if the weight goes up, the cost goes down. And it is steep. If
# we add 0.01 to the weight, the cost falls by about 0.65.
#
# But this way is slow. Each weight needs two new predictions, and a network can have
# millions of weights. There is a better way.

# %% [markdown]
# ## The slope, by the chain rule
#
# The cost is a chain of three small steps: *z* comes from *w*, then *a* comes from *z*,
# then *C* comes from *a*.
#
#     z = w·x + b
#     a = f(z)
#     C = ½(y − a)²
#
# We ask the same question of each step: if what goes in changes a little, how much does
# the result change?
#
# **Predict.** The first step is *z* = *w·x* + *b*, with *x* = 6.575. If *w* grows by
# 0.1, by how much does *z* grow?

# %%
old_z, new_z = w * x + b, (w + 0.1) * x + b
answer = new_z - old_z
print(f"z grows by {new_z - old_z:.4f}")

# %% [markdown]
# That is 0.1 times *x*. So the slope of the first step is the input. For the bias it is
# 1, as you saw in lesson 1:
#
#     ∂z/∂w = x
#     ∂z/∂b = 1
#
# The second step is linear, *a* = *z*. What goes in comes out, so the slope is 1:
#
#     ∂a/∂z = 1
#
# The last step is the parabola of lesson 2. We find its slope by trying, as before, but
# with letters. One step up the prediction is *a* + *h*, one step down it is *a* − *h*.
# The two costs differ by
#
#     ½(a + h − y)² − ½(a − h − y)² = 2·(a − y)·h
#
# We divide by the distance of the two steps, which is 2·*h*. What is left is
#
#     ∂C/∂a = a − y
#
# Without the ½ in the cost, this would be twice as much. That is what the ½ is for.
#
# **Predict.** Our prediction *a* is 14.15, and the target *y* is 24. Is ∂C/∂a positive
# or negative?
#
# - positive
# - negative

# %%
a = w * x + b
dC_da = a - y
answer = "positive" if dC_da > 0 else "negative"
print(f"dC/da = {dC_da:.2f}")

# %% [markdown]
# Negative means: a larger *a* would cost less. The prediction is too low.
#
# Now comes the chain rule. If *w* changes a little, then *z* changes *x* times as much.
# If *z* changes, *a* changes by the same amount. If *a* changes, then *C* changes (*a*
# − *y*) times as much. The factors multiply:
#
#     ∂C/∂w = ∂C/∂a · ∂a/∂z · ∂z/∂w
#     ∂C/∂w = (a − y) · 1 · x
#     ∂C/∂b = ∂C/∂a · ∂a/∂z · ∂z/∂b
#     ∂C/∂b = (a − y) · 1 · 1
#
# **Predict.** What is ∂C/∂w? The factors are −9.85, 1 and 6.575.

# %%
dz_dw = x
da_dz = 1.0
dC_dw = dC_da * da_dz * dz_dw
answer = dC_dw
print(f"by the chain rule: {dC_dw:.4f}")
print(f"by trying:         {slope_by_trying:.4f}")

# %% [markdown]
# The two numbers agree. The chain rule needed one prediction and three small factors,
# and each factor is easy.

# %% [markdown]
# ## A picture of it
#
# Here is the cost for many values of the weight. The straight line is the tangent: it
# touches the curve at one place, and its slope is ∂C/∂w there.
#
# **Predict.** What does the tangent look like where the cost is lowest?
#
# - it rises
# - it falls
# - it is flat

# %%
from minibackprop import Plot, Slider

weights = [i / 10 for i in range(-10, 81)]
costs = [cost_at(each, b) for each in weights]


def slope_at(w: float) -> float:
    return (w * x + b - y) * 1.0 * x


plots = []
for i in range(0, 29):
    here = i / 4
    height, slope = cost_at(here, b), slope_at(here)
    title = f"w = {here:.2f}: the cost is {height:.1f}, the slope is {slope:.1f}"
    plot = Plot("weight w", "cost C", title, y_range=(0, 400))
    plot.curve("C", weights, costs)
    plot.curve("tangent", [here - 1, here + 1], [height - slope, height + slope])
    plot.points("here", [here], [height])
    plots.append(plot)

w_of_lowest_cost = (y - b) / x
slope = slope_at(w_of_lowest_cost)
answer = "it is flat"
if slope > 0.001:
    answer = "it rises"
if slope < -0.001:
    answer = "it falls"
picture = Slider("the weight w", plots)
print(picture)

# %% [markdown]
# To the left of the lowest point the slope is negative, to the right it is positive,
# and at the lowest point it is 0. So the slope tells us which way is down: we have to
# go in the direction opposite to its sign.
#
# ## One step
#
# To make the cost smaller, we subtract the slope from the weight. To keep the step
# small, we multiply it by a small number first, the learning rate **η**:
#
#     new w = w − η · ∂C/∂w
#
# **Predict.** Our slope is −64.8. Does the weight become larger or smaller?
#
# - larger
# - smaller

# %%
learning_rate = 0.01
new_w = w - learning_rate * dC_dw
answer = "larger" if new_w > w else "smaller"
print(f"w was {w} and is now {new_w:.4f}")
print(f"the cost was {cost_at(w, b):.3f} and is now {cost_at(new_w, b):.3f}")

# %% [markdown]
# Subtracting a negative number means adding. The weight has moved in the right
# direction, and the cost has become smaller. This one rule is how the network learns.
# It is called gradient descent. The gradient is the list of all the slopes, one for
# each weight and each bias.

# %% [markdown]
# ## Your turn
#
# **Modify.** Start with `w = 6.0`. Predict the sign of each factor before you run it.
#
# **Make.** Work out ∂C/∂b in both ways, by trying and by the chain rule, and compare.

# %% [markdown]
# ## Next
#
# Lesson 4 repeats this step many times, for 13 weights and a bias, and for all houses
# at once.
