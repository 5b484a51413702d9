"""What people do: say, type a command, click, submit, open."""
