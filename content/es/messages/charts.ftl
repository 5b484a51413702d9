# Los gráficos en palabras, para un lector de pantalla.

chart-in-words = Gráfico de líneas: { $title }, de { $first } a { $last }: { $series }
chart-series = { $name }: { $values }.
chart-value = { $value }
