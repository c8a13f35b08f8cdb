// Pointing at a claim lights its words in the text, and pointing at words lights their claims.
const light = (event, on) => {
  const at = event.target.closest("[data-claim], [data-claims]");
  if (!at) return;
  const report = at.closest(".dateline-report");
  const ids = (at.dataset.claim ?? at.dataset.claims).split(" ");
  for (const id of ids) {
    for (const one of report.querySelectorAll(`[data-claim="${id}"], [data-claims~="${id}"]`)) {
      one.classList.toggle("lit", on);
    }
  }
};
for (const name of ["mouseover", "focusin"]) addEventListener(name, (event) => light(event, true));
for (const name of ["mouseout", "focusout"]) addEventListener(name, (event) => light(event, false));
