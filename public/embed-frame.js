/* In a frame on another site: tells the page around it how high the content is. Nothing else. */
(function () {
  "use strict";
  if (window.parent === window) return;
  var told = 0;
  function tell() {
    var height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    // To whoever frames this: a height is no secret.
    window.parent.postMessage({ type: "counterpoint:height", height: height }, "*");
  }
  new ResizeObserver(tell).observe(document.documentElement);
  window.addEventListener("message", function (event) {
    if (event.source === window.parent && event.data === "counterpoint:height?") {
      told = 0;
      tell();
    }
  });
})();
