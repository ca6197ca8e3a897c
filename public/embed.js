/*
 * For pages that show a frame of this site: gives each frame the height of its content. Listens to
 * frames of this site only, and changes nothing but their height.
 */
(function () {
  "use strict";
  var origin = new URL(document.currentScript.src).origin;

  function frames() {
    return Array.from(document.querySelectorAll("iframe")).filter(function (frame) {
      return frame.src.indexOf(origin + "/embed/") === 0;
    });
  }

  window.addEventListener("message", function (event) {
    if (event.origin !== origin || !event.data || event.data.type !== "counterpoint:height") return;
    var height = Number(event.data.height);
    if (!(height >= 40 && height <= 5000)) return;
    frames().forEach(function (frame) {
      if (frame.contentWindow === event.source) frame.style.height = height + "px";
    });
  });

  // Those that spoke before this listened. To any origin: one that has not loaded has none yet.
  frames().forEach(function (frame) {
    frame.contentWindow.postMessage("counterpoint:height?", "*");
  });
})();
