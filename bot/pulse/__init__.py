"""Asking: rounds, invitations, sealed ballots, tallies."""
