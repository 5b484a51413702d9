"""ShipIt days: 24 hours on anything, with something to show at the end."""
