// The loader, 1 of 4: where the files lie, and the start of wasm and fonts, once for all elements of the page.
//
// `cargo xtask` puts the four files, in the order of their numbers, behind wasm-bindgen's glue (which declares
// `wasm_bindgen`), wraps all in one function so that no name leaks into the portal's page, and fills in the three "%...%"
// strings. The result is doi-thoai.js, a classic script: a portal needs one tag and no module support. The source is ASCII
// so that a page with a wrong charset cannot break it; the words that a user may see stand in words.json.
"use strict";

const TAG = "doi-thoai";
const BUILD = "%BUILD%";
const VERSION = "%VERSION%";
const WORDS = "%WORDS%";

if (customElements.get(TAG)) {
  console.warn(`<${TAG}> is already defined on this page; this copy (${VERSION}, build ${BUILD}) stays out.`);
  return;
}

// Only while the script itself runs does the document say which one it is; loaders that run it by other means leave the
// tag to be searched for.
const script = document.currentScript || document.querySelector(`script[src*="${TAG}.js"]`);

// The folder of the wasm and the fonts. Content systems add queries to script addresses (`?v=12`): resolving "." drops them.
function base() {
  const given = script && script.getAttribute("data-base");
  if (given) return new URL(given.endsWith("/") ? given : given + "/", document.baseURI).href;
  // What a loader has fetched and runs from a blob: has no folder.
  return new URL(".", (script && /^(https?|file):/.test(script.src) && script.src) || document.baseURI).href;
}
const BASE = base();

// An inline script is the single-file page: all that would be fetched stands in the document as base64 text.
const SINGLE = Boolean(script) && !script.src && !script.hasAttribute("data-base");

// Whether this is the product's own page (or the single file), not one that the element is a guest of.
const OWN = Boolean(script) && script.hasAttribute("data-page");

// The papers' font. `local` names each face as Windows and macOS do: full name, then PostScript name.
const FAMILY = "Doi Thoai Serif";
const FACES = [
  { name: "regular", weight: "400", style: "normal", local: ["Times New Roman", "TimesNewRomanPSMT"] },
  { name: "bold", weight: "700", style: "normal", local: ["Times New Roman Bold", "TimesNewRomanPS-BoldMT"] },
  { name: "italic", weight: "400", style: "italic", local: ["Times New Roman Italic", "TimesNewRomanPS-ItalicMT"] },
  {
    name: "bolditalic", weight: "700", style: "italic",
    local: ["Times New Roman Bold Italic", "TimesNewRomanPS-BoldItalicMT"],
  },
];

// Why the element cannot start. `code` has its sentence and its hint in words.json; `about` is for the webmaster.
class Fault extends Error {
  constructor(code, about, cause) {
    super(`${TAG}: ${code}: ${about}`);
    this.code = code;
    this.about = about instanceof Error ? about.message : String(about);
    this.cause = cause;
  }
}

function embedded(name) {
  const block = document.querySelector(`script[type="text/plain"]#doi-thoai-${name}`);
  if (!block) throw new Fault("missing", `#doi-thoai-${name}`);
  return Uint8Array.from(atob(block.textContent.trim()), (letter) => letter.charCodeAt(0));
}

// A request that a policy blocked fails with the same TypeError as one that got no answer. The report comes as an event,
// a task later; it is the only thing that tells the two apart.
let blocked = false;
document.addEventListener("securitypolicyviolation", (event) => {
  if (event.disposition !== "enforce" || !/^(connect|default)-src/.test(event.effectiveDirective)) return;
  if (event.blockedURI.startsWith(new URL(BASE).origin)) blocked = true;
});

async function get(path) {
  const url = new URL(path, BASE);
  let answer;
  try {
    answer = await fetch(url);
  } catch (cause) {
    if (location.protocol === "file:") throw new Fault("file", url, cause);
    await new Promise((later) => setTimeout(later, 50));
    // `self.origin` is the origin that a frame really has: "null" in a sandbox without allow-same-origin.
    throw new Fault(blocked ? "csp" : self.origin === "null" ? "sandbox" : url.origin === self.origin ? "missing" : "cors",
      url, cause);
  }
  if (!answer.ok) throw new Fault("missing", `${url} (${answer.status})`);
  return answer;
}

