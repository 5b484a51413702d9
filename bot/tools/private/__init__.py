"""What people keep for themselves with the tools: locked, and read by nobody else."""
