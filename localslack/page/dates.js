// Moments as a person in a time zone reads them. Everything takes seconds since 1970.

const LOCALE = "en-US";
const CLOCK = { hour: "numeric", minute: "2-digit" };
const EXACT = { ...CLOCK, second: "2-digit" };
const formats = new Map();

/** True for what a calendar can show: a number of seconds within 273,790 years of 1970. */
export const isMoment = (seconds) => Math.abs(seconds) <= 8.64e12;

/** The locale, or English for one that nobody understands. */
function understood(locale) {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? LOCALE;
  } catch {
    return LOCALE;
  }
}

function format(seconds, zone, options, locale = LOCALE) {
  if (!isMoment(seconds)) return "";
  const key = zone + locale + JSON.stringify(options);
  if (!formats.has(key))
    formats.set(key, new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }));
  return formats.get(key).format(new Date(seconds * 1000));
}

/** "10:04 AM" */
export const timeOf = (seconds, zone) =>
  format(seconds, zone, CLOCK);

/** "10:04:31 AM" */
export const exactTimeOf = (seconds, zone) =>
  format(seconds, zone, EXACT);

const days = new Map();

/** "2026-11-24": equal for two moments of one local day. Asked of every message that is drawn. */
export function dayOf(seconds, zone) {
  // No zone's day begins within a quarter of an hour.
  const key = `${zone} ${Math.floor(seconds / 900)}`;
  if (!days.has(key)) {
    const parts = partsOf(seconds, zone);
    days.set(key, `${parts.year}-${parts.month}-${parts.day}`);
  }
  return days.get(key);
}

/** The parts of a moment in a zone, as two-digit strings (year: four). */
export function partsOf(seconds, zone) {
  const key = `parts ${zone}`;
  if (!formats.has(key)) {
    formats.set(
      key,
      new Intl.DateTimeFormat("en-GB", {
        timeZone: zone,
        hourCycle: "h23",
        year: "numeric",
        month: "2-digit",
        day: "2-digit",
        hour: "2-digit",
        minute: "2-digit",
        second: "2-digit",
      }),
    );
  }
  const found = formats.get(key).formatToParts(new Date(seconds * 1000));
  return Object.fromEntries(found.map(({ type, value }) => [type, value]));
}

/** Seconds since 1970 of a wall-clock "2026-11-24T10:00" in a zone. */
export function momentIn(zone, wall) {
  const wanted = Date.parse(`${wall}:00Z`.replace(/(:\d\d:\d\d):00Z$/, "$1Z")) / 1000;
  let guess = wanted;
  // Two rounds settle it, also on the day that daylight saving changes.
  for (let round = 0; round < 2; round += 1) guess += wanted - wallSeconds(guess, zone);
  return guess;
}

function wallSeconds(seconds, zone) {
  const p = partsOf(seconds, zone);
  return Date.parse(`${p.year}-${p.month}-${p.day}T${p.hour}:${p.minute}:${p.second}Z`) / 1000;
}

/** "2026-11-24T10:00" as a datetime-local input wants it. */
export function wallOf(seconds, zone) {
  const p = partsOf(seconds, zone);
  return `${p.year}-${p.month}-${p.day}T${p.hour}:${p.minute}`;
}

/** "1st", "2nd", "3rd", "4th" … */
function ordinal(day) {
  const n = Number(day);
  const teen = n % 100 >= 11 && n % 100 <= 13;
  return n + (teen ? "th" : ({ 1: "st", 2: "nd", 3: "rd" }[n % 10] ?? "th"));
}

/**
 * "Tuesday, November 24th", with the year if it isn't this one; "Today" and "Yesterday" where they
 * fit.
 */
export function dayTitle(seconds, zone, now) {
  const day = dayOf(seconds, zone);
  if (day === dayOf(now, zone)) return "Today";
  if (day === dayOf(now - 86400, zone)) return "Yesterday";
  const text = format(seconds, zone, { weekday: "long", month: "long" });
  const [month, weekday] = text.split(" ");
  const parts = partsOf(seconds, zone);
  const year = parts.year === partsOf(now, zone).year ? "" : `, ${parts.year}`;
  return `${weekday ?? ""}, ${month} ${ordinal(parts.day)}${year}`;
}

/** "Tue, Nov 24, 10:04 AM" */
export const stamp = (seconds, zone) =>
  format(seconds, zone, {
    weekday: "short",
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
  });

/** "November 24, 2026 at 10:04 AM", for a tooltip. */
export const fullStamp = (seconds, zone) =>
  format(seconds, zone, { dateStyle: "long", timeStyle: "medium" });

/** "3 hours ago", "in 2 days". */
export function ago(seconds, now, locale = LOCALE) {
  const difference = seconds - now;
  const units = [
    ["year", 31536000],
    ["month", 2592000],
    ["week", 604800],
    ["day", 86400],
    ["hour", 3600],
    ["minute", 60],
  ];
  const [unit, size] = units.find(([, length]) => Math.abs(difference) >= length) ?? ["second", 1];
  return relative(Math.round(difference / size), unit, locale);
}

const relative = (many, unit, locale) =>
  new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(many, unit);

/** "today", "yesterday" or "tomorrow" in a language, or else the text. */
function pretty(seconds, zone, now, text, locale) {
  const day = dayOf(seconds, zone);
  const away = [0, -1, 1].find((days) => dayOf(now + days * 86400, zone) === day);
  return away === undefined ? text : relative(away, "day", locale);
}

/**
 * A format of `<!date^…>`, such as "{date_short_pretty} at {time}", filled in as the reader of a
 * `world` (mrkdwn.js) has it, in their language; `isFirst` begins a line.
 */
export function slackDate(template, seconds, world, isFirst) {
  const { zone } = world;
  const locale = understood(world.locale);
  const now = world.now();
  const written = (options) => format(seconds, zone, options, locale);
  const thisYear = partsOf(seconds, zone).year === partsOf(now, zone).year;
  const year = thisYear ? {} : { year: "numeric" };
  const date = written({ month: "long", day: "numeric", year: "numeric" });
  const short = written({ month: "short", day: "numeric", year: "numeric" });
  const long = written({
    weekday: "long",
    month: "long",
    day: "numeric",
    year: "numeric",
  });
  const tokens = {
    date_num: () => dayOf(seconds, zone),
    date_slash: () => written({ month: "2-digit", day: "2-digit", year: "numeric" }),
    date: () => written({ month: "long", day: "numeric", ...year }),
    date_short: () => short,
    date_long: () => long,
    date_pretty: () => pretty(seconds, zone, now, date, locale),
    date_short_pretty: () => pretty(seconds, zone, now, short, locale),
    date_long_pretty: () => pretty(seconds, zone, now, long, locale),
    day_divider_pretty: () => pretty(seconds, zone, now, long, locale),
    time: () => written(CLOCK),
    time_secs: () => written(EXACT),
    ago: () => ago(seconds, now, locale),
  };
  const filled = template.replace(/\{(\w+)\}/g, (all, name) => tokens[name]?.() ?? all);
  return isFirst ? filled.charAt(0).toUpperCase() + filled.slice(1) : filled;
}
