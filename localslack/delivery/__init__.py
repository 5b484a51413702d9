"""What bots are sent: events, commands and interactions, over HTTP or Socket Mode."""
