// What htmx cannot do alone: sliders that mirror their number, undo, looking closer, words about a lost
// connection. Every choice works without this file, by the Update button.

const form = document.getElementById("design");
const byId = (id) => document.getElementById(id);
const told = (id) => JSON.parse(byId(id)?.textContent ?? "null");
const changed = () => window.htmx.trigger(form, "change");
// No target is named here: one that waits for its turn must find the picture as it is by then.
const ask = (what) =>
  window.htmx.ajax("post", form.action, { source: form, values: { "then-do": what } });

function mirror(slider) {
  const number = byId(slider.dataset.mirrors);
  slider.hidden = false;
  slider.addEventListener("input", () => {
    number.value = String(Number(slider.value));
    form.dispatchEvent(new CustomEvent("slide"));
  });
  // It was shown as it slid: letting go need not ask for the same again.
  slider.addEventListener("change", (event) => {
    event.stopPropagation();
    remember();
  });
  const follow = () => {
    const value = Number(number.value.replace(",", "."));
    if (number.value.trim() && Number.isFinite(value)) slider.value = String(value);
  };
  number.addEventListener("input", follow);
  const speak = () => {
    const words = byId(number.id.replace("option-", "words-"));
    slider.setAttribute("aria-valuetext", words?.textContent.trim() || number.value);
  };
  follow(); // a page come back to may hold another number
  speak();
  form.addEventListener("htmx:afterSettle", speak);
}

function markWrong() {
  for (const input of form.querySelectorAll("[aria-describedby]")) {
    const ids = input.getAttribute("aria-describedby").split(" ");
    const error = ids.map(byId).find((e) => e?.matches(".error"));
    if (error?.textContent.trim()) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  }
}

// What does not go with the rest, as the server says it, cannot be pressed; what is chosen can.
function bar() {
  for (const option of form.querySelectorAll("[data-option]")) {
    const barred = new Set();
    for (const words of option.querySelectorAll("[data-bars]"))
      for (const value of words.dataset.bars.split(" ")) barred.add(value);
    for (const input of option.querySelectorAll("input[type=radio]"))
      input.disabled = barred.has(input.value) && !input.checked;
    for (const input of option.querySelectorAll("input[type=checkbox]"))
      input.disabled = barred.has("on") && !input.checked;
  }
}

// What was told with a picture stands under the ids of what it is to replace: whatever is the same stays, and
// what this page has no place for (its template has changed since) waits for the next page. Focus is found
// again; what is said aloud is heard only where its element stays.
function replaceTold(template) {
  const held = document.activeElement?.id;
  for (const piece of [...template.content.children]) {
    const stands = byId(piece.id);
    if (!stands || stands.isEqualNode(piece)) continue;
    if (stands.matches("[role=status]")) stands.textContent = piece.textContent;
    else stands.replaceWith(piece);
  }
  template.remove();
  if (held && document.activeElement?.id !== held) byId(held)?.focus({ preventScroll: true });
}

// The choices' small pictures follow once her hands rest: they must not hold up the large one.
let resting = 0;
function picture() {
  clearTimeout(resting);
  resting = setTimeout(() => {
    for (const [id, address] of Object.entries(told("pictured") ?? {})) {
      const image = byId(id);
      if (!image) continue;
      image.hidden = !address;
      if (address && image.getAttribute("src") !== address) image.src = address;
    }
  }, 600);
}

// One that did not come (the connection is gone) leaves no broken frame, and is asked for again.
function missed(event) {
  if (!event.target.matches?.(".pick-picture")) return;
  event.target.hidden = true;
  event.target.removeAttribute("src");
}

// --- Undo: what the form said, step by step, kept with this tab. ---------------------------------

const designed = "[data-option] [name], [name=fabric-slug]";

function said() {
  const state = {};
  for (const input of form.querySelectorAll(designed))
    if (input.type === "checkbox") state[input.name] = input.checked;
    else if (input.type !== "radio" || input.checked) state[input.name] = input.value;
  return state;
}

