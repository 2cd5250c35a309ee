// Put first into each page that the test server sends: notes what a test cannot ask for afterwards.
window.probe = { events: [], violations: [], errors: [] };
for (const name of ["ready", "change", "saved", "exported", "error"]) {
  document.addEventListener(`doi-thoai-${name}`, (event) => {
    const { code, hint, message } = event.detail || {};
    window.probe.events.push({ name, at: performance.now(), code, hint, message, from: event.target.id || event.target.localName });
  });
}
document.addEventListener("securitypolicyviolation", (event) => {
  window.probe.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
});
window.addEventListener("error", (event) => window.probe.errors.push(event.message));
window.addEventListener("unhandledrejection", (event) => window.probe.errors.push(String(event.reason)));

// Finders in the first element of the page, by the words that an officer reads.
const all = (css, box) => [...(box || document.querySelector("doi-thoai").shadowRoot).querySelectorAll(css)];
const words = (it) => (it ? it.textContent.trim().replace(/\s+/g, " ") : "");
const seen = (it) => it.checkVisibility({ visibilityProperty: true, opacityProperty: true });
const label = (it) => it.getAttribute("aria-label") || words(it.querySelector("strong, .name") || it);
Object.assign(window.probe, {
  all, words, seen,
  element: () => document.querySelector("doi-thoai"),
  one: (css) => all(css)[0],
  button: (text, at = 0) => all("button, summary").filter((it) => seen(it) && label(it) === text)[at],
  // The box of a field, by its label; with `box`, of the fields in there.
  field: (text, at = 0, box) => all(".field", box).filter((it) => words(it.querySelector("label")) === text)
    .map((it) => it.querySelector("input, textarea, select")).filter(seen)[at],
  card: (text) => all(".card").find((it) => words(it.querySelector("h4")) === text),
  focused: () => document.querySelector("doi-thoai").shadowRoot.activeElement,
  focusedLabel: () => {
    const it = window.probe.focused();
    return it ? (it.labels && it.labels.length ? words(it.labels[0]) : label(it)) : "";
  },
  sheet: () => all(".pages .content p").map((it) => it.textContent).join("\n"),
  // Whether nothing was changed since it was saved last.
  nothingUnsaved: () => {
    const names = probe.events.map((event) => event.name);
    return names.lastIndexOf('change') <= names.lastIndexOf('saved');
  },
  // What was fetched once the first element was ready, beside what tests fetch themselves.
  late: () => {
    const ready = probe.events.find((event) => event.name === "ready");
    return performance.getEntriesByType("resource")
      .filter((it) => ready && it.startTime > ready.at && /^https?:/.test(it.name) && it.initiatorType !== "iframe"
        && !/\/(samples\/|icon\.svg|favicon\.ico|policy-report|probe\.js)/.test(it.name))
      .map((it) => it.name);
  },
  status: () => words(all(".bar .status")[0]),
  // What the browser keeps of drafts, by key.
  stored: () => Object.fromEntries(Object.entries(localStorage).filter(([key]) => /^doi-thoai\/1\/[^/]+\/d\//.test(key))),
});
