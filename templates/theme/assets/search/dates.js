/* Dates in a question: "24 May 2016", "May 2016", "2016-05-24", "last week of May", "in 2016". */

const MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
  "november", "december"];
const MONTH = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const YEAR = "((?:19|20)\\d\\d)";
const DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
const PARTS = { first: [1, 7], second: [8, 14], third: [15, 21], fourth: [22, 28], last: [-7, 31], early: [1, 10], mid: [11, 20], late: [21, 31] };

/* Each form, and what it says: year, month (1 to 12), first and last day. */
const FORMS = [
  [`(\\d{4})-(\\d\\d)-(\\d\\d)`, ([year, month, day]) => span(year, month, day, day)],
  [`(\\d{4})-(\\d\\d)`, ([year, month]) => span(year, month)],
  [`(first|second|third|fourth|last) week (?:of|in) ${MONTH}(?:,? (?:of )?${YEAR})?`, ([part, month, year]) => part_of(part, month, year)],
  [`(early|mid|late)[- ]${MONTH}(?:,? ${YEAR})?`, ([part, month, year]) => part_of(part, month, year)],
  [`${DAY} (?:of )?${MONTH}(?:,? ${YEAR})?`, ([day, month, year]) => span(year, number(month), day, day)],
  [`${MONTH} ${DAY}(?:,? ${YEAR})?(?!\\d)`, ([month, day, year]) => span(year, number(month), day, day)],
  [`${MONTH},? (?:of )?${YEAR}`, ([month, year]) => span(year, number(month))],
  [`(?:in|during|from|of) ${YEAR}`, ([year]) => span(year)],
  [`(?:in|during) ${MONTH}`, ([month]) => span(null, number(month))],
  [`^${YEAR}$`, ([year]) => span(year)],
  [`^(january|february|april|june|july|august|september|october|november|december)$`, ([month]) => span(null, number(month))],
].map(([form, read]) => [new RegExp(`(?<![\\p{L}\\p{N}-])(?:(?:in|on|during|from) )?${form}(?![\\p{L}\\p{N}-])`, "iu"), read]);

const number = (name) => MONTHS.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3))) + 1;

function span(year, month = null, first = null, last = null) {
  const [y, m, from, to] = [year, month, first, last].map((value) => (value ? Number(value) : null));
  if (m !== null && (m < 1 || m > 12)) return null;
  if (from !== null && (from < 1 || from > 31)) return null;
  return { year: y, month: m, first: from, last: to };
}

function part_of(part, month, year) {
  const [first, last] = PARTS[part.toLowerCase()];
  const m = number(month);
  const days = new Date(Date.UTC(year ?? 2024, m, 0)).getUTCDate();
  return span(year, m, first < 0 ? days + first + 1 : first, Math.min(last, days));
}

/** The date that a question holds, what it is called, and the question without it; null if it holds none. */
export function dateIn(question) {
  for (const [form, read] of FORMS) {
    const found = form.exec(question);
    const when = found && read(found.slice(1));
    if (when) {
      const rest = `${question.slice(0, found.index)} ${question.slice(found.index + found[0].length)}`;
      return { when, label: labelled(when), rest: rest.trim() };
    }
  }
  return null;
}

function labelled({ year, month, first, last }) {
  const name = month ? MONTHS[month - 1][0].toUpperCase() + MONTHS[month - 1].slice(1) : "";
  const days = first && (first === last ? String(first) : `${first}–${last}`);
  return [days, name, year ?? (month && "any year")].filter(Boolean).join(" ");
}

/** Whether a day, which is null if it is unknown, lies in what was asked for. */
export function within(day, { year, month, first, last }) {
  if (!day) return false;
  const date = day.getUTCDate();
  return (!year || day.getUTCFullYear() === year) && (!month || day.getUTCMonth() + 1 === month)
    && (!first || (date >= first && date <= last));
}
