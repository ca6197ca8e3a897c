/*
 * The reader's edition: what a page that already works without a script gets on top. Share copies
 * or opens the device's own way of sharing; the key "/" goes to the search box.
 */
(function () {
  "use strict";

  document.addEventListener("click", function (event) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    var link = event.target instanceof Element ? event.target.closest("a[data-share]") : null;
    if (!link) return;
    event.preventDefault();
    var url = link.href;
    if (matchMedia("(pointer: coarse)").matches && typeof navigator.share === "function") {
      navigator.share({ title: link.dataset.share, url: url }).catch(function (error) {
        if (error.name !== "AbortError") location.assign(url);
      });
      return;
    }
    navigator.clipboard.writeText(url).then(
      function () {
        link.querySelector("[data-label]").textContent = link.dataset.copied;
        link.querySelector('[role="status"]').textContent = link.dataset.copied;
      },
      function () {
        location.assign(url);
      },
    );
  });

  var writing = "input, textarea, select, [contenteditable], dialog[open] *";

  function slashKeyIsOn() {
    try {
      return localStorage.getItem("slash-key") !== "off";
    } catch {
      return true;
    }
  }

  document.addEventListener("keydown", function (event) {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.isComposing || event.defaultPrevented || !slashKeyIsOn()) return;
    if (event.target instanceof Element && event.target.closest(writing)) return;
    event.preventDefault();
    var boxes = document.querySelectorAll('main input[type="search"], input[type="search"]');
    var visible = Array.from(boxes).find(function (box) {
      return box.offsetParent;
    });
    if (!visible) {
      document.querySelector('a[href="/search"]').click();
      return;
    }
    visible.select();
    visible.focus();
  });
})();
