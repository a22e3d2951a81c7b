/* Whom or what a question names: the archive's own people, bodies, places, things and outlets. */
import { words } from "./words.js";

const EXACT = 4; // from this likeness on a question is a name or an alias

const fields = ([name, type, url, briefings, statements = 0, note = "", ...aliases]) =>
  ({ name, type, url, briefings, statements, note, aliases });

/** The names that a whole question is, or the beginning of, best first. */
export async function namesOf(store, question, limit) {
  const asked = words(question);
  if (!asked.length) return [];
  const longest = [...asked].sort((one, other) => other.length - one.length)[0];
  if (longest.length < 2 && !/[^\x00-\x7f]/.test(longest)) return [];
  const found = await under(store, longest);
  return found.map((name) => [likeness(name, asked), name])
    .filter(([like]) => like)
    .sort(([one, a], [other, b]) => Math.min(EXACT, other) - Math.min(EXACT, one) || weight(b) - weight(a) || a.name.localeCompare(b.name))
    .slice(0, limit)
    .map(([like, name]) => ({ ...name, exact: like >= EXACT }));
}

/** The longest names that stand in a question beside other words. */
export async function namesWithin(store, question, limit) {
  const asked = words(question);
  const found = [];
  for (let size = Math.min(5, asked.length - 1); size >= 1 && found.length < limit; size -= 1) {
    for (let at = 0; at + size <= asked.length; at += 1) {
      const part = asked.slice(at, at + size);
      if (found.some((other) => part.every((word) => other.words.includes(word)))) continue;
      if (size === 1 && (await store.head()).stopped.has(part[0])) continue;
      const [best] = await namesOf(store, part.join(" "), 1);
      if (best?.exact && best.briefings > 1) found.push({ ...best, words: part });
    }
  }
  return found.slice(0, limit);
}

/** All names with a word that is, or begins with, the one asked for. */
async function under(store, word) {
  const known = new Map();
  for (const [name, held] of await store.shards("names", word, 2)) {
    if (name.startsWith(word)) for (const one of held) known.set(`${one[1]} ${one[2]}`, fields(one));
  }
  return [...known.values()];
}

/** How well a name fits: 5 it is the name, 4 it is an alias, 3 all words are the name's, 2 an alias's,
    1 the beginnings of its words, 0 not. */
function likeness(name, asked) {
  const own = words(name.name);
  const others = name.aliases.map(words);
  if (same(own, asked)) return 5;
  if (others.some((other) => same(other, asked))) return 4;
  if (asked.every((word) => own.includes(word))) return 3;
  if (others.some((other) => asked.every((word) => other.includes(word)))) return 2;
  const begins = (held) => asked.every((word) => held.some((one) => one.startsWith(word)));
  return begins(own) || others.some(begins) ? 1 : 0;
}

const ignored = new Set(["the"]);
const same = (held, asked) => bare(held) === bare(asked);
const bare = (held) => held.filter((word) => !ignored.has(word)).join(" ");
const weight = (name) => (name.briefings + 2 * name.statements) * (name.type === "outlet" ? 2 : 1);
