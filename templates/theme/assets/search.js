/* Search, by Pagefind's components: a dialog on every page, and a page with facets whose state is its address. */

const FACETS = ["people", "organisations", "places", "speaker", "outlet", "year"];
const WORDS = 45; // of a quotation, around the words that match
const AT_ONCE = 50; // results that are shown before a reader asks for more
const LONG = 12; // a facet of more values gets a box to find one in

// Without a worker of Pagefind's: 12 KB less to load, and an answer takes the page a few milliseconds.
let components;

/** Load Pagefind's components once. */
const load = (base) => (components ??= Promise.all([
  element("link", { rel: "stylesheet", href: new URL("pagefind/pagefind-component-ui.css", base) }),
  element("script", { src: new URL("pagefind/pagefind-component-ui.js", base) }),
]).then(() => window.PagefindComponents));

/** Add an element to the head; resolves when it is loaded. */
function element(name, attributes) {
  return new Promise((resolve, reject) => {
    const made = Object.assign(document.createElement(name), attributes);
    made.onload = resolve;
    made.onerror = () => reject(new Error(`${made.href || made.src} cannot be loaded`));
    document.head.append(made);
  });
}

/** Open the dialog. */
export async function open(base) {
  // Side by side with the components, not after them.
  element("link", { rel: "modulepreload", href: new URL("pagefind/pagefind.js", base) }).catch(() => {});
  const engine = import(new URL("assets/quick/pagefind.js", base));
  await load(base);
  let modal = document.querySelector("pagefind-modal");
  if (!modal) {
    document.body.insertAdjacentHTML("beforeend", `
      <pagefind-config instance="quick" bundle-path="${base.pathname}assets/quick/" base-url="${base.pathname}" no-worker></pagefind-config>
      <pagefind-modal instance="quick" class="archive-modal">
        <pagefind-modal-header><pagefind-input instance="quick" debounce="40" placeholder="Search the archive"></pagefind-input></pagefind-modal-header>
        <pagefind-modal-body><pagefind-summary instance="quick"></pagefind-summary><pagefind-results instance="quick" max-results="10"></pagefind-results></pagefind-modal-body>
        <pagefind-modal-footer><a class="search-more" href="${base.pathname}search/">All results, by person, place, outlet and year</a></pagefind-modal-footer>
      </pagefind-modal>`);
    modal = document.querySelector("pagefind-modal");
    modal.querySelector("pagefind-results").resultTemplate = result;
    const more = modal.querySelector(".search-more");
    instance("quick").on("search", (term) => {
      more.search = term ? new URLSearchParams({ q: term }) : "";
    });
    const input = modal.querySelector("input");
    input.addEventListener("input", async () => (await engine).prepare(input.value));
    instance("quick").triggerLoad(); // while the reader types
  }
  modal.open();
}

const instance = (name) => window.PagefindComponents.getInstanceManager().getInstance(name);

/** Turn `place` into the search page. */
export async function mount(base, place) {
  const asked = state();
  await load(base);
  place.innerHTML = `
    <pagefind-config instance="page" bundle-path="${base.pathname}assets/facets/" base-url="${base.pathname}" faceted no-worker></pagefind-config>
    <pagefind-input instance="page" debounce="80" placeholder="A name, a place, words of a quotation"></pagefind-input>
    <div class="search-columns">
      <details class="search-facets"><summary>Narrow the search</summary><pagefind-filter-pane instance="page"></pagefind-filter-pane></details>
      <div><p class="search-chosen"></p><pagefind-summary instance="page"></pagefind-summary><pagefind-results instance="page" max-results="${AT_ONCE}"></pagefind-results><button type="button" class="search-rest" hidden>Show more</button></div>
    </div>`;
  const results = place.querySelector("pagefind-results");
  results.resultTemplate = result;
  place.querySelector("details").open = matchMedia("(min-width: 60em)").matches;
  const search = instance("page");
  await search.triggerLoad(); // it begins with a search for everything
  const input = place.querySelector("input");
  const rest = place.querySelector(".search-rest");
  let asking = JSON.stringify([search.searchTerm, search.searchFilters]);
  search.on("results", (found) => { rest.hidden = found.results.length <= results.maxResults; });
  rest.hidden = search.searchResult.results.length <= AT_ONCE;
  rest.addEventListener("click", () => {
    results.maxResults += AT_ONCE;
    search.triggerSearchWithFilters(search.searchTerm, search.searchFilters);
  });
  search.on("search", (term, filters) => {
    if (asking !== (asking = JSON.stringify([term, filters]))) results.maxResults = AT_ONCE;
    remember(term, filters);
    showChosen(place.querySelector(".search-chosen"), search, term, filters);
  });
  search.on("filters", () => requestAnimationFrame(() => addFinders(place)));
  addFinders(place);
  const restore = ({ term, filters }) => {
    input.value = term;
    search.triggerSearchWithFilters(term, filters);
  };
  addEventListener("popstate", () => restore(state()));
  if (asked.term || Object.keys(asked.filters).length) restore(asked);
  else input.focus({ preventScroll: true });
}

