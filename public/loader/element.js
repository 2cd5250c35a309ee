// The loader, 3 of 4: the element.
//
// Its class lives here and not in Rust because wasm-bindgen cannot define one; Rust keeps the instances in a table, and all
// that this file knows of an instance is its handle (a number).

// What an element (or a placeholder's data-*) may say. All are read when an instance is mounted.
const ATTRIBUTES = [
  "view", "paper", "draft", "template", "lang", "store", "height", "readonly", "system", "organ", "place",
];

// The values of those that have a list of them; another is told in the console, and taken for the first.
const VALUES = {
  view: ["home", "plan", "form", "print"],
  lang: ["vi", "en"],
  system: ["state", "party", "front"],
};

// Nothing of the host's page comes in: the element is reset, and so is the div inside, which no rule of the host can
// reach. Custom properties pass (`all` leaves them alone), and these are the theme; `all` leaves the direction of writing
// alone too. A host may still size or hide the element: any rule of its own is stronger than one of :host, and without one
// the bar of the screen must be where it is seen.
const RESET = `
:host { all: initial; display: block; visibility: inherit }
:host(:not([height])) { height: min(800px, 100vh) }
:host([hidden]) { display: none }
.root { all: initial; display: block; position: relative; box-sizing: border-box; height: 100%; visibility: inherit;
  direction: ltr; unicode-bidi: normal }
:host([height]) .root { overflow: auto }
.failed { display: block; padding: 16px; border: 2px solid #b3261e; background: #fff; color: #1a1a1a;
  font: 16px/1.5 system-ui, "Segoe UI", Roboto, Arial, sans-serif }
.failed p { margin: 0 0 8px }
.failed a { color: #0b57d0 }
.failed button { margin: 0 8px 0 0; padding: 6px 12px; font: inherit; cursor: pointer }
.stopped { position: absolute; top: 0; left: 0; right: 0; z-index: 9 }
`;

// Events of keys, of the clipboard and of choosing text end at the root: outside, their target would be <doi-thoai>, which
// the scripts of portals take for no field. They send forms on Enter, eat Backspace (with which UniKey types), go to a
// search box on "/", forbid copying. Scripts that listen on the way down are out of reach.
const PRIVATE = [
  "keydown", "keypress", "keyup", "copy", "cut", "paste", "contextmenu", "selectstart", "dragstart", "mousedown",
];

