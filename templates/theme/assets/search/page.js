/* The search page: facets beside the results, and its whole state in its address. */
import { answered } from "./answer.js";
import { FACETS } from "./engine.js";
import { element } from "./element.js";
import { Facets } from "./facets.js";
import { notice, sections } from "./results.js";
import { Store } from "./store.js";

const WAIT = 120; // milliseconds after a letter
const SETTLED = 1000; // milliseconds after which a search is one to come back to
const FIRST = { statement: 3, briefing: 10 };
const AT_ONCE = 20; // results of one kind that are shown before a reader asks for more
const OLD = { people: "named", organisations: "named", places: "named" }; // facets that addresses may still hold

/** Turn `place` into the search page of the site at `base`; fails if the site has no index. */
export async function mount(base, place) {
  const store = new Store(base);
  await store.head();
  new SearchPage(store, place).start();
}

class SearchPage {
  constructor(store, place) {
    this.store = store;
    this.input = place.querySelector("input[type=search]");
    this.said = place.querySelector(".found-notice");
    this.chosen = place.querySelector(".search-chosen");
    this.kinds = place.querySelector(".search-kinds");
    this.results = place.querySelector(".found-results");
    this.form = place.querySelector("form");
    this.facets = new Facets(store, place.querySelector(".search-facets"), (facet, values) => this.narrow(facet, values));
    this.more = AT_ONCE;
  }

  start() {
    this.asked = asked();
    this.asked.q ||= this.input.value.trim(); // typed while this was on its way
    this.input.value = this.asked.q;
    this.form.addEventListener("submit", (event) => { event.preventDefault(); this.typed(); this.settle(); });
    this.input.addEventListener("input", () => {
      clearTimeout(this.typing);
      clearTimeout(this.settling);
      this.typing = setTimeout(() => this.typed(), WAIT);
      this.settling = setTimeout(() => this.settle(), SETTLED);
    });
    this.results.addEventListener("pointerdown", () => this.settle());
    this.results.addEventListener("keydown", () => this.settle());
    addEventListener("popstate", () => {
      this.asked = asked();
      this.input.value = this.asked.q;
      this.show();
    });
    if (!location.search) this.input.focus({ preventScroll: true });
    this.show();
  }

  typed() {
    const q = this.input.value.trim();
    if (q !== this.asked.q) this.change({ q });
  }

  narrow(facet, values) {
    this.change({ filters: { ...this.asked.filters, [facet]: values } });
    this.settle();
  }

  change(more) {
    this.asked = { ...this.asked, ...more };
    this.more = AT_ONCE;
    this.show();
  }

  /** Put the search into the address, so that Back leads to it and it can be sent to somebody. */
  settle() {
    const query = addressed(this.asked);
    if (query !== location.search) history.pushState(null, "", query || location.pathname);
  }

  async show() {
    const now = (this.showing = {});
    const answer = await answered(this.store, this.asked);
    const [kind] = this.asked.filters.kind ?? [];
    const browsing = !answer.words.length && !answer.phrases.length;
    const limits = kind ? { [kind]: this.more } : browsing ? { briefing: this.more, statement: 0 } : FIRST;
    const parts = await sections(this.store, answer, limits);
    if (now !== this.showing) return;
    this.said.replaceChildren(...notice(answer, this.asked.q, (q) => {
      this.input.value = q;
      this.change({ q });
      this.settle();
    }));
    this.showKinds(answer, kind);
    this.showChosen();
    for (const [kind, button] of this.rest(answer, limits)) {
      parts.find((part) => part.classList.contains(`found-${kind}s`))?.append(button);
    }
    this.results.replaceChildren(...parts);
    this.results.dataset.asked = this.asked.q; // the page is at rest
    this.facets.show(answer, this.asked.filters);
  }

  /** What shows more of each kind that was found. */
  rest(answer, limits) {
    const of = { statement: answer.statements.length, briefing: answer.briefings.length };
    return Object.entries(of).filter(([kind, number]) => limits[kind] && number > limits[kind]).map(([kind, number]) => {
      const alone = limits === FIRST;
      const button = element("button", { type: "button", className: "search-rest" },
        alone ? `All ${number.toLocaleString("en")} ${kind}s` : "Show more");
      button.addEventListener("click", () => {
        if (alone) this.narrow("kind", [kind]);
        else {
          this.more += AT_ONCE;
          this.show();
        }
      });
      return [kind, button];
    });
  }

  showKinds(answer, chosen) {
    const choices = [["", "All"], ["statement", "Statements"], ["briefing", "Briefings"]];
    const kinds = choices.map(([kind, label]) => toggle(label, (chosen ?? "") === kind,
      () => this.narrow("kind", kind ? [kind] : [])));
    const sorts = [["relevance", "Best first"], ["date", "Newest first"]].map(([sort, label]) =>
      toggle(label, this.asked.sort === sort, () => { this.change({ sort }); this.settle(); }));
    this.kinds.replaceChildren(element("span", { role: "group", "aria-label": "Show" }, ...kinds),
      element("span", { role: "group", "aria-label": "Order" }, ...(answer.words.length ? sorts : [])));
  }

  /** The chosen values, each with a button that takes it away. */
  showChosen() {
    const filters = Object.entries(this.asked.filters).filter(([facet]) => facet !== "kind");
    this.chosen.replaceChildren(...filters.flatMap(([facet, values]) => values.map((value) => {
      const button = element("button", { type: "button", className: "chosen", "aria-label": `Without ${value}` }, value);
      button.addEventListener("click", () => this.narrow(facet, values.filter((other) => other !== value)));
      return button;
    })));
  }
}

function toggle(label, pressed, act) {
  const button = element("button", { type: "button", className: "toggle", "aria-pressed": String(pressed) }, label);
  button.addEventListener("click", act);
  return button;
}

/** What the address asks for. */
function asked() {
  const held = new URLSearchParams(location.search);
  const filters = Object.fromEntries(FACETS.map((facet) => [facet, held.getAll(facet)]));
  for (const [old, facet] of Object.entries(OLD)) filters[facet].push(...held.getAll(old));
  return { q: held.get("q")?.trim() ?? "", filters, sort: held.get("sort") === "date" ? "date" : "relevance" };
}

/** The address of a search, from its question mark. */
function addressed({ q, filters, sort }) {
  const held = new URLSearchParams(q ? { q } : {});
  for (const facet of FACETS) for (const value of filters[facet] ?? []) held.append(facet, value);
  if (sort === "date") held.set("sort", sort);
  return held.size ? `?${held}` : "";
}
