// The loader, 4 of 4: the page around. What the own page takes from its address, how high a frame is wanted, and elements
// in the place of placeholders.

// How high the frame of an embedded page should be, in px. A screen that scrolls as a whole (the home, a gallery) is as high
// as what it holds; one of panes that scroll by themselves (the wizard) is made for a given height. What is posted
// depends on the width alone, never on the height that the frame has, so the two cannot drive each other on.
const PANES = 900;
const LEAST = 480;
const MOST = 4000;

function wantedHeight(root) {
  const screen = root.querySelector(".app > :first-child");
  if (!screen) return LEAST;
  const style = getComputedStyle(screen);
  if (style.overflowY !== "auto") return PANES;
  const bottoms = [...screen.children].map((part) => part.getBoundingClientRect().bottom);
  const height = Math.max(...bottoms) - screen.getBoundingClientRect().top + screen.scrollTop + parseFloat(style.paddingBottom);
  return Math.min(Math.max(Math.ceil(height), LEAST), MOST);
}

// Tells it to the page around, whoever that is: a number is no secret, and a page that does not want it does not listen.
function tellHeight(root) {
  let told = 0;
  let asked = false;
  const measure = () => {
    asked = false;
    const height = wantedHeight(root);
    if (height === told) return;
    told = height;
    parent.postMessage({ type: `${TAG}-height`, height }, "*");
  };
  const ask = () => {
    if (!asked) requestAnimationFrame(measure);
    asked = true;
  };
  new MutationObserver(ask).observe(root, { childList: true, subtree: true, characterData: true, attributes: true });
  addEventListener("resize", ask);
  // Whoever listens late has heard nothing: no message comes in here that could ask.
  for (const later of [1000, 3000, 10000]) setTimeout(() => { told = 0; ask(); }, later);
}

// Only the own page listens to its address: a portal's address is the portal's.
function heedAddress(element, said) {
  for (const name of ATTRIBUTES) if (name !== "height" && said.has(name)) element.setAttribute(name, said.get(name));
  if (said.has("template")) {
    // A page that is loaded again goes on with the draft that was made, instead of making another.
    element.addEventListener(`${TAG}-ready`, () => {
      said.delete("template");
      history.replaceState(null, "", `${location.pathname}?${said}`);
    }, { once: true });
  }
}

// Many portals strip tags with a hyphen. <div class="doi-thoai" data-view="plan"> passes, and gets an element inside.
const upgraded = new WeakSet();

function upgrade(placeholder) {
  if (upgraded.has(placeholder)) return;
  upgraded.add(placeholder);
  const element = document.createElement(TAG);
  const hand = (name) => {
    if (!(name in placeholder.dataset)) element.removeAttribute(name);
    else if (element.getAttribute(name) !== placeholder.dataset[name]) element.setAttribute(name, placeholder.dataset[name]);
  };
  ATTRIBUTES.forEach(hand);
  new MutationObserver(() => ATTRIBUTES.forEach(hand))
    .observe(placeholder, { attributeFilter: ATTRIBUTES.map((name) => `data-${name}`) });
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

const own = OWN && document.querySelector(TAG);
const said = new URLSearchParams(location.search);
if (own) heedAddress(own, said);
customElements.define(TAG, DoiThoai);
if (own && said.has("embed") && parent !== window) tellHeight(own.shadowRoot);

// Not before the parser is done: it would go on adding a placeholder's old content behind the element.
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", watch, { once: true });
else watch();
