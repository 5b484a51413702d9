"""The audit of step 1: what steers a team, as one person sees it and as the team does."""
