"""Attackers: one program for each row of the threat model (docs/privacy.md), with known truth.

A row is a module in `tests/attackers/rows`: `ROW` says who attacks and how, `attack` makes rounds
and guesses what was answered in them, and `BROKEN` names variants of Amp without a protection, in
which the same attacker has to succeed. `make privacy` runs all of them at length, and the ordinary
tests a few rounds of each.
"""
