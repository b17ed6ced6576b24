"""Views turn results into text to look at. They return strings and print nothing."""
