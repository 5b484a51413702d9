// What a chart's data says, as numbers and in words.

export const number = (value) => value.toLocaleString("en-US", { maximumFractionDigits: 2 });
export const percent = (part, whole) => `${number(Math.round((part / whole) * 1000) / 10)}%`;

export const total = (segments) => segments.reduce((sum, { value }) => sum + value, 0);

/** One or two sentences that say what the picture shows. */
export function describe(title, data) {
  if (data.type === "pie") {
    const whole = total(data.segments);
    const parts = data.segments.map(
      ({ label, value }) => `${label} ${number(value)} (${percent(value, whole)})`,
    );
    return `Pie chart: ${title}. ${parts.join(", ")}.`;
  }
  const { categories, x_label: x, y_label: y } = data.axis_config ?? {};
  const axes = [x && `Across: ${x}.`, y && `Up: ${y}.`].filter(Boolean).join(" ");
  const series = data.series.map(({ name, data: points }) => {
    const values = points.map(({ value }) => value);
    const [low, high] = [Math.min(...values), Math.max(...values)].map(number);
    const [first, last] = [values[0], values.at(-1)].map(number);
    return `${name} from ${first} to ${last}, lowest ${low}, highest ${high}`;
  });
  const kind = { bar: "Bar", line: "Line", area: "Area" }[data.type];
  const points = `${labelsOf(data, categories).length} points`;
  const parts = [`${kind} chart: ${title}.`, axes, `${points}: ${series.join("; ")}.`];
  return parts.filter(Boolean).join(" ");
}

/** The same chart with each series' points in the order of the categories. */
export function aligned(data) {
  const categories = data.axis_config?.categories;
  if (!categories || !data.series) return data;
  const order = (points) =>
    categories.map((label) => points.find((point) => point.label === label) ?? { label, value: 0 });
  return { ...data, series: data.series.map((one) => ({ ...one, data: order(one.data) })) };
}

export const labelsOf = (data, categories) => categories ?? data.series[0].data.map(({ label }) => label);
