// Put first into each page that the test server sends: notes what a test cannot ask for afterwards.
window.probe = { events: [], violations: [], errors: [] };
for (const name of ["ready", "change", "saved", "exported", "error"]) {
  document.addEventListener(`doi-thoai-${name}`, (event) => {
    const { code, hint, message } = event.detail || {};
    window.probe.events.push({ name, code, hint, message, from: event.target.id || event.target.localName });
  });
}
document.addEventListener("securitypolicyviolation", (event) => {
  window.probe.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
});
window.addEventListener("error", (event) => window.probe.errors.push(event.message));
window.addEventListener("unhandledrejection", (event) => window.probe.errors.push(String(event.reason)));
