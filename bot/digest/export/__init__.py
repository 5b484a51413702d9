"""Taking digests elsewhere: what they showed, as CSV and JSON."""