// Whether the module was compiled from bytes: stack traces then do not name its file.
let nameless = SINGLE;

// A Response lets the browser compile while it loads, and keep the compiled code; it insists on the right type. Servers
// that do not know .wasm send another type: then the bytes decide.
async function compile() {
  if (SINGLE) {
    const packed = new Blob([embedded("wasm")]).stream();
    return WebAssembly.compile(await new Response(packed.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
  }
  const answer = await get(`doi-thoai.wasm?b=${BUILD}`);
  if (/^application\/wasm\b/i.test(answer.headers.get("Content-Type") || "")) return WebAssembly.compileStreaming(answer);
  nameless = true;
  const bytes = await answer.arrayBuffer();
  const [a, b, c, d] = new Uint8Array(bytes);
  if (a !== 0 || b !== 0x61 || c !== 0x73 || d !== 0x6d) throw new Fault("mime", answer.url);
  return WebAssembly.compile(bytes);
}

// A module of a table of references and a function that fills memory: what our module needs and old browsers lack.
const PROBE = Uint8Array.of(
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 4, 4, 1, 111, 0, 1, 5, 3, 1, 0, 1,
  10, 13, 1, 11, 0, 65, 0, 65, 0, 65, 0, 252, 11, 0, 11,
);

async function startWasm() {
  if (typeof WebAssembly !== "object" || !("adoptedStyleSheets" in Document.prototype) ||
      typeof DecompressionStream !== "function") {
    throw new Fault("old-browser", navigator.userAgent);
  }
  let module;
  try {
    module = await compile();
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    // What is no fault of the bytes is one of the network, halfway. Of a file that was cut off Firefox says that it is out of
    // memory.
    if (!(cause instanceof WebAssembly.CompileError) && !/out of memory/.test(cause.message)) {
      throw new Fault("missing", cause, cause);
    }
    if (/Content.Security|\bCSP\b/i.test(cause.message)) throw new Fault("csp", cause, cause);
    // A file that was cut off or sent as text is no module for any browser.
    throw new Fault(WebAssembly.validate(PROBE) ? "mime" : "old-browser", cause, cause);
  }
  // Glue and module of different builds may link all the same, and then call the wrong functions.
  const [section] = WebAssembly.Module.customSections(module, TAG);
  const build = section ? new TextDecoder().decode(section) : "?";
  if (build !== BUILD) throw new Fault("stale", `${TAG}.js: ${BUILD}, ${TAG}.wasm: ${build}`);
  try {
    await wasm_bindgen({ module_or_path: module });
  } catch (cause) {
    throw new Fault("start", cause, cause);
  }
  return wasm_bindgen;
}

async function face({ weight, style }, source) {
  const font = new FontFace(FAMILY, source, { weight, style });
  await font.load();
  return { font, weight, style, source };
}

// All four from the machine, or all four ours: a page of two designs would look torn. The source goes to Rust, so that a
// print frame, a document of its own, registers the same faces without asking anybody again.
async function startFonts() {
  let faces;
  try {
    faces = await Promise.all(FACES.map((one) => face(one, one.local.map((name) => `local("${name}")`).join(", "))));
  } catch {
    faces = await Promise.all(FACES.map(async (one) => face(one, SINGLE
      ? embedded(`font-${one.name}`).buffer
      : await (await get(`fonts/tinos-${one.name}.woff2`)).arrayBuffer())));
  }
  for (const { font } of faces) document.fonts.add(font);
  return faces.map(({ weight, style, source }) => ({ weight, style, source }));
}

// One wasm instance and one set of fonts for all elements. A failed start may be tried again by a later element.
let started = null;

function start() {
  if (!started) {
    // Papers with another font are better than no papers: a font that fails is told, not fatal.
    const fonts = startFonts().catch((cause) => ({ failed: cause instanceof Fault ? cause : new Fault("missing", cause, cause) }));
    started = Promise.all([startWasm(), fonts]).then(([wasm, faces]) => ({ wasm, faces }));
    started.catch(() => { started = null; });
  }
  return started;
}
