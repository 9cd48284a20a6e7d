// What htmx cannot do alone: sliders that mirror their number, and words about a lost connection.
// Everything works without this file, by the Update button.

const form = document.getElementById("design");

function mirror(slider) {
  const number = document.getElementById(slider.dataset.mirrors);
  slider.hidden = false;
  slider.addEventListener("input", () => {
    number.value = String(Number(slider.value));
    form.dispatchEvent(new CustomEvent("slide"));
  });
  number.addEventListener("input", () => {
    const value = Number(number.value.replace(",", "."));
    if (number.value.trim() && Number.isFinite(value)) slider.value = String(value);
  });
  const speak = () => {
    const words = document.getElementById(number.id.replace("option-", "words-"));
    slider.setAttribute("aria-valuetext", words?.textContent.trim() || number.value);
  };
  speak();
  form.addEventListener("htmx:afterSettle", speak);
}

function markWrong() {
  for (const input of form.querySelectorAll("[aria-describedby]")) {
    const ids = input.getAttribute("aria-describedby").split(" ");
    const error = ids.map((id) => document.getElementById(id)).find((e) => e?.matches(".error"));
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

if (form && window.htmx) {
  document.documentElement.classList.add("live");
  form.querySelectorAll(".slider").forEach(mirror);
  form.addEventListener("htmx:afterSettle", markWrong);
  form.addEventListener("htmx:afterSettle", bar);

  // Enter in a field shows the change in place, as leaving the field does.
  form.addEventListener("submit", (event) => {
    if (event.submitter?.id !== "by-enter") return;
    event.preventDefault();
    window.htmx.trigger(form, "change");
  });

  // The picture and the price are swapped whole; a reckoning that stood open stays open.
  let open = false;
  form.addEventListener("htmx:beforeSwap", () => {
    open = Boolean(form.querySelector(".reckoning[open]"));
  });
  form.addEventListener("htmx:afterSwap", () => {
    form.querySelector(".reckoning")?.toggleAttribute("open", open);
  });

  const unreached = document.getElementById("unreached");
  const say = (lost) => () => (unreached.hidden = !lost);
  for (const event of ["htmx:sendError", "htmx:responseError", "htmx:timeout"])
    form.addEventListener(event, say(true));
  form.addEventListener("htmx:afterOnLoad", say(false));

  // A page brought back by the browser's Back button may hold other choices than its picture shows.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) window.htmx.trigger(form, "change");
  });
}
