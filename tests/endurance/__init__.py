"""What happens to a run that is killed, or interrupted more than once: nothing that was learned is lost."""
