/* "Did you mean": words of the archive that are spelled like one that it hardly has. */
import { distance } from "./words.js";

const RARE = 10; // times as frequent a word must be, to be proposed for one that the archive has

/** The best word of the archive for each that was asked for, if there is a better one than itself. */
export async function corrected(store, asked, counts) {
  const doubtful = asked.filter((word) => word.length > 3 && !/\d/.test(word));
  if (!doubtful.length) return null;
  const known = Object.entries(await store.file("spelling"));
  let better = false;
  const words = asked.map((word) => {
    const best = doubtful.includes(word) ? nearest(word, known, counts.get(word) ?? 0) : null;
    better ||= best !== null;
    return best ?? word;
  });
  return better ? words : null;
}

function nearest(word, known, own) {
  const most = word.length > 5 ? 2 : 1;
  let best = null;
  for (const [other, count] of known) {
    if (other === word || count < Math.max(1, own * RARE)) continue;
    const far = distance(word, other, most);
    if (far > most || (far > 1 && own)) continue;
    const worth = -far * 1000 + (other[0] === word[0] ? 500 : 0) + Math.log2(count + 1);
    if (!best || worth > best.worth) best = { other, worth };
  }
  return best?.other ?? null;
}
