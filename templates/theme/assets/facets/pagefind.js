/* Pagefind with its facets in an order of meaning: years from the newest, all else from the most frequent. */
import { createInstance as create } from "../../pagefind/pagefind.js";

const ORDER = ["people", "organisations", "places", "speaker", "outlet", "year"];

const ordered = (facets) => Object.fromEntries(
  ORDER.filter((name) => facets[name]).map((name) => {
    const values = Object.entries(facets[name]);
    values.sort(name === "year"
      ? (one, other) => (other[0] > "a") - (one[0] > "a") ? (one[0] > "a") - (other[0] > "a") : other[0].localeCompare(one[0])
      : (one, other) => other[1] - one[1] || one[0].localeCompare(other[0]));
    return [name, Object.fromEntries(values.map(([value, number]) => [value, number]))];
  }),
);

export const createInstance = (options) => {
  const basePath = new URL("../../pagefind/", import.meta.url).pathname;
  const instance = create({ ...options, basePath });
  return { ...instance, filters: async () => ordered(await instance.filters()) };
};
