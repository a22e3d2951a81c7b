/* Pagefind without its facets: the search box in the header has no use for them, and they are most of the bytes. */
import { createInstance as create } from "../../pagefind/pagefind.js";

// At once, while the components are still on their way: the engine's own files come in three steps.
const engine = create({ basePath: new URL("../../pagefind/", import.meta.url).pathname, noWorker: true });
engine.search(""); // finds nothing, and makes ready what the first search needs

export const createInstance = () => ({ ...engine, filters: async () => ({}) });

/** Load what a search for these words needs, while their reader may still be typing. */
export const prepare = (words) => engine.preload(words);
