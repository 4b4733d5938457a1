"use strict";
// Extras for those who like keys: / searches, j and k go from headline to headline. The button in
// the footer switches them off; nothing of a page needs them.
(function () {
  const script = document.currentScript;
  const stored = "slugline-keys";
  let on = true;
  try {
    on = localStorage.getItem(stored) !== "off";
  } catch (refused) {
    on = false;
  }
  const links = document.querySelectorAll("main h2 a:not(.feedlink), main h3 a");
  let at = -1;

  function go(step) {
    at = Math.min(links.length - 1, Math.max(0, at + step));
    if (links[at]) {
      links[at].focus();
    }
  }

  document.addEventListener("keydown", function (event) {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (!on || typing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === "/") {
      document.getElementById("q").focus();
    } else if (event.key === "j") {
      go(1);
    } else if (event.key === "k") {
      go(-1);
    } else {
      return;
    }
    event.preventDefault();
  });

  const button = document.createElement("button");
  button.type = "button";
  function show() {
    button.textContent = on ? script.dataset.on : script.dataset.off;
    button.setAttribute("aria-pressed", on ? "true" : "false");
  }
  button.addEventListener("click", function () {
    on = !on;
    try {
      localStorage.setItem(stored, on ? "on" : "off");
    } catch (refused) {
      // it holds for this page then
    }
    show();
  });
  show();
  document.querySelector(".imprint").append(button);
})();
