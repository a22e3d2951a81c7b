/* The search box of the header: a dialog over the page, with the first results as its reader types. */
import { answered } from "./answer.js";
import { element } from "./element.js";
import { notice, sections } from "./results.js";
import { Store } from "./store.js";

const WAIT = 60; // milliseconds after a letter
const LIMITS = { statement: 3, briefing: 5 };
let dialog;

/** Open it on any page; `base` is the site's address. */
export function open(base) {
  dialog ??= made(new Store(base));
  dialog.showModal();
  dialog.querySelector("input").select();
}

function made(store) {
  const page = new URL("search/", store.base);
  const input = element("input", { type: "search", name: "q", autocomplete: "off", placeholder: "A name, a place, words, a date", "aria-label": "Search the archive" });
  const said = element("p", { className: "found-notice", role: "status" });
  const results = element("div", { className: "found-results" });
  const more = element("a", { className: "search-more", href: page.href }, "All results, by speaker, name, outlet and date");
  const close = element("button", { type: "button", className: "search-close" }, "Close");
  const made = element("dialog", { className: "archive-modal md-typeset", "aria-label": "Search" },
    element("form", { method: "dialog", action: page.href }, input, close),
    element("div", { className: "archive-modal-body" }, said, results), element("div", { className: "archive-modal-end" }, more));
  const show = async () => {
    const q = input.value.trim();
    more.href = q ? `${page.href}?${new URLSearchParams({ q })}` : page.href;
    if (!q) return void (said.replaceChildren(), results.replaceChildren());
    const answer = await answered(store, { q, filters: {}, sort: "relevance" });
    const parts = await sections(store, answer, LIMITS);
    if (q !== input.value.trim()) return undefined; // more has been typed meanwhile
    said.replaceChildren(...notice(answer, q, (other) => { input.value = other; show(); }));
    return results.replaceChildren(...parts);
  };
  let timer;
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(show, WAIT); });
  made.querySelector("form").addEventListener("submit", (event) => { event.preventDefault(); location.assign(more.href); });
  close.addEventListener("click", () => made.close());
  made.addEventListener("keydown", (event) => { if (event.key === "Escape") made.close(); }); // not only empty the box
  made.addEventListener("click", (event) => { if (event.target === made) made.close(); });
  store.head(); // while the reader types
  document.body.append(made);
  return made;
}
