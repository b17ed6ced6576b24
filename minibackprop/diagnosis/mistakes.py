"""The catalogue of the mistakes that a diagnosis can name."""

from .mistakes_by_a_factor import BY_A_FACTOR
from .mistakes_in_batches import IN_BATCHES
from .mistakes_in_gradients import IN_GRADIENTS
from .mistakes_in_slopes import IN_SLOPES
from .mistakes_passing_back import PASSING_BACK

MISTAKES = {mistake.name: mistake for mistake in BY_A_FACTOR + IN_SLOPES + IN_GRADIENTS + PASSING_BACK + IN_BATCHES}
