"""One's own week of step 3: the three conditions of mastery, for oneself."""
