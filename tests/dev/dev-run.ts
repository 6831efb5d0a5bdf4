import { spawn } from 'node:child_process';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { afterAll } from 'vitest';
import { findBrowser } from '../../scripts/pdf/browser.ts';
import { BETTER_SLEEP, PROJECT_ROOT } from '../build/run-build.ts';
import { makeTemporaryFolder } from '../build/temporary-folder.ts';

/** `npm run dev` as a process of its own. */
export type DevRun = {
  /** "http://localhost:8080". */
  origin: string;
  /** The content folder that it follows, a copy. */
  content: string;
  /** Waits until it says something that matches. */
  says(pattern: RegExp): Promise<string>;
  /** Ends it as Ctrl-C does; gives its exit code. */
  interrupt(): Promise<number | null>;
};

/** What a test may ask for. */
export type DevRunOptions = {
  args?: string[];
  environment?: Record<string, string>;
  /** Where the program stands. */
  project?: string;
  /** The folder that is copied. */
  content?: string;
};

const WAIT_MS = 60_000;
/** Every run that was not ended yet; killed outright it could not clear up after itself. */
const open = new Set<DevRun>();
const browsers: Browser[] = [];

afterAll(async () => {
  await Promise.all([...open].map((run) => run.interrupt()));
  await Promise.all(browsers.map((browser) => browser.close()));
});

/** Waits until a question is answered with anything but nothing. */
export async function until<T>(what: string, ask: () => T | Promise<T>): Promise<NonNullable<T>> {
  const end = Date.now() + WAIT_MS;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited in vain for ${what}`);
}

/** Starts it on a copy of the content about sleep, on any free port. */
export async function startDev(options: DevRunOptions = {}): Promise<DevRun> {
  const { args = [], environment = {}, project = PROJECT_ROOT } = options;
  const content = path.join(await makeTemporaryFolder(), 'content');
  await cp(path.resolve(PROJECT_ROOT, options.content ?? BETTER_SLEEP), content, {
    recursive: true,
  });
  const child = spawn(
    process.execPath,
    ['scripts/dev.ts', '--content', content, '--port', '0', '--no-sandbox', ...args],
    { cwd: project, env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (more: string) => {
      text += more;
    });
  }
  const says = (pattern: RegExp) => {
    return until(`${pattern} in:\n${text}`, () => pattern.exec(text)?.[0]);
  };
  const origin = await says(/http:\/\/localhost:\d+/);
  const run: DevRun = {
    origin,
    content,
    says,
    interrupt() {
      open.delete(run);
      child.kill('SIGINT');
      return ended;
    },
  };
  open.add(run);
  return run;
}

/** A real browser of a reader, with a page in it; unlike the one that prints, it may reach localhost. */
export async function openReader(): Promise<Page> {
  const { path: executablePath, environment } = await findBrowser();
  const browser = await puppeteer.launch({
    executablePath,
    headless: 'shell',
    env: { ...process.env, ...environment },
    args: ['--no-sandbox', '--disable-gpu'],
  });
  browsers.push(browser);
  return browser.newPage();
}

/** The words on a page as they can be read; a page on its way to another has none. */
export function wordsOn(page: Page, selector = 'body'): Promise<string> {
  return page.$eval(selector, (element) => (element as HTMLElement).innerText).catch(() => '');
}

/** Waits until words can be read on a page. */
export function seesWords(page: Page, words: string, selector?: string): Promise<string> {
  return until(`"${words}" on ${page.url()}`, async () => {
    const all = await wordsOn(page, selector);
    return all.includes(words) ? all : undefined;
  });
}

/** How many elements a page has; a page on its way to another says nothing. */
export function countOn(page: Page, selector: string): Promise<number | undefined> {
  return page.$$eval(selector, (all) => all.length).catch(() => undefined);
}

/** Waits until the overlay is there, or is gone. */
export function seesOverlay(page: Page, isThere: boolean): Promise<boolean> {
  return until(`${isThere ? 'an' : 'no'} overlay`, async () => {
    return (await countOn(page, '#dev-overlay')) === (isThere ? 1 : 0);
  });
}
