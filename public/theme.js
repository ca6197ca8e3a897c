/*
 * Light, dark or the system's choice, applied before the first paint. Kept in localStorage on this
 * device only: no cookie, nothing sent. Without this script the page follows the system.
 */
(function () {
  "use strict";
  var key = "theme";
  var root = document.documentElement;

  function stored() {
    try {
      var value = localStorage.getItem(key);
      return value === "light" || value === "dark" ? value : "system";
    } catch {
      return "system";
    }
  }

  function apply(choice) {
    if (choice === "system") root.removeAttribute("data-theme");
    else root.setAttribute("data-theme", choice);
  }

  function showChoice() {
    var choice = stored();
    document.querySelectorAll("[data-theme-switch] input").forEach(function (input) {
      input.checked = input.value === choice;
    });
  }

  apply(stored());
  root.setAttribute("data-theme-ready", "");

  document.addEventListener("change", function (event) {
    var input = event.target;
    if (!(input instanceof HTMLInputElement) || !input.closest("[data-theme-switch]")) return;
    try {
      if (input.value === "system") localStorage.removeItem(key);
      else localStorage.setItem(key, input.value);
    } catch {
      /* Storage is closed to us: the choice holds for this page. */
    }
    apply(input.value);
  });

  addEventListener("storage", function (event) {
    if (event.key === key || event.key === null) {
      apply(stored());
      showChoice();
    }
  });
  document.addEventListener("DOMContentLoaded", showChoice);
  addEventListener("pageshow", showChoice);
})();
