# Diagramme in Worten, für alle, die sich Slack vorlesen lassen.

chart-in-words = Liniendiagramm, { $title }, { $first } bis { $last }: { $series }
chart-series = { $name }: { $values }.
chart-value = { $value }
