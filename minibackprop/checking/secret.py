"""What is said of secret numbers, which are drawn from a seed, and what they are worth."""

SHARE_OF_SECRET = 0.5  # of the points, if there are secret numbers
OTHER_NUMBERS = ", other numbers"  # at the end of the title of a trial
WRONG_IN_SECRET = "wrong, or an error"
NO_ANSWER = "there was no answer"
ONLY_WITH_OTHERS = (
    "{name} is right with the numbers that you see, but not with others: does it work for any numbers?"
)
