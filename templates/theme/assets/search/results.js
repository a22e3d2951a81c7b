/* What a search found, as a reader sees it: names, then statements, then briefings. */
import { count, element } from "./element.js";
import { PARTS } from "./store.js";
import { pieces, words } from "./words.js";

const SHOWN = 60; // words of a statement, around the first that matches
const OF_A_SUMMARY = 40;
const HEADLINE = 3; // words of a question from which a headline that has all of them comes first

/** The parts of an answer as elements; `limits` says how many statements and briefings are shown. */
export async function sections(store, answer, limits) {
  const made = [];
  if (answer.names.length) made.push(cards(store, answer.names));
  if (answer.beside.length) made.push(beside(store, answer.beside));
  const lists = await Promise.all([
    listed(store, answer, answer.statements, limits.statement, "Statements", statement),
    listed(store, answer, answer.briefings, limits.briefing, "Briefings", briefing),
  ]);
  if (await headed(store, answer)) lists.reverse();
  return [...made, ...lists.filter(Boolean)];
}

/** Whether the first briefing's headline has all words: then it is what was meant. */
async function headed(store, { words: asked, briefings, names }) {
  if (asked.length < HEADLINE || !briefings.length || names.some((name) => name.exact)) return false;
  const { title } = await store.entry(Math.floor(briefings[0] / PARTS));
  const held = words(title);
  return asked.every((word) => held.includes(word));
}

const cards = (store, names) => element("ul", { className: "found-names", "aria-label": "Names" },
  ...names.map((name) => element("li", { className: `found-name ${name.type}` },
    element("a", { href: new URL(name.url, store.base).href }, name.name),
    element("p", { className: "found-origin" }, element("span", { className: "kind-mark" }, labelOf(name.type)),
      name.note && ` · ${name.note}`),
    element("p", { className: "found-origin" }, [
      name.briefings && count(name.briefings, "briefing"),
      name.statements && count(name.statements, "statement"),
    ].filter(Boolean).join(" · ")))));

const labelOf = (type) => type[0].toUpperCase() + type.slice(1);

const beside = (store, names) => element("p", { className: "found-beside" }, "Named in your question: ",
  ...names.flatMap((name, place) => [place ? " · " : "", element("a", { href: new URL(name.url, store.base).href }, name.name)]));

async function listed(store, answer, ids, limit, title, made) {
  if (!ids.length || !limit) return null;
  const items = await Promise.all(ids.slice(0, limit).map(async (id) =>
    made(store, await store.entry(Math.floor(id / PARTS)), id % PARTS, answer.matched)));
  return element("section", { className: `found-${title.toLowerCase()}` },
    element("h2", {}, `${title} `, element("small", {}, ids.length.toLocaleString("en"))),
    element("ol", { className: "found-list" }, ...items));
}

function statement(store, entry, part, matched) {
  const { id, kind, words: said, speaker, role } = entry.statements[part - 1];
  const url = new URL(`${entry.url}#${id}`, store.base).href;
  return element("li", { className: "found" },
    element("a", { className: "found-quote", href: url, ...tongue(entry) }, ...(kind === "quoted" ? ["“", ...marked(said, matched, SHOWN), "”"] : marked(said, matched, SHOWN))),
    element("p", { className: "found-origin" },
      element("strong", { className: "found-speaker" }, speaker ?? role ?? "Speaker unknown"),
      speaker && role ? `, ${role}` : "", kind === "quoted" ? "" : " (reported)", ` · ${entry.date} · ${entry.outlet}`),
    element("p", { className: "found-origin found-in", ...tongue(entry) }, entry.title));
}

function briefing(store, entry, _, matched) {
  return element("li", { className: "found" },
    element("a", { className: "found-title", href: new URL(entry.url, store.base).href, ...tongue(entry) },
      ...marked(entry.title, matched, Infinity)),
    element("p", { className: "found-origin" }, `${entry.outlet} · ${entry.date}`),
    element("p", { className: "found-words", ...tongue(entry) }, ...marked(entry.summary, matched, OF_A_SUMMARY)));
}

const tongue = (entry) => (entry.language ? { lang: entry.language } : {});

/** A text with its matching words marked; of a long one, as many words as `most` around the first. */
function marked(text, matched, most) {
  const held = pieces(text).map(([piece, own]) => [piece, own.length > 0, own.some((word) => matched.has(word))]);
  const total = held.filter(([, word]) => word).length;
  let [from, to] = [0, held.length];
  if (total > most) {
    const first = Math.max(0, held.findIndex(([, , hit]) => hit));
    from = Math.max(0, Math.min(first - 20, held.length - 2 * most));
    to = Math.min(held.length, from + 2 * most);
  }
  const shown = held.slice(from, to).map(([piece, , hit]) => (hit ? element("mark", {}, piece) : piece));
  return [...(from ? ["… "] : []), ...shown, ...(to < held.length ? [" …"] : [])];
}

/** What was done with the question, in words; `ask` is called with a question that a reader chooses instead. */
export function notice(answer, asked, ask) {
  const found = [
    answer.statements.length && count(answer.statements.length, "statement"),
    answer.briefings.length && count(answer.briefings.length, "briefing"),
  ].filter(Boolean).join(" and ");
  const parts = [element("span", { className: "found-number" }, found || (answer.names.length ? "" : "Nothing found"))];
  if (answer.date) parts.push(element("span", { className: "found-date" }, answer.date.label));
  if (answer.instead) parts.push(element("span", { className: "found-instead" }, `Nothing has “${answer.instead}”; this is for “${answer.text}”.`));
  if (answer.dropped.length && found) parts.push(element("span", { className: "found-fewer" }, `No result has all words; these lack ${answer.dropped.map((word) => `“${word}”`).join(answer.dropped.length > 1 ? " or " : "")}.`));
  if (answer.better && answer.better !== asked) {
    const link = element("button", { type: "button", className: "found-better" }, answer.better);
    link.addEventListener("click", () => ask(answer.better));
    parts.push(element("span", {}, "Did you mean ", link, "?"));
  }
  return parts;
}
