"use strict";
// Arrow keys walk over the cards, the space bar marks one, Enter confirms the others. Nothing is confirmed that has
// not been on the screen: until then Enter shows the rest.
const form = document.getElementById("carousel");
if (form) {
  const boxes = [...form.querySelectorAll("input[type=checkbox]")];
  const button = document.getElementById("confirm");
  const bar = button.parentElement;
  const unseen = new Set(form.querySelectorAll(".card"));
  bar.classList.add("sticky");
  const label = () => {
    const marked = boxes.some(b => b.checked);
    const words = unseen.size > 0 ? button.dataset.more : marked ? button.dataset.others : button.dataset.all;
    button.querySelector("span").textContent = words;
  };
  const observer = new IntersectionObserver(entries => {
    for (const entry of entries) {
      if (entry.isIntersecting) {
        unseen.delete(entry.target);
        observer.unobserve(entry.target);
      }
    }
    form.dataset.unseen = unseen.size;
    label();
  }, { threshold: 0.95, rootMargin: `0px 0px -${bar.offsetHeight}px 0px` });
  unseen.forEach(card => observer.observe(card));
  const perRow = () => {
    const top = boxes[0].getBoundingClientRect().top;
    return Math.max(1, boxes.filter(b => Math.abs(b.getBoundingClientRect().top - top) < 4).length);
  };
  const steps = { ArrowRight: () => 1, ArrowLeft: () => -1, ArrowDown: perRow, ArrowUp: () => -perRow() };
  // an Enter held a little too long must not confirm the next screenful as well
  const shownAt = performance.now();
  form.addEventListener("submit", event => {
    if (performance.now() - shownAt < 700) {
      event.preventDefault();
    } else if (unseen.size > 0) {
      event.preventDefault();
      [...unseen][0].scrollIntoView({ block: "start" });
    }
  });
  form.addEventListener("keydown", event => {
    if (event.key === "Enter" && (event.repeat || event.target !== button)) {
      event.preventDefault();
      if (!event.repeat) {
        form.requestSubmit(button);
      }
      return;
    }
    const step = steps[event.key];
    if (!step) {
      return;
    }
    event.preventDefault();
    const at = boxes.indexOf(document.activeElement);
    const next = at < 0 ? 0 : at + step();
    if (next >= 0 && next < boxes.length) {
      boxes[next].focus();
    } else if (next >= boxes.length) {
      button.focus();
    }
  });
  form.addEventListener("change", label);
}
