"""One module for each way to train the same network: ours, and those of others, none of which has to be installed.

Each has NAME, HOW (to get it), `cannot(job)`, which says why it cannot do a job or is empty, and `train(job)`, which
trains from the job's first weights and returns the last ones. They import little, since their start is timed too.
"""
