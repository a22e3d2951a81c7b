/* Small things on every page: opening search, and copying a citation. Search itself is loaded when opened. */
(() => {
  const script = document.currentScript;
  const base = new URL(script.dataset.base.replace(/\/?$/, "/"), location.href);
  const page = new URL("search/", base);
  // Where the site was built without an index, the search page says so.
  const open = () => import(new URL("assets/search/dialog.js", base)).then((module) => module.open(base)).catch(() => location.assign(page));

  const typing = (element) => element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
  // Before Material's own listeners, which know these keys too.
  window.addEventListener("keydown", (event) => {
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target);
    const control = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey;
    if (!slash && !control) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const box = document.querySelector("#archive-search input");
    if (box) box.focus();
    else open();
  }, true);

  for (const link of document.querySelectorAll(".search-open")) {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const box = document.querySelector("#archive-search input");
      if (box) box.focus();
      else open();
    });
  }

  const place = document.getElementById("archive-search");
  if (place) {
    import(new URL("assets/search/page.js", base)).then((module) => module.mount(base, place))
      .catch(() => place.classList.add("unsearchable"));
  }

  // On the page that a server shows where none is: a name's line in the lists.
  const lost = document.querySelector(".lost-name");
  const [folder, name, ...rest] = location.pathname.slice(base.pathname.length).split("/").filter(Boolean);
  if (lost && name && name !== "a-z" && !rest.length) {
    const letter = /^[a-z]/.test(name) && !/^x-[0-9a-f]{10}$/.test(name) ? name[0] : "other";
    const kinds = ["people", "organisations", "places", "events", "works", "products", "groups"];
    if (kinds.includes(folder)) lost.href = new URL(`${folder}/a-z/${letter}/#${name}`, base);
  }

  document.querySelector(".drawer-open")?.addEventListener("click", () => document.getElementById("__drawer").click());

  for (const button of document.querySelectorAll("button[data-copy]")) {
    if (!navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const label = button.textContent;
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
      button.textContent = "Copied";
      setTimeout(() => { button.textContent = label; }, 2000);
    });
  }

  // A closed list of facts is no use on paper.
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((item) => { item.open = false; }));
})();
