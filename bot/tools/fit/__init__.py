"""Whether the framework fits: six questions, answered plainly."""
