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
  for (const tell of mounted) tell();
  mounted.clear();
}

// A trap in a handler or in a task of Rust's own reaches nobody but the window.
addEventListener("error", (event) => { if (isOurs(event.error)) stop(event.error); });
addEventListener("unhandledrejection", (event) => { if (isOurs(event.reason)) stop(event.reason); });

// The stored drafts of a scope, as they stand in the store: each is what a backup file holds. The keys are those of
// src/draft/shelf.rs.
function storedDrafts(scope) {
  const name = scope ? scope.replace(/[%/-]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`) : "-";
  const begin = `doi-thoai/1/${name}/d/`;
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(begin)).map((key) => localStorage.getItem(key));
  } catch { // refused: then nothing was ever stored
    return [];
  }
}

// One draft is a backup file; several are a list of such. What is no JSON any more stands in the list as text.
function draftsFile(texts) {
  if (texts.length === 1) return texts[0];
  const readable = (text) => { try { return JSON.parse(text) && text; } catch { return JSON.stringify(text); } };
  return `[\n${texts.map(readable).join(",\n")}\n]\n`;
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
    const texts = storedDrafts(scope);
    if (!texts.length) {
      told.textContent = words.none;
      return;
    }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([draftsFile(texts)], { type: "application/json" }));
    link.download = `${TAG}.json`;
    link.click();
  }));
  return box;
}
