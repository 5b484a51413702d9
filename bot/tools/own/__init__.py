"""For oneself: one's own week (step 3), one's own sentence (step 4), and whether all this fits."""
