/** The little of Pagefind's API that this page calls. */
type Found = { url: string; excerpt: string; meta: Record<string, string> };
type Pagefind = {
  options(options: { baseUrl: string; excerptLength: number }): Promise<void>;
  init(): Promise<void>;
  search(words: string): Promise<{ results: { data(): Promise<Found> }[] }>;
};

const FEWEST_LETTERS = 2;
const FIRST_SHOWN = 10;
const PAUSE_MS = 180;

function fill(template: string | undefined, count: number, words: string): string {
  return (template ?? '').replace('{count}', String(count)).replace('{words}', words);
}

/** An excerpt as text and marks alone, whatever else it may hold. */
function toExcerpt(html: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const node of parsed.body.childNodes) {
    const words = node.textContent ?? '';
    const mark = node instanceof Element && node.matches('mark');
    const made = mark ? document.createElement('mark') : undefined;
    made?.append(words);
    fragment.append(made ?? words);
  }
  return fragment;
}

function toItem(template: HTMLTemplateElement, { url, excerpt, meta }: Found): Node {
  const item = template.content.cloneNode(true) as DocumentFragment;
  const link = item.querySelector('a');
  if (link) {
    link.href = url;
    link.textContent = meta['title'] ?? url;
  }
  item.querySelector('[data-kind]')?.append(meta['kind'] ?? '');
  item.querySelector('[data-excerpt]')?.append(toExcerpt(excerpt));
  return item;
}

async function loadPagefind(box: HTMLElement): Promise<Pagefind> {
  const { bundle = '', root = '/' } = box.dataset;
  const pagefind = (await import(bundle)) as Pagefind;
  await pagefind.options({ baseUrl: root, excerptLength: 24 });
  await pagefind.init();
  return pagefind;
}

type Parts = {
  box: HTMLElement;
  input: HTMLInputElement;
  status: HTMLElement;
  list: HTMLElement;
  more: HTMLElement;
  template: HTMLTemplateElement;
};

function startSearch({ box, input, status, list, more, template }: Parts): void {
  const words = box.dataset;
  const plural = new Intl.PluralRules(document.documentElement.lang);
  let loading: Promise<Pagefind> | undefined;
  let timer = 0;
  let turn = 0;

  const say = (text: string) => {
    status.textContent = text;
  };
  const search = async () => {
    const query = input.value.trim();
    const own = ++turn;
    if (query.length < FEWEST_LETTERS) {
      list.replaceChildren();
      more.hidden = true;
      return say(words['hint'] ?? '');
    }
    loading ??= loadPagefind(box);
    const { results } = await (await loading).search(query);
    const found = await Promise.all(results.slice(0, FIRST_SHOWN).map((one) => one.data()));
    // A slow answer to an earlier question must not push away the later one.
    if (own !== turn) return;
    list.replaceChildren(...found.map((one) => toItem(template, one)));
    more.hidden = results.length <= FIRST_SHOWN;
    more.onclick = async () => {
      const rest = await Promise.all(results.slice(FIRST_SHOWN).map((one) => one.data()));
      const items = rest.map((one) => toItem(template, one));
      list.append(...items);
      more.hidden = true;
      list.querySelectorAll('a')[FIRST_SHOWN]?.focus();
    };
    if (results.length === 0) return say(fill(words['none'], 0, query));
    const many = plural.select(results.length) === 'one' ? words['one'] : words['other'];
    say(fill(many, results.length, query));
  };
  const run = () => {
    search().catch(() => {
      say(words['failed'] ?? '');
      const lists = document.querySelector<HTMLElement>('[data-search-lists]');
      if (lists) lists.hidden = false;
    });
  };

  say(words['hint'] ?? '');
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(run, PAUSE_MS);
  });
  input.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    run();
  });
  // A browser may bring back what was typed when one comes back to the page.
  if (input.value) run();
}

const box = document.querySelector<HTMLElement>('[data-search]');
const input = box?.querySelector('input');
const status = box?.querySelector<HTMLElement>('[data-search-status]');
const list = box?.querySelector<HTMLElement>('[data-search-results]');
const more = box?.querySelector<HTMLElement>('[data-search-more]');
const template = box?.querySelector('template');
if (box && input && status && list && more && template) {
  startSearch({ box, input, status, list, more, template });
}
