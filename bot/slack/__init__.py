"""Transport: listening, Block Kit pieces, delivery, installs. No domain words in here."""
