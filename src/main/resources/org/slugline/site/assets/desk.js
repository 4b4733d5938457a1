"use strict";
// An extra at the desk: asks before a page is left with something typed that was not sent.
(function () {
  let typed = false;
  document.addEventListener("input", function (event) {
    typed = typed || event.target.closest(".desk .sheet") !== null;
  });
  document.addEventListener("submit", function () {
    typed = false;
  });
  window.addEventListener("beforeunload", function (event) {
    if (typed) {
      event.preventDefault();
    }
  });
})();
