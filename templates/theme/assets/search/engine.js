/* From a question to the documents that answer it: each briefing, and each statement by itself. */
import { dateIn, within } from "./dates.js";
import { namesOf, namesWithin } from "./names.js";
import { corrected } from "./spell.js";
import { PARTS, decoded } from "./store.js";
import { key, words } from "./words.js";

export const FACETS = ["kind", "speaker", "named", "outlet", "year", "month"];
const CARDS = 4; // names that are shown above the rest
const INFLECTED = 0.8; // what "launched" counts for "launching"
const BEGUN = 0.4; // what "launched" counts for "lau", the last word, which may be half typed
const RARE = 3; // documents; a word in fewer may be misspelled
const VERIFIED = 80; // documents whose text is read to find a phrase in it

const kindOf = (id) => (id % PARTS ? "statement" : "briefing");
const entryOf = (id) => Math.floor(id / PARTS);

/** Ask for `q` with filters (lists of values by facet), sorted by "date" or "relevance". */
export async function search(store, { q, filters, sort }) {
  const head = await store.head();
  const asked = await question(store, q);
  const [names, found, filtered] = await Promise.all([
    namesOf(store, asked.text, CARDS),
    matches(store, asked),
    tests(store, filters, asked.date),
  ]);
  const beside = names.some((name) => name.exact) ? [] : await namesWithin(store, asked.text, 3);
  const all = asked.phrases.length ? await holding(store, asked.phrases, found) : [...found.ids.keys()];
  const ids = all.filter((id) => filtered.every(([, test]) => test(id)));
  const relevant = sort !== "date" && asked.words.length > 0;
  const newer = (one, other) => entryOf(other) - entryOf(one) || one - other;
  ids.sort((one, other) => (relevant ? found.ids.get(other) - found.ids.get(one) : 0) || newer(one, other));
  const known = names.some((name) => name.exact && name.briefings > RARE);
  const better = known ? null : await suggestion(store, asked, found);
  const meant = better ? (await namesOf(store, better, 1)).filter((name) => name.exact) : [];
  return {
    ...asked, beside, ids, all, filtered, head, better,
    names: [...names, ...meant].slice(0, CARDS),
    statements: ids.filter((id) => id % PARTS),
    briefings: ids.filter((id) => id % PARTS === 0),
    matched: found.matched,
    dropped: found.dropped,
  };
}

