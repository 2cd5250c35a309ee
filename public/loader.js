// The loader: defines <doi-thoai>, starts the wasm once for all elements of the page, and owns each element's life.
//
// `cargo xtask` puts this file behind wasm-bindgen's glue (which declares `wasm_bindgen`), wraps both in one function so
// that no name leaks into the portal's page, and fills in the three "%...%" strings. The result is doi-thoai.js, a classic
// script: a portal needs one tag and no module support. The source is ASCII so that a page with a wrong charset cannot
// break it; the words that a user may see stand in loader-words.json.
//
// The element's class lives here and not in Rust because wasm-bindgen cannot define one; Rust keeps the instances in a
// table, and all that this file knows of an instance is its handle (a number).

(function () { // not indented: the whole file is this function
"use strict";

const TAG = "doi-thoai";
const BUILD = "%BUILD%";
const VERSION = "%VERSION%";
const WORDS = "%WORDS%";

// What an element (or a placeholder's data-*) may say. All are read when an instance is mounted.
const ATTRIBUTES = [
  "view", "paper", "draft", "template", "lang", "store", "height", "readonly", "system", "organ", "place",
];

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

// Nothing of the host's page comes in: the element is reset, and so is the div inside, which no rule of the host can
// reach. Custom properties pass (`all` leaves them alone), and these are the theme. A host may still size the element.
const RESET = `
:host { all: initial; display: block; position: relative }
:host([hidden]) { display: none }
.root { all: initial; display: block; box-sizing: border-box; height: 100% }
:host([height]) .root { overflow: auto }
.failed { display: block; margin: 0; padding: 16px; border: 2px solid #b3261e; background: #fff; color: #1a1a1a;
  font: 16px/1.5 system-ui, "Segoe UI", Roboto, Arial, sans-serif }
`;

if (customElements.get(TAG)) {
  console.warn(`<${TAG}> is already defined on this page; this copy (${VERSION}, build ${BUILD}) stays out.`);
  return;
}

// Only while the script itself runs does the document say which one it is.
const script = document.currentScript;

// The folder of the wasm and the fonts. Content systems add queries to script addresses (`?v=12`): resolving "." drops them.
function base() {
  const given = script && script.getAttribute("data-base");
  if (given) return new URL(given.endsWith("/") ? given : given + "/", document.baseURI).href;
  return new URL(".", (script && script.src) || document.baseURI).href;
}
const BASE = base();

// An inline script is the single-file page: all that would be fetched stands in the document as base64 text.
const SINGLE = Boolean(script) && !script.src;

function embedded(name) {
  const block = document.querySelector(`script[type="text/plain"]#doi-thoai-${name}`);
  if (!block) throw new Fault("missing", `#doi-thoai-${name}`);
  return Uint8Array.from(atob(block.textContent.trim()), (letter) => letter.charCodeAt(0));
}

// Why the element cannot start. `code` has its sentence and its hint in loader-words.json; `about` is for the webmaster.
class Fault extends Error {
  constructor(code, about, cause) {
    super(`${TAG}: ${code}: ${about}`);
    this.code = code;
    this.about = String(about);
    this.cause = cause;
  }
}

// A request that a policy blocked fails with the same TypeError as one that got no answer. The report comes as an event,
// a task later; it is the only thing that tells the two apart.
let blocked = false;
document.addEventListener("securitypolicyviolation", (event) => {
  if (event.disposition === "enforce" && event.blockedURI.startsWith(new URL(BASE).origin)) blocked = true;
});

async function get(path) {
  const url = new URL(path, BASE);
  let answer;
  try {
    answer = await fetch(url);
  } catch (cause) {
    if (location.protocol === "file:") throw new Fault("file", url, cause);
    await new Promise((later) => setTimeout(later, 50));
    throw new Fault(blocked ? "csp" : url.origin === location.origin ? "missing" : "cors", url, cause);
  }
  if (!answer.ok) throw new Fault("missing", `${url} (${answer.status})`);
  return answer;
}

// A Response lets the browser compile while it loads, and keep the compiled code; it insists on the right type. Servers
// that do not know .wasm send another type: then the bytes decide.
async function module() {
  if (SINGLE) {
    const packed = new Blob([embedded("wasm")]).stream();
    return new Response(packed.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  }
  const answer = await get(`doi-thoai.wasm?b=${BUILD}`);
  if (/^application\/wasm\b/i.test(answer.headers.get("Content-Type") || "")) return answer;
  const bytes = await answer.arrayBuffer();
  const [a, b, c, d] = new Uint8Array(bytes);
  if (a !== 0 || b !== 0x61 || c !== 0x73 || d !== 0x6d) throw new Fault("mime", answer.url);
  return bytes;
}

async function startWasm() {
  if (typeof WebAssembly !== "object" || !("adoptedStyleSheets" in Document.prototype) ||
      typeof DecompressionStream !== "function") {
    throw new Fault("old-browser", navigator.userAgent);
  }
  try {
    await wasm_bindgen({ module_or_path: await module() });
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    if (!(cause instanceof WebAssembly.CompileError)) {
      // A LinkError is glue and wasm of different builds: an old copy in a cache.
      throw new Fault(cause instanceof WebAssembly.LinkError ? "missing" : "start", cause, cause);
    }
    throw new Fault(/Content.Security|\bCSP\b/i.test(cause.message) ? "csp" : "old-browser", cause.message, cause);
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

// One wasm instance and one set of fonts for all elements. A failed start may be tried again by a later element; a panic
// leaves the instance suspect, so no new element is mounted into it.
let started = null;
let broken = null;

function start() {
  if (broken) return Promise.reject(new Fault("start", broken, broken));
  if (!started) {
    // Papers with another font are better than no papers: a font that fails is told, not fatal.
    const fonts = startFonts().catch((cause) => ({ failed: cause instanceof Fault ? cause : new Fault("missing", cause, cause) }));
    started = Promise.all([startWasm(), fonts]).then(([wasm, faces]) => ({ wasm, faces }));
    started.catch(() => { started = null; });
  }
  return started;
}

class DoiThoai extends HTMLElement {
  static get observedAttributes() { return ATTRIBUTES; }

  #root = null; // the div inside the shadow root; null while closed
  #wasm = null; // the exports, once this element is mounted
  #handle = 0;
  #queued; // a draft (JSON) that waits for the next mount
  #sheets = []; // ours; Rust adds its own behind them
  #ready; // { promise, resolve, reject }: methods called early wait for it

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: "open" });
    if ("adoptedStyleSheets" in shadow) {
      this.#sheets = [new CSSStyleSheet(), new CSSStyleSheet()];
      this.#sheets[0].replaceSync(RESET);
      shadow.adoptedStyleSheets = this.#sheets;
    }
    this.#renew();
  }

  #renew() {
    const ready = {};
    ready.promise = new Promise((resolve, reject) => Object.assign(ready, { resolve, reject }));
    ready.promise.catch(() => {}); // nobody has to wait
    this.#ready = ready;
  }

  // Called again when a host moves the element; an instance that is there then stays as it is.
  connectedCallback() {
    if (Object.hasOwn(this, "draft")) { // set before the tag was defined: let it pass through the setter
      const early = this.draft;
      delete this.draft;
      this.draft = early;
    }
    if (!this.#root) this.#open();
  }

  disconnectedCallback() {
    try { this.flush(); } catch (cause) { console.error(cause); }
    queueMicrotask(() => { if (!this.isConnected) this.#close(); });
  }

  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (name === "height") this.#size(now);
    if (this.#wasm && this.#wasm.set_options) this.#call("set_options", this.#options());
  }

  async #open() {
    const root = this.#root = document.createElement("div");
    root.className = "root";
    root.lang = this.getAttribute("lang") || "vi";
    this.shadowRoot.replaceChildren(root);
    try {
      const { wasm, faces } = await start();
      if (this.#root !== root) return; // closed while loading
      this.#handle = wasm.mount(root, this, this.#options(), faces.failed ? [] : faces);
      this.#wasm = wasm;
      if (faces.failed) this.#tell(faces.failed);
    } catch (cause) {
      if (this.#root === root) this.#fail(cause);
      return;
    }
    if (this.#queued !== undefined) {
      try {
        this.#call("set_draft", this.#queued);
      } catch (cause) { // the screen stands; only this draft is refused
        this.#tell(new Fault("draft", cause, cause));
      }
      this.#queued = undefined;
    }
    this.#ready.resolve();
    this.#emit("ready", { version: VERSION, build: BUILD });
  }

  #close() {
    if (!this.#root) return;
    if (this.#wasm) {
      try {
        // Storage may be refused here (sandboxed frames): an element that comes back brings its work along.
        if (this.#wasm.draft) this.#queued = this.#call("draft");
        this.#call("unmount");
      } catch (cause) { console.error(cause); }
    }
    this.#wasm = this.#root = null;
    this.shadowRoot.replaceChildren();
    this.shadowRoot.adoptedStyleSheets = this.#sheets;
    this.#renew();
  }

  #options() {
    const said = {};
    for (const name of ATTRIBUTES) if (this.hasAttribute(name)) said[name] = this.getAttribute(name);
    return JSON.stringify(said);
  }

  #size(height) {
    if (!this.#sheets.length) return;
    const length = /^\d+(\.\d+)?$/.test(height) ? `${height}px` : height;
    const rule = length && CSS.supports("height", length) ? `:host { height: ${length} }` : "";
    if (length && !rule) console.warn(`<${TAG}>: height="${height}" is no length`);
    this.#sheets[1].replaceSync(rule);
  }

  #call(name, ...rest) {
    const run = this.#wasm[name];
    if (typeof run !== "function") throw new Error(`${TAG}: this build has no ${name}`);
    try {
      return run(this.#handle, ...rest);
    } catch (cause) {
      if (cause instanceof WebAssembly.RuntimeError) {
        broken = cause;
        this.#tell(new Fault("start", cause, cause));
      }
      throw cause;
    }
  }

  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(`${TAG}-${name}`, { bubbles: true, composed: true, detail }));
  }

  #tell(fault) {
    const words = WORDS[(this.getAttribute("lang") || "vi").startsWith("en") ? "en" : "vi"][fault.code];
    console.error(fault, fault.cause);
    this.#emit("error", { code: fault.code, hint: `${words.hint} [${fault.about}]`, message: words.text });
    return words.text;
  }

  #fail(cause) {
    const fault = cause instanceof Fault ? cause : new Fault("start", cause, cause);
    if (cause instanceof WebAssembly.RuntimeError) broken = cause;
    this.#wasm = null;
    const told = document.createElement("p");
    told.className = "failed";
    told.setAttribute("role", "alert");
    this.#root.replaceChildren(told);
    told.textContent = this.#tell(fault);
    this.#ready.reject(fault);
  }

  async #mounted() {
    while (!this.#wasm) await this.#ready.promise;
  }

  get version() { return VERSION; }

  get draft() {
    const json = this.#wasm ? this.#call("draft") : this.#queued;
    return json === undefined ? undefined : JSON.parse(json);
  }

  set draft(backup) {
    if (backup === null || typeof backup !== "object") throw new TypeError(`${TAG}: draft takes an object`);
    const json = JSON.stringify(backup);
    if (this.#wasm) this.#call("set_draft", json);
    else this.#queued = json;
  }

  async importText(text) {
    await this.#mounted();
    return this.#call("import_text", String(text));
  }

  async importFile(file) {
    await this.#mounted();
    if (/\.json$/i.test(file.name)) this.draft = JSON.parse(await file.text());
    else this.#call("import_file", file.name, new Uint8Array(await file.arrayBuffer()));
  }

  async exportFile(paper, format) {
    await this.#mounted();
    const { name, mime, bytes } = this.#call("export_file", paper, format);
    const blob = new File([bytes], name, { type: mime });
    this.#emit("exported", { paper, format, name, blob });
    return blob;
  }

  async print(paper) {
    if (!this.#wasm) await this.#mounted(); // once mounted, no wait: the browser wants the click's own turn
    return this.#call("print", paper);
  }

  flush() {
    if (this.#wasm && this.#wasm.flush) this.#call("flush");
  }
}

customElements.define(TAG, DoiThoai);

// Many portals strip tags with a hyphen. <div class="doi-thoai" data-view="plan"> passes, and gets an element inside.
const upgraded = new WeakSet();

function upgrade(placeholder) {
  if (upgraded.has(placeholder)) return;
  upgraded.add(placeholder);
  const element = document.createElement(TAG);
  for (const name of ATTRIBUTES) if (name in placeholder.dataset) element.setAttribute(name, placeholder.dataset[name]);
  placeholder.replaceChildren(element);
}

function search(node) {
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  if (node.matches("div.doi-thoai")) upgrade(node);
  node.querySelectorAll("div.doi-thoai").forEach(upgrade);
}

function watch() {
  search(document.documentElement);
  new MutationObserver((records) => records.forEach((record) => record.addedNodes.forEach(search)))
    .observe(document.documentElement, { childList: true, subtree: true });
}

// Not before the parser is done: it would go on adding a placeholder's old content behind the element.
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", watch, { once: true });
else watch();
})();
