# Charts in words, for a screen reader: Slack shows no more than 2,000 characters.

# $first and $last are the ends of the line, $series is a row of chart-series.
chart-in-words = Line chart, { $title }, { $first } to { $last }. { $series }
# A line by its name, and its values in their order.
chart-series = { $name }: { $values }.
chart-value = { $value }
