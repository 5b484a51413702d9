"""The four Ts of step 2: how much say there is over task, time, technique and team."""
