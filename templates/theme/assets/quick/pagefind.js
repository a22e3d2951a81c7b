/* Pagefind without its facets: the search box in the header has no use for them, and they are most of the bytes. */
import { createInstance as create } from "../../pagefind/pagefind.js";

export const createInstance = (options) => {
  const basePath = new URL("../../pagefind/", import.meta.url).pathname;
  const instance = create({ ...options, basePath });
  return { ...instance, filters: async () => ({}) };
};
