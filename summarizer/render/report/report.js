"use strict";
(() => {
  const root = document.documentElement;
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let pinned = null; // the item last chosen by focus, tap or link; pointing elsewhere shows that only meanwhile
  let cameFrom = null; // where Escape goes back to
  let leadsTo = null; // the fragment that a link of the report leads to, until the browser says it is there
  let lit = [];

  const entryOf = (element) => element.closest(".entry");
  const card = (entry, item) => entry.querySelector(`.item[data-item="${item}"]`);
  const pieces = (entry, item) => [...entry.querySelectorAll(`.text [data-items~="${item}"]`)];

  const folded = (element) => element && element.closest("details:not([open])");

  function show(entry, items) {
    for (const element of lit) element.classList.remove("on", "cued");
    lit = [];
    for (const item of items) {
      const there = card(entry, item);
      for (const element of there ? [there, ...pieces(entry, item)] : []) light(element, "on");
      if (folded(there)) light(folded(there), "on");
      for (const element of entry.querySelectorAll(`.text [data-cues~="${item}"]`)) light(element, "cued");
    }
  }

  function light(element, how) {
    element.classList.add(how);
    lit.push(element);
  }

  /* Scrolls the pane around `element`, never the page: what is being pointed at must stay where it is. */
  function reveal(element, behavior = calm.matches ? "auto" : "smooth") {
    const pane = element && element.closest(".pane");
    if (!pane || getComputedStyle(pane).overflowY !== "auto") return;
    const inner = element.getBoundingClientRect();
    const outer = pane.getBoundingClientRect();
    const [above, below] = [Math.max(0, outer.top), Math.min(innerHeight, outer.bottom)]; // what the window shows
    if (inner.top >= above && inner.bottom <= below) return;
    const top = pane.scrollTop + inner.top - above - Math.max(0, (below - above - inner.height) / 3);
    pane.scrollTo({ top, behavior });
  }

  function point(element) {
    const entry = entryOf(element);
    const from = element.closest(".item, .ref, mark[data-on]");
    if (!entry || !from) return null;
    const items = from.dataset.item ? [from.dataset.item] : from.dataset.on.split(" ");
    show(entry, items);
    const there = card(entry, items[0]);
    reveal(from.matches(".item") ? pieces(entry, items[0])[0] : folded(there) || there);
    return { entry, items };
  }

  function unpoint() {
    if (pinned) show(pinned.entry, pinned.items);
    else show(document, []);
  }

  /* What scrolls under a pointer at rest is not being pointed at, until the pointer moves there. */
  let at = "";
  let under = null;
  const moved = (event) => at !== (at = `${event.screenX} ${event.screenY}`);
  const pointed = (element) => {
    under = element;
    if (!element || !point(element)) unpoint();
  };
  document.addEventListener("pointermove", (event) => {
    if (event.pointerType !== "touch" && moved(event) && under !== event.target) pointed(event.target);
  }, { passive: true });
  root.addEventListener("pointerleave", () => pointed(null));

  document.addEventListener("focusin", (event) => {
    pinned = point(event.target) || pinned;
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".go, .ref");
    if (link) [cameFrom, leadsTo] = [link, link.hash];
    else if (event.target.closest("mark[data-on]") && getSelection().isCollapsed) follow(event.target);
    else pinned = point(event.target) || pinned;
  });

  function follow(mark) {
    pinned = point(mark);
    const there = card(pinned.entry, pinned.items[0]);
    cameFrom = null;
    if (there.classList.contains("filtered")) return;
    location.hash = leadsTo = `#${there.id}`;
  }

  function unfold(element) {
    const fold = folded(element);
    if (fold) fold.open = true;
  }

  /* Ends what pointing had begun to scroll: a link leads where it says. */
  function settle(element) {
    const pane = element.closest(".pane");
    if (pane) pane.scrollTo({ top: pane.scrollTop, behavior: "instant" });
    reveal(element, "instant");
  }

  function arrive() {
    const led = location.hash === leadsTo;
    leadsTo = null;
    const there = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!there) return;
    unfold(there);
    settle(there);
    if (!there.matches(".item, .ref") && there.closest(".text")) {
      const item = there.id.replace(/-at\d*$/, "").split("-").pop(); // the place of something that has no highlight
      if (pieces(entryOf(there), item).length) show(entryOf(there), [item]);
      return;
    }
    // The focus went where a link leads at once, and a key may have taken it further by now.
    if (led && document.activeElement.closest(".item, .ref")) return;
    pinned = point(there) || pinned;
  }
  addEventListener("hashchange", arrive);

  const visible = (element) => !element.closest(".filtered");
  const STEPS = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key === "Escape") return leave();
    const active = document.activeElement;
    const here = active.closest(".ref") || (active.matches(".go, .item") && active.closest(".item"));
    if (!here || !(event.key in STEPS)) return;
    event.preventDefault();
    const all = [...entryOf(here).querySelectorAll(here.matches(".ref") ? ".ref" : ".item")].filter(visible);
    const next = all[Math.min(all.length - 1, Math.max(0, all.indexOf(here) + STEPS[event.key]))];
    unfold(next);
    (next.matches(".ref") ? next : next.querySelector(".go") || next).focus();
  });

  function leave() {
    if (cameFrom) cameFrom.focus();
    else if (document.activeElement.closest(".item, .ref")) document.activeElement.blur();
    cameFrom = pinned = null;
    show(document, []);
  }

  function filter(form) {
    const entry = entryOf(form);
    const chosen = (name) => new Set([...form.querySelectorAll(`[name="${name}"]:checked`)].map((box) => box.value));
    const kinds = chosen("kind");
    const parties = form.querySelector('[name="party"]') ? chosen("party") : null;
    const off = new Map();
    for (const item of entry.querySelectorAll(".item")) {
      const { kind, party } = item.dataset;
      const theirs = () => !parties || party.split(" ").some((one) => parties.has(one));
      const hidden = party !== undefined && ((kind !== "party" && !kinds.has(kind)) || !theirs());
      item.classList.toggle("filtered", hidden);
      off.set(item.dataset.item, [kind, hidden]);
    }
    for (const mark of entry.querySelectorAll("mark")) {
      const held = mark.dataset.items.split(" ").map((item) => off.get(item)).filter(Boolean);
      for (const kind of ["quote", "term", "position", "figure", "framing"]) {
        mark.classList.toggle(`no-${kind}`, !held.some(([of, hidden]) => of === kind && !hidden));
      }
    }
    for (const ref of entry.querySelectorAll(".ref")) ref.classList.toggle("filtered", off.get(ref.dataset.item)[1]);
    for (const group of entry.querySelectorAll("[data-group]")) {
      group.classList.toggle("filtered", [...group.querySelectorAll(".item")].every((item) => item.matches(".filtered")));
    }
    const counted = [...entry.querySelectorAll(".item[data-party]:not([data-kind=party])")];
    form.querySelector("output").value = `${counted.filter(visible).length} of ${counted.length} items`;
  }

  root.classList.add("js");
  for (const form of document.querySelectorAll(".controls")) {
    form.hidden = false;
    form.addEventListener("change", () => filter(form));
    form.addEventListener("reset", () => setTimeout(() => filter(form)));
    filter(form);
  }
  arrive();

  /* The index in the order of a column; a second time the other way round. */
  for (const button of document.querySelectorAll(".index .sort")) {
    const heading = button.closest("th");
    button.hidden = false;
    button.addEventListener("click", () => {
      const descending = heading.getAttribute("aria-sort") === "ascending";
      for (const other of heading.parentElement.children) other.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
      const body = heading.closest("table").tBodies[0];
      const key = (row) => row.cells[heading.cellIndex].textContent.trim();
      const sorted = [...body.rows].sort((one, other) => key(one).localeCompare(key(other)));
      body.append(...(descending ? sorted.reverse() : sorted));
    });
  }
})();
