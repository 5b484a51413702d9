# `/amp export`: the digests of a team as files, for its leads.

export-done = :white_check_mark: CSV and JSON are in our direct messages.
# The comment beside the two files.
export-comment = { $digests ->
    [one] What the digest of *{ $team }* showed.
   *[other] What the { $digests } digests of *{ $team }* showed.
} Rounded as it was shown; what was hidden is not in here either.
export-as-text-text = The digests as text
# Where no file can be sent: $shown of $all rows of the table follow.
export-as-text = I can't send files here (that takes the permission `files:write`), so this is what the digests of *{ $team }* showed. Whoever runs me gets all of it with the command line: `amp export` and the team's name, `--json` for JSON.
export-as-text-newest = I can't send files here (that takes the permission `files:write`), so this is the newest { $shown } of { $all } rows of what the digests of *{ $team }* showed. Whoever runs me gets all of it with the command line: `amp export` and the team's name, `--json` for JSON.

# What goes wrong

error-nothing-to-export = No round of this team has closed yet, so there is nothing to export.
