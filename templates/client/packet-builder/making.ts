import type { BuilderData } from '../../../scripts/model/builder-data.ts';
import { TRACES_ERASED } from '../erase.ts';
import { findSheet, say, sayCount } from './builder-data.ts';
import type { MadePacket, PacketRequest } from './make-packet.ts';
import { makePacket } from './make-packet.ts';

/** The parts of the page that a packet is made with and shown in. */
type Parts = {
  practice: HTMLInputElement;
  button: HTMLButtonElement;
  fault: HTMLElement;
  ready: HTMLElement;
  status: HTMLElement;
  result: HTMLElement;
  heading: HTMLElement;
  size: HTMLElement;
  links: HTMLAnchorElement[];
};

/** What is said of the practice's name when nothing is wrong with it. */
const HINT = 'builder_practice_hint';

function findParts(form: HTMLFormElement): Parts | undefined {
  const find = (mark: string) => document.querySelector<HTMLElement>(`[data-builder-${mark}]`);
  const practice = form.querySelector<HTMLInputElement>('[name="practice"]');
  const button = form.querySelector<HTMLButtonElement>('button[type="submit"]');
  const [fault, ready, status] = ['fault', 'ready', 'status'].map(find);
  const [result, size] = ['result', 'size'].map(find);
  const heading = result?.querySelector<HTMLElement>('[tabindex]');
  if (!practice || !button || !fault || !ready || !status) return undefined;
  if (!result || !size || !heading) return undefined;
  const links = [...result.querySelectorAll<HTMLAnchorElement>('[data-builder-file]')];
  return { practice, button, fault, ready, status, result, heading, size, links };
}

/** Words about a file, as the page's language counts. */
function describe(data: BuilderData, made: Extract<MadePacket, { ok: true }>, isTwoSided: boolean) {
  const leaves = isTwoSided ? Math.ceil(made.pages / 2) : made.pages;
  const isLarge = made.blob.size >= 1e6;
  const amount = isLarge ? made.blob.size / 1e6 : Math.max(1, Math.round(made.blob.size / 1000));
  const digits = new Intl.NumberFormat(data.lang, { maximumFractionDigits: isLarge ? 1 : 0 });
  return say(data, 'ReadyLine', {
    pages: sayCount(data, 'pages', made.pages),
    leaves: sayCount(data, 'leaves', leaves),
    size: `${digits.format(amount)}\u00a0${isLarge ? 'MB' : 'kB'}`,
  });
}

/** What stands between a choice and its file; the words about the practice's name belong to it. */
class Making {
  readonly #data: BuilderData;
  readonly #parts: Parts;
  readonly #ask: () => Omit<PacketRequest, 'practice'>;
  #address: string | undefined;
  /** Counts the changes: what was begun before the last one is no longer wanted. */
  #round = 0;

  constructor(data: BuilderData, parts: Parts, ask: () => Omit<PacketRequest, 'practice'>) {
    this.#data = data;
    this.#parts = parts;
    this.#ask = ask;
  }

  #fail(words: string, isPractice = false): void {
    const { fault, practice, status, button } = this.#parts;
    fault.textContent = words;
    status.textContent = '';
    button.removeAttribute('aria-disabled');
    if (isPractice) {
      practice.setAttribute('aria-invalid', 'true');
      practice.setAttribute('aria-describedby', `${fault.id} ${HINT}`);
      practice.focus();
    }
  }

  #clear(): void {
    const { fault, practice, ready, status } = this.#parts;
    fault.textContent = '';
    status.textContent = '';
    ready.hidden = true;
    practice.removeAttribute('aria-invalid');
    practice.setAttribute('aria-describedby', HINT);
  }

  /** Takes the file back: nothing of it stays in the memory of the page. */
  drop(): void {
    const { result, links, button } = this.#parts;
    this.#round += 1;
    button.removeAttribute('aria-disabled');
    result.hidden = true;
    for (const link of links) link.href = '#builder_result';
    if (this.#address) URL.revokeObjectURL(this.#address);
    this.#address = undefined;
  }

  /** The choice is another one than that of the file. */
  changed(): void {
    const hadFile = this.#address !== undefined;
    this.#clear();
    this.drop();
    if (hadFile) this.#parts.status.textContent = say(this.#data, 'Stale');
  }

  #show(made: Extract<MadePacket, { ok: true }>, isTwoSided: boolean): void {
    const { result, heading, size, links, status } = this.#parts;
    this.#address = URL.createObjectURL(made.blob);
    for (const link of links) link.href = this.#address;
    size.textContent = describe(this.#data, made, isTwoSided);
    status.textContent = '';
    result.hidden = false;
    heading.focus();
  }

  async make(): Promise<void> {
    const { practice, status, button, ready } = this.#parts;
    if (button.getAttribute('aria-disabled') === 'true') return;
    this.#clear();
    this.drop();
    const request = { ...this.#ask(), practice: practice.value.trim() };
    const sheets = request.sheets.flatMap((stem) => findSheet(this.#data, stem) ?? []);
    if (sheets.length === 0) return this.#fail(say(this.#data, 'None'));
    if (sheets.every(({ isPrivate }) => isPrivate)) return this.#fail(say(this.#data, 'Only'));
    const round = this.#round;
    button.setAttribute('aria-disabled', 'true');
    status.textContent = say(this.#data, 'Loading');
    try {
      const made = await makePacket(this.#data, request, (progress) => {
        if (round === this.#round) status.textContent = say(this.#data, 'Binding', progress);
      });
      if (round !== this.#round) return;
      button.removeAttribute('aria-disabled');
      if (made.ok) this.#show(made, request.isTwoSided);
      else this.#fail(say(this.#data, 'Letters', { letters: made.letters.join(' ') }), true);
    } catch {
      if (round !== this.#round) return;
      this.#fail(say(this.#data, 'Failed'));
      ready.hidden = false;
    }
  }
}

/** Makes the packet when it is asked for, and takes it back when the choice changes. */
export function watchMaking(
  form: HTMLFormElement,
  data: BuilderData,
  ask: () => Omit<PacketRequest, 'practice'>,
): { changed: () => void } {
  const parts = findParts(form);
  if (!parts) return { changed: () => undefined };
  const making = new Making(data, parts, ask);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void making.make();
  });
  parts.practice.addEventListener('input', () => making.changed());
  // The name is kept nowhere, not even in what a browser keeps of a page that was left.
  window.addEventListener('pagehide', () => {
    parts.practice.value = '';
    making.drop();
  });
  document.addEventListener(TRACES_ERASED, () => making.drop());
  return { changed: () => making.changed() };
}
