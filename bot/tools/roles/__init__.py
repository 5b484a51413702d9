"""The role map of step 1: which of a team's work is algorithmic and which heuristic."""
