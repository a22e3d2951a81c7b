/* A preview of a briefing or of a name, beside a link that a reader rests on; Escape puts it away. */

const REST = 450; // milliseconds
const LONGEST = 260; // characters of the bottom line
const known = new Map();
let card;
let timer;

/** Show what a link leads to, if its reader stays on it. */
export function rest(link, base) {
  clearTimeout(timer);
  timer = setTimeout(() => show(link, base), REST);
  for (const left of ["pointerleave", "blur"]) link.addEventListener(left, hide, { once: true });
}

function hide() {
  clearTimeout(timer);
  card?.remove();
  card = undefined;
}

addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
addEventListener("scroll", hide, { passive: true });

async function show(link, base) {
  const address = link.href.split("#")[0];
  if (!address.startsWith(base.href) || /\.\w+$/.test(link.pathname)) return;
  if (!known.has(address)) known.set(address, fetch(address).then((got) => (got.ok ? got.text() : "")));
  const page = new DOMParser().parseFromString(await known.get(address), "text/html");
  const told = page.querySelector(".page-briefing, .page-subject");
  if (!told || !(link.matches(":hover") || document.activeElement === link)) return;
  hide();
  const text = (selector) => told.querySelector(selector)?.textContent.trim() ?? "";
  const line = text(".bottom-line").replace(/\s*¶\s*\d+\s*/g, " ");
  card = document.createElement("div");
  card.className = "preview md-typeset";
  card.setAttribute("role", "status");
  for (const [name, words] of [["byline", text(".byline")], ["preview-title", text("h1")],
    ["preview-line", line.length > LONGEST ? `${line.slice(0, line.lastIndexOf(" ", LONGEST))} …` : line]]) {
    const part = document.createElement("p");
    part.className = name;
    part.textContent = words;
    if (words) card.append(part);
  }
  document.body.append(card);
  const place = link.getBoundingClientRect();
  const below = place.bottom + card.offsetHeight + 8 < innerHeight;
  const left = Math.max(8, Math.min(place.left, innerWidth - card.offsetWidth - 8));
  // The policy allows no style in a page, but a script may set one.
  card.style.setProperty("left", `${left}px`);
  card.style.setProperty("top", `${below ? place.bottom + 6 : Math.max(8, place.top - card.offsetHeight - 6)}px`);
}
