"""What we teach and what we measure, read from content/."""
