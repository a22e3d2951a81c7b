/* The facets of the search page: values with how many results have each, and boxes to choose them. */
import { element } from "./element.js";
import { documents, valueOf } from "./engine.js";

const LABELS = { speaker: "Speaker", named: "Who and what is named", outlet: "Outlet", year: "Year", month: "Month" };
const OF_NAMES = ["speaker", "named"];
const AT_ONCE = 8; // values that are shown before a reader looks for another
const MONTHS = 18; // months that are offered before a year is chosen

export class Facets {
  /** `chosen` is called with a facet and the values that a reader wants of it. */
  constructor(store, place, chosen) {
    this.store = store;
    this.place = place;
    this.chosen = chosen;
    this.open = new Set();
    place.open = matchMedia("(min-width: 60em)").matches;
    place.addEventListener("toggle", () => { if (place.open && this.last) this.show(...this.last); });
  }

  /** Show the values of an answer. Those of names are many: they are fetched when a reader opens one of them. */
  async show(answer, filters) {
    this.last = [answer, filters];
    if (!this.place.open) return;
    const wanted = OF_NAMES.some((facet) => this.opened().has(facet) || filters[facet]?.length);
    const held = wanted ? await this.store.file("facets") : null;
    if (this.last[0] !== answer) return;
    this.open = this.opened();
    const groups = Object.keys(LABELS).map((facet) => (OF_NAMES.includes(facet) && !held
      ? this.unopened(facet)
      : this.group(facet, counted(answer, facet, held ?? {}), filters[facet] ?? [])));
    const focused = document.activeElement?.dataset?.value;
    this.place.querySelector(".facet-groups").replaceChildren(...groups.filter(Boolean));
    if (focused) this.place.querySelector(`[data-value="${CSS.escape(focused)}"]`)?.focus();
  }

  opened() {
    return new Set([...this.place.querySelectorAll(".facet[open]")].map((group) => group.dataset.facet));
  }

  /** A facet of names whose values are not there yet. */
  unopened(facet) {
    const group = element("details", { className: "facet" }, element("summary", {}, LABELS[facet]));
    group.dataset.facet = facet;
    group.addEventListener("toggle", () => { if (group.open) this.show(...this.last); }, { once: true });
    return group;
  }

  group(facet, values, chosen) {
    if (facet === "month" && values.length > MONTHS) return null;
    if (!values.length && !chosen.length) return null;
    const known = values.map(([value]) => value);
    const all = [...chosen.filter((value) => !known.includes(value)).map((value) => [value, 0]), ...values];
    all.sort(([one], [other]) => chosen.includes(other) - chosen.includes(one));
    const options = all.map(([value, number]) => this.option(facet, value, number, chosen));
    const list = element("div", { className: "facet-options" }, ...options);
    const finder = all.length > AT_ONCE ? finderOf(facet, list) : null;
    const group = element("details", { className: "facet" }, element("summary", {}, LABELS[facet]), finder, list);
    group.dataset.facet = facet;
    group.open = this.open.has(facet) || chosen.length > 0;
    return group;
  }

  option(facet, value, number, chosen) {
    const box = element("input", { type: "checkbox", checked: chosen.includes(value) });
    box.dataset.value = `${facet}:${value}`;
    box.addEventListener("change", () => this.chosen(facet, box.checked ? [...chosen, value] : chosen.filter((other) => other !== value)));
    return element("label", {}, box, facet === "month" ? monthName(value) : value, " ", element("small", {}, number.toLocaleString("en")));
  }
}

/** The values of a facet, each with how many of the documents have it that pass all other filters. */
function counted({ all, filtered, head }, facet, held) {
  const others = filtered.filter(([name]) => name !== facet && !(facet === "month" && name === "year"));
  const ids = all.filter((id) => others.every(([, test]) => test(id)));
  const numbers = new Map();
  const add = (value) => { if (value) numbers.set(value, (numbers.get(value) ?? 0) + 1); };
  if (held[facet]) {
    for (const [name, places] of held[facet]) {
      const having = documents(facet, places);
      for (const id of ids) if (having.has(id)) add(name);
    }
  } else for (const id of ids) add(valueOf(head, facet, id));
  const latest = (one, other) => (one[0] > "a") - (other[0] > "a") || other[0].localeCompare(one[0]);
  const most = (one, other) => other[1] - one[1] || one[0].localeCompare(other[0]);
  return [...numbers].sort(facet === "year" || facet === "month" ? latest : most);
}

/** A box that shows only the values with the letters typed. */
function finderOf(facet, list) {
  const finder = element("input", { type: "search", className: "facet-finder", placeholder: "Find", "aria-label": `Find in ${LABELS[facet].toLowerCase()}` });
  const show = () => {
    const wanted = finder.value.toLowerCase();
    [...list.children].forEach((option, place) => {
      option.hidden = wanted ? !option.textContent.toLowerCase().includes(wanted) : place >= AT_ONCE;
    });
  };
  finder.addEventListener("input", show);
  show();
  return finder;
}

const monthName = (value) => new Date(`${value}-01T00:00Z`).toLocaleString("en", { month: "long", year: "numeric", timeZone: "UTC" });
