"""What people say to Amp as they would to somebody: it answers once, and shortly."""