/** What is asked: words, phrases between quotation marks, and a date. */
async function question(store, q) {
  const phrases = [...q.matchAll(/["“”]([^"“”]+)["“”]/g)].map((found) => words(found[1])).filter((held) => held.length > 1);
  const date = phrases.length ? null : dateIn(q);
  const text = date ? date.rest : q;
  const { stopped } = await store.head();
  const held = [...new Set(words(text))];
  const telling = held.filter((word) => !stopped.has(word));
  return { text, date, phrases, words: telling.length || date ? telling : held };
}

/** The documents that have all words, or else most of them, and how well each answers. */
async function matches(store, { words: asked }) {
  const head = await store.head();
  if (!asked.length) return { ids: new Map(everything(head).map((id) => [id, 0])), matched: new Set(), dropped: [], counts: new Map() };
  const lists = await Promise.all(asked.map((word, place) => having(store, word, place === asked.length - 1)));
  const scores = new Map();
  const held = new Map();
  lists.forEach(({ ids }, place) => {
    const rarity = Math.log(1 + (head.size * 3) / (ids.size || 1));
    for (const [id, impact] of ids) {
      scores.set(id, (scores.get(id) ?? 0) + rarity * Math.sqrt(impact));
      held.set(id, (held.get(id) ?? 0) + 2 ** place);
    }
  });
  const [ids, dropped] = best(scores, held, asked);
  const matched = new Set(lists.flatMap((list) => list.terms));
  return { ids, matched, dropped, counts: new Map(asked.map((word, place) => [word, lists[place].exact])) };
}

/** Those that have all words; if there are none, those with as many and as telling ones as any. */
function best(scores, held, asked) {
  const whole = 2 ** asked.length - 1;
  const sets = new Set(held.values());
  let kept = new Set([whole]);
  if (!sets.has(whole)) {
    const size = (set) => asked.reduce((sum, _, place) => sum + (Math.floor(set / 2 ** place) % 2), 0);
    const most = Math.max(0, ...[...sets].map(size));
    kept = new Set([...sets].filter((set) => size(set) === most));
  }
  const ids = new Map([...scores].filter(([id]) => kept.has(held.get(id))));
  const missing = (place) => ![...kept].some((set) => Math.floor(set / 2 ** place) % 2);
  const dropped = kept.has(whole) ? [] : asked.filter((_, place) => kept.size > 1 || missing(place));
  return [ids, dropped];
}

/** The documents that have a word, or one like it. */
async function having(store, word, last) {
  const root = stem(word);
  const ids = new Map();
  const terms = [];
  let exact = 0;
  for (const [term, places] of await store.shards("terms", root)) {
    const same = term === word;
    const factor = same ? 1 : stem(term) === root ? INFLECTED : last && word.length > 2 && term.startsWith(word) ? BEGUN : 0;
    if (!factor) continue;
    const found = decoded(places);
    terms.push(term);
    if (factor > BEGUN) exact += found.size;
    for (const [id, impact] of found) ids.set(id, Math.max(ids.get(id) ?? 0, impact * factor));
  }
  return { ids, terms, exact };
}

/** What the forms of one English word share: a plural, a past tense, a participle. */
export function stem(word) {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  const bare = word.replace(/(?<=..)ies$/, "y").replace(/(?<=[^s])s$/, "").replace(/(?<=[a-z]{3})(?:ed|ing)$/, "");
  return bare.length > 3 ? bare.replace(/([bdgmnprt])\1$/, "$1").replace(/(?<=...)[ey]$/, "") : bare;
}

/** Every document, a briefing before its statements. */
const everything = ({ said }) => said.flatMap((number, entry) =>
  Array.from({ length: number + 1 }, (_, part) => entry * PARTS + part));

/** A test for each filter that is set, and for the date in the question. */
async function tests(store, filters, date) {
  const head = await store.head();
  const made = [];
  if (date) made.push(["date", (id) => within(head.dates[entryOf(id)], date.when)]);
  for (const [facet, values] of Object.entries(filters)) {
    if (!values.length) continue;
    if (facet === "speaker" || facet === "named") {
      const sets = await Promise.all(values.map((value) => labelled(store, facet, value)));
      made.push([facet, (id) => sets.some((set) => set.has(id))]);
    } else made.push([facet, (id) => values.includes(valueOf(head, facet, id))]);
  }
  return made;
}

/** The value that a document has of a facet other than those of names. */
export function valueOf(head, facet, id) {
  const date = head.dates[entryOf(id)];
  if (facet === "kind") return kindOf(id);
  if (facet === "outlet") return head.outlets[head.by[entryOf(id)]];
  if (!date) return facet === "year" ? "date unknown" : undefined;
  return date.toISOString().slice(0, facet === "year" ? 4 : 7);
}

/** The documents with a name as speaker, or named in them; a briefing has whoever speaks in it. */
async function labelled(store, facet, name) {
  const label = `${facet === "speaker" ? "@" : "#"}${key(name)}`;
  const found = (await store.shards("terms", label, 0)).find(([term]) => term === label);
  return documents(facet, found?.[1] ?? "");
}

/** The documents of the postings of a name. */
export function documents(facet, places) {
  const ids = new Set(decoded(places).keys());
  if (facet === "speaker") for (const id of [...ids]) ids.add(id - (id % PARTS));
  return ids;
}

/** Of the documents found, those that hold each phrase, the likeliest first. */
async function holding(store, phrases, { ids }) {
  const likely = [...ids].sort(([, one], [, other]) => other - one).slice(0, VERIFIED).map(([id]) => id);
  const texts = await Promise.all(likely.map(async (id) => text(await store.entry(entryOf(id)), id % PARTS)));
  return likely.filter((_, place) => phrases.every((phrase) => texts[place].includes(` ${phrase.join(" ")} `)));
}

const text = (entry, part) => ` ${words(part
  ? entry.statements[part - 1].words
  : [entry.title, entry.summary, ...entry.statements.map((said) => said.words)].join(" ¶ ")).join(" ")} `;

/** The question spelled as the archive spells it, if some of its words are hardly there. */
async function suggestion(store, asked, found) {
  if (asked.phrases.length) return null;
  const doubtful = asked.words.filter((word) => (found.counts.get(word) ?? 0) <= RARE);
  if (!doubtful.length) return null;
  const better = await corrected(store, doubtful, found.counts);
  if (!better) return null;
  const swap = new Map(doubtful.map((word, place) => [word, better[place]]));
  return words(asked.text).map((word) => swap.get(word) ?? word).join(" ");
}
