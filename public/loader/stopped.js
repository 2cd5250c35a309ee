// The loader, 2 of 4: a panic. It leaves the one instance suspect: nothing is called in it any more, nothing is saved by it,
// every mounted element says so, and none is mounted anew before the page is loaded again.

let stopped = null; // the cause
const mounted = new Set(); // of each mounted element, what stops it

// Whether an error is a trap of our module: a portal may run other programs.
function isOurs(cause) {
  if (!(cause instanceof WebAssembly.RuntimeError)) return false;
  const stack = String(cause.stack);
  return stack.includes(`${TAG}.wasm`) || (nameless && stack.includes("wasm-function"));
}

function stop(cause) {
  if (stopped) return;
  stopped = cause;
  wasm_bindgen.halt(); // timers, listeners and promises of Rust's own call into nothing from now on
  for (const tell of mounted) tell();
  mounted.clear();
}

// A trap in a handler or in a task of Rust's own reaches nobody but the window.
addEventListener("error", (event) => { if (isOurs(event.error)) stop(event.error); });
addEventListener("unhandledrejection", (event) => { if (isOurs(event.reason)) stop(event.reason); });

// The stored drafts of a scope by their identities, as they stand in the store: each is what a backup file holds. The keys
// are those of src/draft/shelf.
function storedDrafts(scope) {
  const name = scope ? scope.replace(/[%/-]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`) : "-";
  const begin = `doi-thoai/1/${name}/d/`;
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(begin))
      .map((key) => ({ name: `${key.slice(begin.length)}.json`, text: localStorage.getItem(key) }));
  } catch { // refused: then nothing was ever stored
    return [];
  }
}

function crc(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum;
}

// Numbers of 2 or 4 bytes, little end first, each behind its size.
function record(...fields) {
  const bytes = [];
  for (let at = 0; at < fields.length; at += 2) {
    for (let part = 0; part < fields[at]; part++) bytes.push((fields[at + 1] >>> (8 * part)) & 255);
  }
  return new Uint8Array(bytes);
}

// Files in an archive (zip, not compressed), as the program itself writes and opens all drafts.
function archive(files) {
  const parts = [];
  const index = [];
  let offset = 0;
  let length = 0;
  for (const { name, text } of files) {
    const label = new TextEncoder().encode(name);
    const bytes = new TextEncoder().encode(text);
    const about = [2, 20, 2, 0x800, 2, 0, 2, 0, 2, 0x21, 4, crc(bytes), 4, bytes.length, 4, bytes.length, 2, label.length, 2, 0];
    const head = record(4, 0x04034b50, ...about);
    const entry = record(4, 0x02014b50, 2, 20, ...about, 2, 0, 2, 0, 2, 0, 4, 0, 4, offset);
    parts.push(head, label, bytes);
    index.push(entry, label);
    offset += head.length + label.length + bytes.length;
    length += entry.length + label.length;
  }
  const end = record(4, 0x06054b50, 2, 0, 2, 0, 2, files.length, 2, files.length, 4, length, 4, offset, 2, 0);
  return new Blob([...parts, ...index, end], { type: "application/zip" });
}

function button(words, press) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = words;
  made.addEventListener("click", press);
  return made;
}

// What an element shows once the program has stopped. Plain nodes: there is no program to draw them.
function banner(words, scope) {
  const box = document.createElement("div");
  box.className = "failed stopped";
  box.setAttribute("role", "alert");
  const told = document.createElement("p");
  told.textContent = words.faults.stopped.text;
  box.append(told, button(words.reload, () => location.reload()), button(words.keep, () => {
    const files = storedDrafts(scope);
    if (!files.length) {
      told.textContent = words.none;
      return;
    }
    const one = files.length === 1;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(one ? new Blob([files[0].text], { type: "application/json" }) : archive(files));
    link.download = one ? `${TAG}.json` : `${TAG}.zip`;
    link.click();
  }));
  return box;
}
