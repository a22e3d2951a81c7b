/* From text to the words that search compares, as generator/publish/search/words.py does for the index. */

const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", þ: "th", ı: "i" };
const WORD = /[\u3040-\u30ff\u3400-\u9fff]|(?:(?![\u3040-\u30ff\u3400-\u9fff])[\p{L}\p{N}])+/gu;

/** The text in small letters without marks. */
export const fold = (text) => text.normalize("NFKD").toLowerCase().replace(/\p{Mn}/gu, "")
  .replace(/[ßæœøđðłþı]/g, (letter) => LETTERS[letter]);

/** The words of a text, folded, in its order. */
export function words(text) {
  const plain = fold(text)
    .replace(/['’]s(?![\p{L}\p{N}_])/gu, "")
    .replace(/(?<=[\p{L}\p{N}])['’](?=[\p{L}\p{N}])|(?<=\p{Nd}),(?=\p{Nd})/gu, "")
    .replace(/(?<![\p{L}\p{N}_])\p{L}\.(?:\p{L}\.)+/gu, (found) => found.replaceAll(".", ""));
  return plain.match(WORD) ?? [];
}

/** What stands for a name in the index. */
export const key = (name) => words(name).join("-");

/** The text in pieces, each with the words that it stands for: what lies between words stands for none. */
export function pieces(text) {
  return (text.match(/[\p{L}\p{N}\p{M}'’.,]+|[^\p{L}\p{N}\p{M}'’.,]+/gu) ?? []).map((piece) => [piece, words(piece)]);
}

/** How many letters must be put in, taken out, changed or swapped with their neighbour, if at most `most`
    (optimal string alignment). */
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [];
  let last = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
      if (one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[other.length];
}
