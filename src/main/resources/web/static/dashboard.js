"use strict";
(() => {
  const numbers = document.getElementById("numbers");
  const broke = document.getElementById("broke");
  const FOCUSABLE = "a[href], button, summary, [tabindex]";
  const parts = root => new Map([...root.querySelectorAll("[data-part]")].map(p => [p.dataset.part, p]));
  let timer = 0;

  // only what changed is put in place; focus, open tables and sideways scrolling stay
  function renew(old, fresh) {
    const before = old.querySelectorAll("details");
    fresh.querySelectorAll("details").forEach((d, i) => { d.open = Boolean(before[i] && before[i].open); });
    if (old.isEqualNode(fresh)) return;
    const held = [...old.querySelectorAll(FOCUSABLE)].indexOf(document.activeElement);
    const sideways = [...old.querySelectorAll(".scroll")].map(s => s.scrollLeft);
    old.replaceWith(fresh);
    fresh.querySelectorAll(".scroll").forEach((s, i) => { s.scrollLeft = sideways[i] || 0; });
    const next = held < 0 ? null : fresh.querySelectorAll(FOCUSABLE)[held];
    if (next) next.focus({preventScroll: true});
  }

  function take(sent) {
    const now = parts(numbers);
    const fresh = parts(sent);
    if (now.size === fresh.size && [...now.keys()].every(name => fresh.has(name))) {
      for (const [name, part] of now) renew(part, document.adoptNode(fresh.get(name)));
    } else {
      numbers.replaceChildren(...sent.childNodes);
    }
  }

  function tell(text) {
    broke.hidden = text === "";
    if (broke.textContent !== text) broke.textContent = text;
  }

  async function look() {
    clearTimeout(timer);
    let again = true;
    try {
      const answer = await fetch("/dashboard/numbers", {redirect: "manual"});
      if (answer.ok) {
        take(new DOMParser().parseFromString(await answer.text(), "text/html").body);
        tell("");
      } else {
        again = answer.status >= 500;
        tell(again ? broke.dataset.broke : broke.dataset.ended);
      }
    } catch {
      tell(broke.dataset.broke);
    }
    if (again) wait();
  }

  // nobody looks: nothing is asked for
  function wait() {
    clearTimeout(timer);
    timer = setTimeout(() => { if (!document.hidden) look(); }, 1000 * numbers.dataset.seconds);
  }

  document.addEventListener("visibilitychange", () => { if (!document.hidden) look(); });
  wait();
})();
