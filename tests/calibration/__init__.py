"""How often `gradient_check` is wrong: on random networks of ordinary and of extreme sizes."""
