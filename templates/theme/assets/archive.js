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

  // On the page that a server shows where none is: the lists file a name by a word that no address tells.
  const lost = document.querySelector(".lost-name");
  const [folder, slug, ...rest] = location.pathname.slice(base.pathname.length).split("/").filter(Boolean);
  const kinds = ["people", "organisations", "places", "events", "works", "products", "groups"];
  if (lost && slug && kinds.includes(folder) && /^[a-z0-9-]+$/.test(slug) && !/^(a-z|x-[0-9a-f]{10})$/.test(slug) && !rest.length) {
    const name = slug.replaceAll("-", " ");
    lost.href = `${page}?${new URLSearchParams({ q: name })}`;
    lost.textContent = `among the answers to “${name}”`;
  }

  const drawer = document.getElementById("__drawer");
  const opener = document.querySelector(".drawer-open");
  opener?.addEventListener("click", () => drawer.click());
  drawer?.addEventListener("change", () => opener.setAttribute("aria-expanded", drawer.checked));
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drawer?.checked) return;
    drawer.click();
    opener.focus();
  });

  // What a link leads to, when a reader rests on it; nothing is fetched before.
  let preview;
  const rested = (event) => {
    const link = event.target.closest?.(".md-content a[href]");
    if (!link || link.origin !== location.origin || link.pathname === location.pathname || link.closest("svg")) return;
    if (event.type === "focusin" && !link.matches(":focus-visible")) return;
    preview ??= import(new URL("assets/preview.js", base));
    preview.then((module) => module.rest(link, base));
  };
  if (matchMedia("(hover: hover)").matches) document.addEventListener("pointerover", rested);
  document.addEventListener("focusin", rested);

  // A returning reader sees which of the newest briefings came since.
  const news = [...document.querySelectorAll(".page-home #newest + ul > li")];
  if (news.length) {
    const paths = news.map((item) => item.querySelector("a").pathname);
    try {
      const seen = JSON.parse(localStorage.getItem(`${base.pathname}.seen`) ?? "null");
      if (seen) news.forEach((item, place) => item.classList.toggle("unseen", !seen.includes(paths[place])));
      localStorage.setItem(`${base.pathname}.seen`, JSON.stringify(paths));
    } catch { /* a reader's browser may keep nothing */ }
  }

  // The figures of a picture, for a spreadsheet.
  for (const table of document.querySelectorAll(".picture table")) {
    if (!navigator.clipboard) continue;
    const copy = document.createElement("button");
    copy.type = "button";
    copy.className = "copy";
    copy.textContent = "Copy as CSV";
    copy.addEventListener("click", async () => {
      const rows = [...table.rows].map((row) => [...row.cells].map((cell) => `"${cell.textContent.replaceAll('"', '""')}"`).join(","));
      await navigator.clipboard.writeText(`${rows.join("\n")}\n`);
      copy.textContent = "Copied";
      setTimeout(() => { copy.textContent = "Copy as CSV"; }, 2000);
    });
    table.after(copy);
  }

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