// As JSON.stringify, but deaf to the `toJSON` that scripts of older portals give to arrays and objects.
function json(value) {
  if (Array.isArray(value)) return `[${value.map(json).join()}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value) || "null";
  const known = Object.keys(value).filter((name) => value[name] !== undefined);
  return `{${known.map((name) => `${JSON.stringify(name)}:${json(value[name])}`).join()}}`;
}

class DoiThoai extends HTMLElement {
  static get observedAttributes() { return ATTRIBUTES; }

  #root = null; // the div inside the shadow root; null while closed
  #wasm = null; // the exports, once this element is mounted
  #handle = 0;
  #queued; // a draft (JSON) that waits for the next mount
  #left = null; // what was shown when this element was taken out: it goes on from there when it comes back
  #begun = false; // whether a draft was open before: one that comes back begins none
  #stop = () => this.#stopped();
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
      try {
        this.draft = early;
      } catch (cause) { // the screen is opened all the same
        this.#tell(new Fault("draft", cause, cause));
      }
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
    else if (now && VALUES[name] && !VALUES[name].includes(now.split("-")[0])) {
      console.warn(`<${TAG}>: ${name}="${now}" is none of ${VALUES[name].join(", ")}`);
    }
    if (this.#wasm) this.#call("set_options", this.#options());
  }

  async #open() {
    const root = this.#root = document.createElement("div");
    root.className = "root";
    root.lang = this.#lang;
    for (const name of PRIVATE) root.addEventListener(name, (event) => event.stopPropagation());
    this.shadowRoot.replaceChildren(root);
    try {
      const { wasm, faces } = await start();
      if (this.#root !== root) return; // closed while loading
      if (stopped) throw stopped;
      this.#handle = wasm.mount(root, this, this.#options(), faces.failed ? [] : faces);
      this.#wasm = wasm;
      mounted.add(this.#stop);
      if (faces.failed) this.#tell(faces.failed);
    } catch (cause) {
      if (this.#root === root) this.#fail(cause);
      return;
    }
    const left = this.#left || {};
    try {
      if (left.unsaved) this.#call("go_on", left.open, left.text);
      if (left.kept) this.#call("tell", left.kept);
      this.#left = null;
      if (this.#queued !== undefined) this.#call("set_draft", this.#queued);
    } catch (cause) { // the screen stands; only this draft is refused
      this.#call("tell", this.#tell(new Fault("draft", cause, cause)));
    }
    this.#queued = undefined;
    this.#ready.resolve();
    this.#emit("ready", { version: VERSION, build: BUILD });
  }

  #close() {
    if (!this.#root) return;
    mounted.delete(this.#stop);
    if (this.#wasm) {
      try {
        const text = this.#call("draft");
        const [open, unsaved, kept] = this.#call("unmount");
        this.#left = { text, open, unsaved, kept, asked: this.getAttribute("draft") };
        if (open || this.hasAttribute("template")) this.#begun = true;
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
    // One that comes back begins nothing anew, unless another draft is asked for; what is stored nowhere comes first.
    const { open, unsaved, asked = null } = this.#left || {};
    if (this.#begun && said.view !== "print" && (unsaved || this.getAttribute("draft") === asked)) {
      for (const name of ["view", "template", "draft"]) delete said[name];
      said.again = "again";
      if (open) said.draft = open;
    }
    const page = this.#page();
    if (page) said.page = page;
    return json(said);
  }

  // The element's own page, for who wants out of the portal; none where it stands there already.
  #page() {
    if (SINGLE || (OWN && window === window.top)) return null;
    const page = new URL("index.html", BASE);
    for (const name of ["store", "lang"]) if (this.getAttribute(name)) page.searchParams.set(name, this.getAttribute(name));
    return page.href;
  }

  get #lang() { return (this.getAttribute("lang") || "vi").startsWith("en") ? "en" : "vi"; }

  #size(height) {
    if (!this.#sheets.length) return;
    const length = /^\d+(\.\d+)?$/.test(height) ? `${height}px` : height;
    const known = length && CSS.supports("height", length);
    if (length && !known) console.warn(`<${TAG}>: height="${height}" is no length`);
    // On the div, where no rule of the host reaches; a part of the host's own height can only be taken by the element.
    this.#sheets[1].replaceSync(known ? `${length.includes("%") ? ":host" : ".root"} { height: ${length} }` : "");
  }

  #call(name, ...rest) {
    try {
      return this.#wasm[name](this.#handle, ...rest);
    } catch (cause) {
      if (cause instanceof WebAssembly.RuntimeError) stop(cause);
      // Rust refuses with a sentence.
      throw cause instanceof Error ? cause : new Error(String(cause));
    }
  }

  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(`${TAG}-${name}`, { bubbles: true, composed: true, detail }));
  }

  #tell(fault) {
    const words = WORDS[this.#lang].faults[fault.code];
    console.error(fault, fault.cause);
    this.#emit("error", { code: fault.code, hint: `${words.hint} [${fault.about}]`, message: words.text });
    return words.text;
  }

  #fail(cause) {
    if (cause instanceof WebAssembly.RuntimeError) stop(cause);
    if (stopped) return this.#stopped();
    // Rust writes templates of its own as HTML, which a policy may forbid.
    const code = /trusted ?(html|type)/i.test(cause) ? "csp" : "start";
    const fault = cause instanceof Fault ? cause : new Fault(code, cause, cause);
    const box = document.createElement("div");
    box.className = "failed";
    box.setAttribute("role", "alert");
    const told = document.createElement("p");
    told.textContent = this.#tell(fault);
    box.append(told);
    // Where this page forbids what is needed, another may not.
    const elsewhere = fault.code === "file" ? new URL("doi-thoai.html", BASE).href : this.#page();
    if (elsewhere) {
      const link = document.createElement("a");
      Object.assign(link, { href: elsewhere, target: "_blank", rel: "noopener", textContent: WORDS[this.#lang].elsewhere });
      box.append(link);
    }
    this.#root.replaceChildren(box);
    this.#ready.reject(fault);
  }

  // What was drawn stays to be read; it answers no more.
  #stopped() {
    const fault = new Fault("stopped", stopped, stopped);
    this.#wasm = null;
    this.#renew();
    this.#ready.reject(fault);
    for (const part of this.#root.children) part.inert = true;
    this.#root.prepend(banner(WORDS[this.#lang], this.getAttribute("store")));
    this.#tell(fault);
  }

  async #mounted() {
    while (!this.#wasm) await this.#ready.promise;
  }

  get version() { return VERSION; }

  get draft() {
    const text = this.#wasm ? this.#call("draft") : this.#queued ?? (this.#left || {}).text;
    return text === undefined ? undefined : JSON.parse(text);
  }

  set draft(backup) {
    if (backup === null || backup === undefined) return; // frameworks set what they have not got yet
    if (typeof backup !== "object") throw new TypeError(`${TAG}: draft takes an object`);
    const text = json(backup);
    if (this.#wasm) this.#call("set_draft", text);
    else this.#queued = text;
  }

  async importText(text) {
    await this.#mounted();
    return this.#call("import_text", String(text));
  }

  async importFile(file) {
    await this.#mounted();
    const name = file.name || ""; // a Blob has none
    const begin = name ? "" : await file.slice(0, 64).text();
    if (/\.json$/i.test(name) || /^\uFEFF?\s*\{/.test(begin)) this.#call("set_draft", await file.text());
    else this.#call("import_file", name, new Uint8Array(await file.arrayBuffer()));
  }

  async exportFile(paper = "plan", format = "docx") {
    await this.#mounted();
    const { name, mime, bytes } = this.#call("export_file", paper, format);
    const blob = new File([bytes], name, { type: mime });
    this.#emit("exported", { paper, format, name, blob });
    return blob;
  }

  async print(paper = "plan") {
    if (!this.#wasm) await this.#mounted(); // once mounted, no wait: the browser wants the click's own turn
    return this.#call("print", paper);
  }

  flush() {
    if (this.#wasm) this.#call("flush");
  }
}