function say(state) {
  for (const input of form.querySelectorAll(designed)) {
    const value = state[input.name];
    if (input.type === "checkbox") input.checked = value === true || value === "on";
    else if (input.type === "radio") input.checked = input.value === value;
    else if (value !== undefined) input.value = value;
    if (input.checked) input.disabled = false;
    input.dispatchEvent(new Event("input"));
  }
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const steps = { list: [], at: 0 };
const shelf = () => `steps ${byId("design-key").value}`;

function remember() {
  const now = said();
  if (same(now, steps.list[steps.at])) return;
  steps.list = [...steps.list.slice(0, steps.at + 1), now].slice(-60);
  steps.at = steps.list.length - 1;
  stepped();
  tell(now);
}

function stepped() {
  byId("undo").disabled = steps.at === 0;
  byId("redo").disabled = steps.at === steps.list.length - 1;
  try {
    sessionStorage.setItem(shelf(), JSON.stringify(steps));
  } catch {
    // a full or forbidden store: undo then reaches back to this page's beginning alone
  }
}

function step(by) {
  const state = steps.list[steps.at + by];
  if (!state) return;
  const button = document.activeElement;
  steps.at += by;
  say(state);
  stepped();
  tell(state);
  if (button?.disabled) byId(by < 0 ? "redo" : "undo").focus();
  changed();
}

function begin() {
  try {
    const held = JSON.parse(sessionStorage.getItem(shelf()));
    if (held && same(held.list[held.at], said())) Object.assign(steps, held);
  } catch {
    // nothing that could be read: begin anew
  }
  if (!steps.list.length) steps.list = [said()];
  stepped();
}

// --- Her other tabs ------------------------------------------------------------------------------
// Each tab tells what her hand did as she does it, and never what it heard. Who hears it fills its form and
// only looks: a late answer keeps nothing. One that was just keeping something older keeps what it heard
// after it, so that the last she did is what is shown everywhere and what is kept.

const tabs = new BroadcastChannel("designs");
const tell = (state) => tabs.postMessage({ key: byId("design-key").value, state });
const asksFor = (config) => (config.parameters["then-do"] === "look" ? "look" : "show");
let running = ""; // what the request under way asks for
let owed = ""; // what is still to be asked for

function hear({ data: { key, state } }) {
  if (key !== byId("design-key").value || same(state, said())) return;
  say(state);
  steps.list[steps.at] = said(); // undo takes back what was done here
  stepped();
  owed = [running, owed].includes("show") ? "show" : "look";
  catchUp();
}

function catchUp() {
  if (owed && !running && !(owed === "look" && document.hidden)) ask(owed);
}

// --- Looking closer ------------------------------------------------------------------------------

const zoom = () => form.querySelector("[name=view-zoom]:checked");
const middle = { x: 0.5, y: 0.32 };

// Keeps a point of the picture (shares of its breadth and height) in the middle of its frame.
function look(frame, at) {
  frame.scrollTo(
    at.x * frame.scrollWidth - frame.clientWidth / 2,
    at.y * frame.scrollHeight - frame.clientHeight / 2,
  );
}

function seen(frame) {
  return {
    x: (frame.scrollLeft + frame.clientWidth / 2) / frame.scrollWidth,
    y: (frame.scrollTop + frame.clientHeight / 2) / frame.scrollHeight,
  };
}

function reachable() {
  for (const frame of form.querySelectorAll(".picture")) {
    if (zoom().value === "1") frame.removeAttribute("tabindex");
    else frame.tabIndex = 0; // so that arrow keys move it
  }
}

function closer(event) {
  const frame = event.target.closest(".picture");
  if (!frame || !event.target.closest("svg")) return;
  const box = frame.querySelector("svg").getBoundingClientRect();
  const at = { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
  const levels = [...form.querySelectorAll("[name=view-zoom]")];
  levels[(levels.indexOf(zoom()) + 1) % levels.length].checked = true;
  reachable();
  look(frame, at);
}

// -------------------------------------------------------------------------------------------------

if (form && window.htmx) {
  document.documentElement.classList.add("live");
  form.querySelectorAll(".slider").forEach(mirror);
  begin();
  form.addEventListener("change", remember);
  form.addEventListener("error", missed, true);
  byId("undo").addEventListener("click", () => step(-1));
  byId("redo").addEventListener("click", () => step(1));
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    if (event.target.matches("input:not([type=radio], [type=checkbox], [type=range])")) return;
    const key = event.key.toLowerCase();
    if (key !== "z" && key !== "y") return;
    event.preventDefault();
    step(key === "y" || event.shiftKey ? 1 : -1);
  });

  // How it is looked at is nobody's business but this page's.
  const views = byId("view-bar");
  views.addEventListener("change", (event) => {
    event.stopPropagation();
    reachable();
    if (event.target.name === "view-zoom")
      for (const frame of form.querySelectorAll(".picture")) look(frame, middle);
  });
  form.addEventListener("click", closer);

  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (button?.id === "by-enter") {
      // Enter in a field shows the change in place, as leaving the field does.
      event.preventDefault();
      changed();
    } else if (["surprise", "reset"].includes(button?.value)) {
      event.preventDefault();
      ask(button.value);
    }
  });

  form.addEventListener("click", async (event) => {
    if (event.target.id !== "copy-link") return;
    const share = byId("share");
    share.select();
    try {
      await navigator.clipboard.writeText(share.value);
      event.target.textContent = "Copied";
      byId("said").textContent = "The link is copied.";
    } catch {
      // not allowed here: it stands selected, to be copied by hand
    }
  });

  // Picture and price are swapped whole: a reckoning that stood open stays open, and what was looked at
  // closely stays in sight. The drawings come and go without htmx, which would look at each of their lines.
  let open = false;
  let where = [];
  form.addEventListener("htmx:beforeSwap", ({ detail: { requestConfig, shouldSwap } }) => {
    if (requestConfig.elt !== form || !shouldSwap) return;
    open = Boolean(form.querySelector(".reckoning[open]"));
    where = [...form.querySelectorAll(".picture")].map(seen);
    for (const picture of form.querySelectorAll(".picture")) picture.replaceChildren();
  });
  form.addEventListener("htmx:afterSwap", ({ detail: { requestConfig } }) => {
    if (requestConfig.elt !== form) return;
    for (const drawing of form.querySelectorAll(".picture > template"))
      drawing.replaceWith(drawing.content);
    replaceTold(byId("told"));
    form.querySelector(".reckoning")?.toggleAttribute("open", open);
    reachable();
    if (zoom().value !== "1")
      form.querySelectorAll(".picture").forEach((frame, i) => look(frame, where[i] ?? middle));
  });
  form.addEventListener("htmx:afterSettle", () => {
    const filled = told("filled");
    if (filled) {
      byId("filled").remove();
      say(filled);
      remember();
    }
    markWrong();
    bar();
    picture();
  });

  tabs.addEventListener("message", hear);
  document.addEventListener("visibilitychange", catchUp);
  form.addEventListener("htmx:beforeRequest", ({ detail: { requestConfig } }) => {
    if (requestConfig.elt !== form) return;
    running = asksFor(requestConfig);
    owed = "";
  });
  form.addEventListener("htmx:afterRequest", ({ detail: { requestConfig, successful } }) => {
    if (requestConfig.elt !== form) return;
    running = "";
    if (successful) setTimeout(catchUp); // after what waits already
  });

  // A lost connection is said, and what she chose is sent again until it is taken.
  const unreached = byId("unreached");
  let again = 0;
  const lost = (event) => {
    if (event.detail.requestConfig?.elt !== form) return;
    unreached.hidden = false;
    owed = asksFor(event.detail.requestConfig);
    clearTimeout(again);
    again = setTimeout(catchUp, 4000);
  };
  for (const event of ["htmx:sendError", "htmx:responseError", "htmx:timeout"])
    form.addEventListener(event, lost);
  form.addEventListener("htmx:afterOnLoad", (event) => {
    if (!event.detail.successful || event.detail.requestConfig?.elt !== form) return;
    clearTimeout(again);
    unreached.hidden = true;
  });
  window.addEventListener("online", () => unreached.hidden || catchUp());

  // A page brought back by the browser's Back button may hold other choices than its picture shows.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) changed();
  });
}
