import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import puppeteer, { type Browser, type Frame, type Page } from 'puppeteer';

/** A point of a page in pt from its lower left corner, pages counted from 0. */
export type PagePoint = { page: number; x: number; y: number };

/** A PDF open in Chromium's own viewer, worked with mouse and keyboard. */
export type OpenViewer = {
  page: Page;
  click(point: PagePoint): Promise<void>;
  /** Clicks into a field, types, and clicks beside it. */
  type(point: PagePoint, text: string): Promise<void>;
  /** Presses the button that saves, with what was filled in, and gives the file. */
  save(): Promise<Uint8Array>;
  close(): Promise<void>;
};

/** Browsers that have the viewer; the builds named "headless shell" are without it. */
const BROWSERS = [
  process.env['CHROMIUM_VIEWER'],
  '/usr/bin/chromium',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium-browser',
];
/** High enough for a whole page at 100 %. */
const VIEWPORT = { width: 1200, height: 1400 };
const TIMEOUT_MS = 20_000;
/** How long a field may take to get the keyboard, click by click. */
const PATIENCE_MS = [2_000, 5_000, 10_000];
/** A place beside all fields, in the margin. */
const MARGIN = { x: 20, y: 20 };
/** Answers of more letters than this are not typed key by key. */
const LONG = 300;

/** The program of an installed Chromium or Chrome with the viewer, when there is one. */
export function findViewer(): string | undefined {
  return BROWSERS.find((file) => file && existsSync(file));
}

/** Starts a browser with the viewer; puppeteer would leave it out with the other extensions. */
export function launchViewer(executablePath: string): Promise<Browser> {
  return puppeteer.launch({
    executablePath,
    headless: true,
    pipe: true,
    defaultViewport: VIEWPORT,
    args: [
      '--disable-gpu',
      '--no-first-run',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    ignoreDefaultArgs: [
      '--disable-extensions',
      '--disable-component-extensions-with-background-pages',
    ],
  });
}

/** The parts of the viewer's own page (chrome/browser/resources/pdf/pdf_viewer.ts) that are asked. */
type Rect = { x: number; y: number; width: number; height: number };
type ViewerElement = HTMLElement & {
  loadState_: string;
  /** What has the keyboard inside the document; as long as it is no text, a space turns the page. */
  formFieldFocus_: 'none' | 'text' | 'non-text';
  viewport: {
    goToPage(page: number): void;
    getPageScreenRect(page: number): Rect;
    getZoom(): number;
  };
};

async function findFrame(page: Page): Promise<Frame> {
  const frame = await page.waitForFrame((one) => one.url().startsWith('chrome-extension:'), {
    timeout: TIMEOUT_MS,
  });
  await frame.waitForFunction(
    () => (document.querySelector('pdf-viewer') as ViewerElement | null)?.loadState_ === 'success',
    { timeout: TIMEOUT_MS },
  );
  return frame;
}

/** Turns to a page and waits until it stands still. */
async function turnTo(frame: Frame, page: number): Promise<void> {
  await frame.evaluate(async (number) => {
    const { viewport } = document.querySelector('pdf-viewer') as ViewerElement;
    viewport.goToPage(number);
    let { y } = viewport.getPageScreenRect(number);
    for (let still = 0; still < 10; ) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      const now = viewport.getPageScreenRect(number).y;
      still = now === y ? still + 1 : 0;
      y = now;
    }
  }, page);
}

/** Where on the screen a point of a page lies. */
function findOnScreen(frame: Frame, point: PagePoint): Promise<{ x: number; y: number }> {
  return frame.evaluate(({ page, x, y }) => {
    const viewer = document.querySelector('pdf-viewer') as ViewerElement;
    const rect = viewer.viewport.getPageScreenRect(page);
    const content = viewer.shadowRoot?.querySelector('#content')?.getBoundingClientRect();
    const scale = (viewer.viewport.getZoom() * 96) / 72;
    return {
      x: (content?.x ?? 0) + rect.x + x * scale,
      y: (content?.y ?? 0) + rect.y + rect.height - y * scale,
    };
  }, point);
}

/**
 * The system's dialog for saving cannot be answered by a program: in its place stands a file that
 * keeps what the viewer writes. Everything before it is the viewer's own: button, menu, saving.
 */
async function saveWithChanges(frame: Frame): Promise<Uint8Array> {
  const base64 = await frame.evaluate(
    (timeout) =>
      new Promise<string>((resolve, reject) => {
        setTimeout(() => reject(new Error('the viewer did not save')), timeout);
        const writer = {
          write: async (blob: Blob) => {
            const bytes = new Uint8Array(await blob.arrayBuffer());
            resolve(btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')));
          },
        };
        const scope = globalThis as unknown as {
          chrome: { fileSystem: Record<string, unknown> };
          showSaveFilePicker: unknown;
        };
        scope.chrome.fileSystem['chooseEntry'] = (_: unknown, done: (entry: unknown) => void) =>
          done({ createWriter: (give: (one: typeof writer) => void) => give(writer) });
        scope.showSaveFilePicker = async () => ({
          createWritable: async () => ({ ...writer, close: async () => undefined }),
        });
        const controls = document
          .querySelector('pdf-viewer')
          ?.shadowRoot?.querySelector('viewer-toolbar')
          ?.shadowRoot?.querySelector('viewer-download-controls')?.shadowRoot;
        controls?.querySelector<HTMLElement>('#save')?.click();
        setTimeout(() => controls?.querySelector<HTMLElement>('#save-edited')?.click(), 400);
      }),
    TIMEOUT_MS,
  );
  return Buffer.from(base64, 'base64');
}

async function waitForFocus(frame: Frame, wanted: 'none' | 'text', timeout: number): Promise<void> {
  await frame.waitForFunction(
    (focus) =>
      (document.querySelector('pdf-viewer') as ViewerElement | null)?.formFieldFocus_ === focus,
    { timeout, polling: 20 },
    wanted,
  );
}

/** Clicks until the field has the keyboard: the viewer drops a click that comes while it is busy. */
async function focusBy(click: () => Promise<void>, frame: Frame): Promise<void> {
  for (const timeout of PATIENCE_MS) {
    await click();
    const focused = waitForFocus(frame, 'text', timeout).then(() => true);
    if (await focused.catch(() => false)) return;
  }
  throw new Error('the field does not take the keyboard');
}

/** Opens a PDF in the viewer. */
export async function openInViewer(browser: Browser, path: string): Promise<OpenViewer> {
  const page = await browser.newPage();
  await page.goto(`${pathToFileURL(path).href}#zoom=100`, { waitUntil: 'load' });
  const frame = await findFrame(page);
  let shown = -1;
  const press = async (point: PagePoint) => {
    const { x, y } = await findOnScreen(frame, point);
    await page.mouse.click(x, y);
  };
  const click = async (point: PagePoint) => {
    if (point.page !== shown) {
      // A field that has the keyboard when its page goes out of sight keeps it: no field that is
      // clicked later would take a letter.
      if (shown >= 0) await press({ ...MARGIN, page: shown });
      await turnTo(frame, point.page);
    }
    shown = point.page;
    await press(point);
  };
  return {
    page,
    click,
    async type(point, text) {
      await focusBy(() => click(point), frame);
      // Letter by letter a long answer takes a minute; at once is how an input method hands it over.
      if (text.length > LONG) await page.keyboard.sendCharacter(text);
      else await page.keyboard.type(text);
      await click({ ...MARGIN, page: point.page });
      await waitForFocus(frame, 'none', TIMEOUT_MS);
    },
    save: () => saveWithChanges(frame),
    close: () => page.close(),
  };
}
