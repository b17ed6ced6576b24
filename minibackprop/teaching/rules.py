"""The chain rule as its few rules, each in one formula and one sentence: the words for them, said once.

Explanations, the walk through a step, the step page and the diagnosis of mistakes all use these words.
"""


class Rule:
    """One rule of the chain: the name of its result in a record, a title, the formula, the rule in words.

    `meaning` says what the factor is that the rule brings into the chain.
    """

    def __init__(self, result: str, title: str, formula: str, words: str, meaning: str) -> None:
        self.result = result
        self.title = title
        self.formula = formula
        self.words = words
        self.meaning = meaning

    def __repr__(self) -> str:
        return f"Rule({self.formula})"


# Where more is known, it takes the place of these words: which layer, what it is fed, which f, how many examples.
NEXT_LAYER = "the next layer"
FED = "a_in"
ACTIVATION = "the activation function"
EXAMPLES = "the examples"

ERROR = Rule(
    "dC_dA",
    "the slope of the cost with respect to a",
    "∂C/∂a = a − y",
    "The chain rule starts at the cost: its slope with respect to a is a − y, above 0 if a is too high.",
    "the error of the output",
)
SLOPE = Rule(
    "dA_dZ",
    "the slope of a with respect to z",
    "∂a/∂z = f′(z)",
    "∂a/∂z is how strongly a responds to z: the slope of the activation function at z.",
    "how strongly a responds to z",
)
DELTA = Rule(
    "dC_dZ",
    "the slope of the cost with respect to z",
    "∂C/∂z = ∂C/∂a · ∂a/∂z",
    "The chain rule multiplies two slopes: of the cost with respect to a, and of a with respect to z.",
    "the slope of the cost with respect to z",
)
WEIGHTS = Rule(
    "dC_dW",
    "the gradient with respect to the weights",
    "∂C/∂w = ∂C/∂z · a_in",
    "∂z/∂w is what the weight multiplies: a_in.",
    "what the weight multiplies",
)
BIASES = Rule(
    "dC_db",
    "the gradient with respect to the biases",
    "∂C/∂b = ∂C/∂z · 1",
    "∂z/∂b = 1: z changes by exactly as much as the bias.",
    "z changes by exactly as much as the bias",
)
MEAN = Rule(
    "dC_dW",
    "the mean over the examples",
    "∂C/∂w = 1/m · sum over the examples",
    "The gradient is the mean over the examples.",
    "the number of examples",
)
BACK = Rule(
    "dC_dA",
    "the slope of the cost with respect to a",
    "∂C/∂a = sum of ∂C/∂z · w, both of the next layer",
    "Each a affects the cost through every neuron of the next layer, so these slopes add up.",
    "the weight to the next neuron",
)
