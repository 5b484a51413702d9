"""What people do, and hear, about being away."""
