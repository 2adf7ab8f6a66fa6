"use strict";
(() => {
  const main = document.getElementById("main");
  const token = main.dataset.token;
  const words = document.getElementById("words").dataset;
  const drop = document.getElementById("drop");
  const list = document.getElementById("sent");
  const sum = document.getElementById("sum");
  const waiting = [];
  let busy = false;
  let safe = 0;
  let all = 0;

  function tell() {
    sum.textContent = all === 0 ? "" : (safe === all ? words.all : words.some)
      .replace("{0}", safe).replace("{1}", all);
  }

  function add(file) {
    const row = document.getElementById("row").content.firstElementChild.cloneNode(true);
    row.querySelector(".name").textContent = file.name;
    row.querySelector("progress").setAttribute("aria-label", file.name);
    row.querySelector(".tell").textContent = words.waiting;
    row.dataset.state = "waiting";
    row.querySelector(".again").addEventListener("click", () => {
      row.querySelector(".again").hidden = true;
      waiting.push({file, row});
      next();
    });
    list.append(row);
    all++;
    waiting.push({file, row});
  }

  function take(files) {
    [...files].forEach(add);
    tell();
    next();
  }

  function end(row, state, text) {
    row.dataset.state = state;
    row.querySelector(".tell").textContent = text;
    row.querySelector("progress").hidden = true;
    if (state === "safe") safe++;
    else row.querySelector(".again").hidden = state !== "broke";
    tell();
    busy = false;
    next();
  }

  function next() {
    if (busy || waiting.length === 0) return;
    busy = true;
    const {file, row} = waiting.shift();
    const bar = row.querySelector("progress");
    row.dataset.state = "sending";
    bar.hidden = false;
    bar.value = 0;
    row.querySelector(".tell").textContent = words.sending;
    const request = new XMLHttpRequest();
    request.open("POST", "/scan/file");
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("X-Token", token);
    request.setRequestHeader("X-File-Name", encodeURIComponent(file.name));
    request.upload.addEventListener("progress", e => {
      if (e.lengthComputable) bar.value = 100 * e.loaded / e.total;
    });
    request.addEventListener("load", () => {
      let answer = {};
      try { answer = JSON.parse(request.responseText); } catch { /* said below */ }
      if (request.status === 200) end(row, answer.safe ? "safe" : "refused", answer.text);
      else end(row, "broke", answer.error || words.broke);
    });
    request.addEventListener("error", () => end(row, "broke", words.broke));
    request.send(file);
  }

  for (const id of ["files", "photo"]) {
    const input = document.getElementById(id);
    input.addEventListener("change", () => { take(input.files); input.value = ""; });
  }
  for (const kind of ["dragenter", "dragover"]) {
    drop.addEventListener(kind, e => { e.preventDefault(); drop.classList.add("over"); });
  }
  for (const kind of ["dragleave", "drop"]) {
    drop.addEventListener(kind, e => { e.preventDefault(); drop.classList.remove("over"); });
  }
  drop.addEventListener("drop", e => take(e.dataTransfer.files));
  addEventListener("beforeunload", e => { if (busy || waiting.length > 0) e.preventDefault(); });

  const devices = document.getElementById("devices");
  if (!devices) return;
  const row = source => [...devices.children].find(d => d.dataset.source === source);

  function show(lines) {
    for (const line of lines) {
      const device = row(line.source);
      if (!device) continue;
      device.dataset.state = line.state;
      const said = device.querySelector(".tell");
      if (said.textContent !== line.text) said.textContent = line.text;
      const start = device.querySelector(".start");
      if (start) {
        const scanning = line.state === "scanning";
        const held = document.activeElement;
        start.hidden = scanning;
        device.querySelector(".stop").hidden = !scanning;
        if (held === start && scanning) device.querySelector(".stop").focus();
        if (held === device.querySelector(".stop") && !scanning) start.focus();
      }
    }
  }

  async function look() {
    try {
      const answer = await fetch("/scan/devices", {headers: {Accept: "application/json"}});
      if (answer.ok) show((await answer.json()).devices);
    } catch { /* the next look tells */ }
    setTimeout(look, 1500);
  }

  async function press(path, source) {
    const body = new URLSearchParams({source, token});
    const answer = await fetch(path, {method: "POST", body, headers: {Accept: "application/json"}});
    const said = await answer.json();
    if (answer.ok) show(said.devices);
    else row(source).querySelector(".tell").textContent = said.error;
  }

  devices.addEventListener("click", e => {
    const source = e.target.closest("li") && e.target.closest("li").dataset.source;
    if (e.target.classList.contains("start")) press("/scan/start", source);
    if (e.target.classList.contains("stop")) press("/scan/stop", source);
  });
  look();
})();
