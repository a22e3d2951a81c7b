/* The files of the search index, each fetched once and only when it is asked for. */

export const PARTS = 256; // documents an entry has at most, as in generator/publish/search/documents.py
const DAY = 86_400_000;

export class Store {
  /** `base` is the address of the site. */
  constructor(base) {
    this.base = base;
    this.kept = new Map();
  }

  /** A file of the index; null if there is none. */
  file(path) {
    if (!this.kept.has(path)) {
      this.kept.set(path, fetch(new URL(`search/index/${path}.json`, this.base)).then((got) => {
        if (!got.ok) throw new Error(`${got.url} cannot be loaded`);
        return got.json();
      }));
    }
    return this.kept.get(path);
  }

  /** What every search needs. */
  async head() {
    this.ready ??= this.file("head").then((head) => {
      let day = 0;
      head.dates = [...Array(head.undated).fill(null), ...head.days.map((more) => new Date((day += more) * DAY))];
      head.size = head.dates.length;
      head.stopped = new Set(head.stop);
      return head;
    });
    return this.ready;
  }

  /** The values of a kind ("terms", "names") in the shards that may hold a word or words that begin with it. */
  async shards(kind, word, most = 3) {
    const prefixes = (await this.head())[kind];
    const own = prefixes.filter((prefix) => word.startsWith(prefix)).sort((a, b) => b.length - a.length)[0];
    const below = prefixes.filter((prefix) => prefix.startsWith(word) && prefix !== own);
    const wanted = [...(own ? [own] : []), ...(below.length <= most ? below : [])];
    const files = await Promise.all(wanted.map((prefix) => this.file(`${kind}/${fileName(prefix)}`)));
    return files.flatMap((file) => Object.entries(file));
  }

  /** What is shown of an entry. */
  entry(number) {
    return this.file(`entries/${number}`);
  }
}

const fileName = (prefix) => `w-${[...prefix].map((char) =>
  (/[a-z0-9]/.test(char) ? char : `.${char.codePointAt(0).toString(16)}`)).join("")}`;

/** Postings as a map from document to impact. */
export function decoded(text) {
  const found = new Map();
  let number = 0;
  for (const [, more, impact] of text.matchAll(/([0-9a-z]+)([A-Z])/g)) {
    number += parseInt(more, 36);
    found.set(number, impact.charCodeAt(0) - 64);
  }
  return found;
}
