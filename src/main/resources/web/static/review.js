"use strict";
(() => {
  const review = document.getElementById("main");
  const work = [...document.querySelectorAll("#work .field")];
  const every = [...document.querySelectorAll(".field")];
  const spot = document.getElementById("spot");
  const paper = document.querySelector(".paper");
  const finish = document.getElementById("finish");
  const release = document.getElementById("release");
  const handOn = document.getElementById("hand-on");
  const alertBox = document.getElementById("alert");
  const help = document.getElementById("help");
  const letters = document.getElementById("letters");
  const answered = [];
  let complete = release.dataset.complete === "true";
  let version = review.dataset.version;
  let current = null;
  let busy = false;

  const body = f => f.querySelector(".body");
  const textOf = f => f.dataset.input === "text" ? f.querySelector(".value") : null;
  const isOpen = f => f.dataset.state === "open";

  function load(f) {
    for (const crop of f ? f.querySelectorAll(".crop[data-src]") : []) {
      crop.addEventListener("error", () => { crop.hidden = true; });
      crop.src = crop.dataset.src;
      delete crop.dataset.src;
    }
  }

  function close() {
    if (!current) return;
    body(current).hidden = true;
    current.classList.remove("current");
    current.querySelector(".line").setAttribute("aria-expanded", "false");
    current = null;
  }

  function open(f) {
    close();
    finish.hidden = true;
    current = f;
    const fold = f.closest("details");
    if (fold) fold.open = true;
    f.classList.add("current");
    body(f).hidden = false;
    f.querySelector(".line").setAttribute("aria-expanded", "true");
    load(f);
    const here = work.indexOf(f);
    if (here >= 0) work.slice(here + 1, here + 4).forEach(load);
    show(f);
    const text = textOf(f);
    if (text && text.value === "" && f.dataset.blank !== "true") text.focus({preventScroll: true});
    else f.querySelector(".confirm").focus({preventScroll: true});
    f.scrollIntoView({block: "nearest"});
    const foot = f.getBoundingClientRect();
    if (foot.bottom > innerHeight - 8 || foot.top < 0) f.scrollIntoView({block: "center"});
  }

  function show(f) {
    if (!spot) return;
    const pad = 1;
    spot.setAttribute("x", f.dataset.x - pad);
    spot.setAttribute("y", f.dataset.y - pad);
    spot.setAttribute("width", +f.dataset.w + 2 * pad);
    spot.setAttribute("height", +f.dataset.h + 2 * pad);
    const at = spot.getBoundingClientRect();
    const frame = paper.getBoundingClientRect();
    paper.scrollTop += at.top - frame.top - frame.height / 2 + at.height / 2;
  }

  function progress() {
    const left = work.filter(isOpen).length;
    document.getElementById("progress").value = work.length - left;
    document.getElementById("progress-text").textContent =
      review.dataset.of.replace("{0}", work.length - left).replace("{1}", work.length);
  }

  function goOn(from) {
    const at = work.indexOf(from) + 1;
    const next = work.slice(at).concat(work.slice(0, at)).find(isOpen);
    if (next) open(next); else end();
  }

  function end() {
    close();
    finish.hidden = false;
    release.hidden = !complete;
    handOn.hidden = complete;
    const first = finish.querySelector("form:not([hidden]) input:not([type=hidden])")
      || finish.querySelector("form:not([hidden]) .main");
    finish.scrollIntoView({block: "nearest"});
    first.focus();
  }

  function warn(text) {
    alertBox.firstElementChild.textContent = text;
    alertBox.hidden = false;
    alertBox.scrollIntoView({block: "nearest"});
  }

  async function answer(f, kind) {
    if (busy) return;
    const form = new FormData(f);
    const text = textOf(f);
    if (kind === "value") {
      const said = form.getAll("value").some(v => v.trim() !== "");
      if (!said && f.dataset.blank === "true" && f.dataset.blind !== "true") kind = "blank";
      else if (!said) {
        warn(review.dataset.need);
        if (text) text.focus();
        return;
      }
    }
    if (kind !== "value") form.delete("value");
    form.set("kind", kind);
    form.set("field", f.dataset.field);
    form.set("version", version);
    form.set("token", review.dataset.token);
    busy = true;
    f.setAttribute("aria-busy", "true");
    try {
      const sent = await fetch(f.action, {
        method: "POST",
        headers: {"Accept": "application/json"},
        body: new URLSearchParams(form),
      });
      const said = await sent.json();
      if (!sent.ok) {
        warn(said.error);
        return;
      }
      alertBox.hidden = true;
      version = said.version;
      document.querySelectorAll("input[name=version]").forEach(i => { i.value = version; });
      complete = said.complete;
      f.dataset.state = said.state;
      f.querySelector(".shown").textContent = said.shown;
      f.querySelector(".refer").hidden = true;
      answered.push(f);
      progress();
      goOn(f);
    } catch (broken) {
      warn(review.dataset.offline);
    } finally {
      busy = false;
      f.removeAttribute("aria-busy");
    }
  }

  function choose(f, number) {
    const choice = f.querySelector(`[data-number="${number}"]`);
    if (!choice) return false;
    if (choice.tagName === "INPUT") {
      choice.checked = choice.type === "checkbox" ? !choice.checked : true;
    } else {
      textOf(f).value = choice.dataset.value;
      pressed(f);
    }
    return true;
  }

  function pressed(f) {
    f.querySelectorAll("button.choice").forEach(c =>
      c.setAttribute("aria-pressed", String(c.dataset.value === textOf(f).value)));
  }

  function move(step) {
    const at = current ? work.indexOf(current) : work.length;
    const next = work[at + step];
    if (next) open(next);
    else if (step > 0 && !work.some(isOpen)) end();
  }

  function act(what, f) {
    switch (what) {
      case "type": { const text = textOf(f); if (text) { text.focus(); text.select(); } break; }
      case "blank": answer(f, "blank"); break;
      case "illegible": answer(f, "illegible"); break;
      case "refer": { const box = f.querySelector(".refer"); box.hidden = false; box.querySelector("input").focus(); break; }
      case "refer-now": answer(f, "refer"); break;
      case "undo": undo(); break;
    }
  }

  function undo() {
    const last = answered.pop();
    if (!last) return;
    last.dataset.state = "open";
    progress();
    open(last);
  }

  every.forEach(f => {
    f.addEventListener("submit", e => {
      e.preventDefault();
      answer(f, document.activeElement && document.activeElement.name === "reason" ? "refer" : "value");
    });
    f.querySelector(".line").addEventListener("click", () => f === current ? close() : open(f));
    f.querySelectorAll("button.choice").forEach(c => c.addEventListener("click", () => choose(f, c.dataset.number)));
    const text = textOf(f);
    if (text) text.addEventListener("input", () => pressed(f));
  });
  document.addEventListener("click", e => {
    const button = e.target.closest("[data-do]");
    if (button) act(button.dataset.do, button.closest(".field"));
  });

  const KEYS = {e: "type", b: "blank", u: "illegible", r: "refer"};
  document.addEventListener("keydown", e => {
    if (help.open || e.ctrlKey || e.metaKey || e.isComposing) return;
    const typing = e.target.matches("input:not([type=radio]):not([type=checkbox]), textarea");
    if (e.key === "ArrowDown" || e.key === "ArrowUp") {
      if (!typing || e.target.classList.contains("value")) {
        e.preventDefault();
        move(e.key === "ArrowDown" ? 1 : -1);
      }
      return;
    }
    if (e.key === "Escape" && typing && current) {
      current.querySelector(".refer").hidden = true;
      current.querySelector(".confirm").focus();
      return;
    }
    if ((typing && !e.altKey) || !letters.checked) return;
    const key = e.key.toLowerCase();
    if (key === "?") { help.showModal(); e.preventDefault(); }
    else if (key === "z") { undo(); e.preventDefault(); }
    else if (current && KEYS[key]) { act(KEYS[key], current); e.preventDefault(); }
    else if (current && /^[1-9]$/.test(key) && choose(current, key)) e.preventDefault();
    else if (key === "enter" && current && e.target.matches("input[type=radio], input[type=checkbox]")) {
      answer(current, "value");
      e.preventDefault();
    } else if (key === "enter" && current && e.target === document.body) {
      answer(current, "value");
      e.preventDefault();
    }
  });
  document.getElementById("help-open").addEventListener("click", () => help.showModal());
  document.getElementById("help-close").addEventListener("click", () => help.close());
  letters.checked = localStorage.getItem("letters") !== "off";
  letters.addEventListener("change", () => localStorage.setItem("letters", letters.checked ? "on" : "off"));

  progress();
  const first = work.find(isOpen);
  if (first) open(first); else end();
})();
