"""One's own sentence of step 4: whom this work helps."""
