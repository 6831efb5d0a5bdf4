/** What the server tells of this page; see live-clients.ts. */
type State = {
  stamp: string;
  faults: { place?: string; message: string; hint?: string }[];
};

/** How often a page that nobody looks at asks; a stream would use up a connection of the browser. */
const HIDDEN_MS = 1000;
const OVERLAY = 'dev-overlay';

const stamp = document.currentScript?.dataset['stamp'];
const query = `?path=${encodeURIComponent(location.pathname)}`;
let stream: EventSource | undefined;
let timer: number | undefined;

function addText(parent: Element, name: string, kind: string, text: string): Element {
  const element = document.createElement(name);
  element.className = `${OVERLAY}__${kind}`;
  element.textContent = text;
  parent.append(element);
  return element;
}

function showOverlay(faults: State['faults']): void {
  document.getElementById(OVERLAY)?.remove();
  if (faults.length === 0) return;
  const overlay = document.createElement('section');
  overlay.id = OVERLAY;
  overlay.className = OVERLAY;
  overlay.lang = 'en';
  overlay.dir = 'ltr';
  overlay.setAttribute('role', 'alert');
  const count = faults.length === 1 ? '1 problem' : `${faults.length} problems`;
  addText(overlay, 'p', 'title', `${count}. Behind this is the page as it was before.`);
  const list = addText(overlay, 'ul', 'list', '');
  for (const { place, message, hint } of faults) {
    const item = addText(list, 'li', 'item', '');
    addText(item, 'p', 'message', place ? `${place}: ${message}` : message);
    if (hint) addText(item, 'p', 'hint', hint);
  }
  const button = addText(overlay, 'button', 'hide', 'Hide until the next save');
  button.addEventListener('click', () => overlay.remove());
  document.body.append(overlay);
}

function follow(state: State): void {
  if (state.stamp !== stamp) location.reload();
  else showOverlay(state.faults);
}

function stop(): void {
  stream?.close();
  stream = undefined;
  clearInterval(timer);
}

async function ask(): Promise<void> {
  const response = await fetch(`/.dev/state${query}`).catch(() => undefined);
  if (response?.ok) follow((await response.json()) as State);
}

function start(): void {
  stop();
  if (document.hidden) {
    timer = window.setInterval(ask, HIDDEN_MS);
    return;
  }
  stream = new EventSource(`/.dev/events${query}`);
  stream.addEventListener('message', ({ data }) => follow(JSON.parse(data) as State));
}

document.addEventListener('visibilitychange', start);
window.addEventListener('pagehide', stop);
window.addEventListener('pageshow', start);