/** What the address asks for. */
function state() {
  const asked = new URLSearchParams(location.search);
  const filters = FACETS.map((name) => [name, asked.getAll(name)]).filter(([, values]) => values.length);
  return { term: asked.get("q") ?? "", filters: Object.fromEntries(filters) };
}

/** Put a search into the address, so that it can be sent to somebody. */
function remember(term, filters) {
  const asked = new URLSearchParams(term ? { q: term } : {});
  for (const name of FACETS) for (const value of filters[name] ?? []) asked.append(name, value);
  const query = asked.size ? `?${asked}` : location.pathname;
  history.replaceState(null, "", query);
}

/** The chosen values, each with a button that takes it away. */
function showChosen(place, search, term, filters) {
  place.replaceChildren(...Object.entries(filters).flatMap(([name, values]) => values.map((value) => {
    const button = node("button", "chosen", value);
    button.type = "button";
    button.setAttribute("aria-label", `Without ${value}`);
    button.addEventListener("click", () => {
      const rest = values.filter((other) => other !== value);
      search.triggerSearchWithFilters(term, { ...filters, [name]: rest });
    });
    return button;
  })));
}

/** Give each long facet a box that shows only the values with the letters typed. */
function addFinders(place) {
  for (const group of place.querySelectorAll("details.pf-filter-group")) {
    const options = group.querySelector(".pf-filter-options");
    if (options.children.length <= LONG || group.querySelector(".facet-finder")) continue;
    const finder = node("input", "facet-finder");
    finder.type = "search";
    finder.placeholder = "Find a name";
    finder.setAttribute("aria-label", `Find in ${group.dataset.filterName}`);
    finder.addEventListener("input", () => {
      const wanted = finder.value.toLowerCase();
      for (const option of options.children) {
        option.classList.toggle("facet-other", !option.textContent.toLowerCase().includes(wanted));
      }
    });
    options.before(finder);
  }
}

/** A result: headline, where from and when, and the matching words: a quotation as a quotation. */
function result(found) {
  const item = node("li", "found");
  const link = node("a", "found-title", found.meta.title);
  link.href = found.url;
  if (found.meta.language) link.lang = found.meta.language;
  const origin = found.meta.kind ?? [found.meta.outlet, found.meta.date].filter(Boolean).join(" · ");
  item.append(link, node("p", "found-origin", origin));
  const quotes = quotations(found);
  if (quotes.length) item.append(...quotes);
  else {
    const excerpt = node("p", "found-words");
    if (found.meta.language) excerpt.lang = found.meta.language;
    excerpt.innerHTML = found.excerpt; // Pagefind's own, escaped by it
    item.append(excerpt);
  }
  return item;
}

/** The quotations of a result that hold matching words, at most two. */
function quotations(found) {
  const anchors = [...(found.anchors ?? [])].sort((one, other) => one.location - other.location);
  const words = (found.raw_content ?? found.content).split(/[\r\n\s]+/g);
  const shown = [];
  anchors.forEach((anchor, place) => {
    if (!/^quote-\d+$/.test(anchor.id) || shown.length === 2) return;
    const end = anchors[place + 1]?.location ?? words.length;
    const hits = found.locations.filter((at) => at >= anchor.location && at < end);
    if (hits.length) shown.push(quotation(found, anchor, end, words, hits));
  });
  return shown;
}

function quotation(found, anchor, end, words, hits) {
  const from = Math.max(anchor.location, Math.min(hits[0] - 15, end - WORDS));
  const to = Math.min(end, from + WORDS);
  const link = node("a", "found-quote");
  link.href = `${found.url}#${anchor.id}`;
  if (found.meta.language) link.lang = found.meta.language;
  if (from > anchor.location) link.append("… ");
  for (let at = from; at < to; at += 1) {
    link.append(hits.includes(at) ? node("mark", "", words[at]) : words[at], " ");
  }
  if (to < end) link.append("…");
  return link;
}

function node(name, className, text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
