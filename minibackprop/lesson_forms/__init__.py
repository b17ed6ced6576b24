"""The lessons in their forms: read in a terminal, as a notebook, as a program to edit, and as a web page."""
