"""What is kept about people: shown to each of them, and let go in time."""
