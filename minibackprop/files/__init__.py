"""Reading and writing files. These modules may use the standard library; the core does not depend on them."""
