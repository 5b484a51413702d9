"""Reports: a team's or the company's quarter on one page that can be printed."""
