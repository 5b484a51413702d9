"""Two teams that are too small for numbers, asked as one."""
