"""Tools read and write files. They may use the standard library; nothing in the core imports them."""
