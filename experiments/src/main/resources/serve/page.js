"use strict";
// The changing part is replaced as a whole, and only when it differs, so that a selection or a screen reader is left alone.
(() => {
  const now = document.getElementById("now");
  const link = document.getElementById("link");
  let shown = "";
  const look = async () => {
    let wait = 2000;
    try {
      const answer = await fetch("now", { cache: "no-store" });
      const text = await answer.text();
      if (answer.ok && text !== shown) {
        now.innerHTML = text;
        shown = text;
      }
      link.textContent = "This page looks again every two seconds while it is open.";
    } catch (gone) {
      link.textContent = "straits serve does not answer any more; what stands here is the last it said.";
      wait = 10000;
    }
    setTimeout(look, wait);
  };
  setTimeout(look, 2000);
})();
