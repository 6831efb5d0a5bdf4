import { writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import puppeteer, { type Browser } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../scripts/pdf/browser.ts';
import { openSheetPrinter } from '../../scripts/pdf/print-sheet.ts';
import { renderSheet } from '../../scripts/sheet/render-sheet.ts';
import { makeTemporaryFolder } from '../build/temporary-folder.ts';
import { lettersIn, readPdf } from './open-pdf.ts';
import { loadSleepSheet, usePress } from './press.ts';

const own = usePress();

/** Addresses of this machine: a browser that trusts the first may not trust the second. */
const HOSTS = process.platform === 'darwin' ? ['127.0.0.1'] : ['127.0.0.1', '127.0.0.2'];
const SECRET = 'the-words-of-a-file-on-this-disk';

const servers: Server[] = [];
/** Every connection that was opened, and every path that was asked for. */
let connections = 0;
let requests: string[] = [];
let origins: string[];
let secretFile: string;

beforeAll(async () => {
  origins = await Promise.all(
    HOSTS.map(async (host) => {
      const server = createServer((request, response) => {
        requests.push(`${host}${request.url}`);
        response.setHeader('Access-Control-Allow-Origin', '*');
        response.end('');
      });
      server.on('connection', () => connections++);
      server.on('upgrade', (request, socket) => {
        requests.push(`${host}${request.url}`);
        socket.destroy();
      });
      await new Promise<void>((resolve) => server.listen(0, host, resolve));
      servers.push(server);
      return `${host}:${(server.address() as AddressInfo).port}`;
    }),
  );
  secretFile = path.join(await makeTemporaryFolder(), 'secret.html');
  await writeFile(secretFile, `<p>${SECRET}</p>`);
});

afterEach(() => {
  connections = 0;
  requests = [];
});

afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

/** Every way we know by which a page can ask for something, to one address. */
function waysOut(origin: string): string {
  const at = `http://${origin}`;
  const script = `fetch('${at}/fetch',{mode:'no-cors'});new WebSocket('ws://${origin}/socket');
    navigator.sendBeacon('${at}/beacon');new Image().src='${at}/script-picture'`;
  return `<link rel="stylesheet" href="${at}/style">
<link rel="prefetch" href="${at}/prefetch"><link rel="preload" as="image" href="${at}/preload">
<link rel="preconnect" href="${at}"><link rel="icon" href="${at}/icon">
<style>@import url(${at}/import);@font-face{font-family:Far;src:url(${at}/font)}
body{background:url(${at}/background)}.far{font-family:Far}.far::before{content:url(${at}/content)}</style>
<p class="far">far</p><img src="${at}/picture" srcset="${at}/srcset 2x" alt="">
<iframe src="${at}/frame"></iframe><object data="${at}/object"></object><embed src="${at}/embed">
<video src="${at}/video" poster="${at}/poster"></video><audio src="${at}/audio" preload="auto"></audio>
<svg><image href="${at}/svg-picture"/><use href="${at}/svg-use#a"/></svg>
<iframe srcdoc="<img src='${at}/inner-picture'>"></iframe>
<input type="image" src="${at}/button" alt=""><script src="${at}/script"></script>
<script>${script.replaceAll('\n', '')}</script>`;
}

/** A real sheet with every way out in it, and what would show a file of this disk. */
async function hostileSheet(): Promise<string> {
  const place = await loadSleepSheet('wind-down');
  const { html } = renderSheet({ ...place, edition: 'standard', styles: own.press.styles });
  const disk = `<iframe src="file://${secretFile}" width="300"></iframe>
<object data="file://${secretFile}" width="300"></object><embed src="file://${secretFile}">`;
  return html.replace('</main>', `${origins.map(waysOut).join('')}${disk}</main>`);
}

/** The same without its policy: what remains is what the browser is told. */
const withoutPolicy = (html: string) =>
  html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');

/** Sends the page away as soon as it is shown. */
const withRefresh = (html: string) =>
  html.replace(
    '</title>',
    `</title><meta http-equiv="refresh" content="0;url=http://${origins.at(-1)}/refresh">`,
  );

/** The same program started as anyone would start it: it resolves and connects to anything. */
async function withCarelessBrowser(work: (browser: Browser) => Promise<void>): Promise<void> {
  const { path: executablePath, environment } = await findBrowser();
  const browser = await puppeteer.launch({
    executablePath,
    headless: 'shell',
    pipe: true,
    env: { ...process.env, ...environment },
    args: ['--no-sandbox'],
  });
  try {
    await work(browser);
  } finally {
    await browser.close();
  }
}

describe('the listeners of this test', () => {
  it('hear a request to either address', async () => {
    for (const origin of origins) await fetch(`http://${origin}/control`);
    expect(requests).toEqual(HOSTS.map((host) => `${host}/control`));
    expect(connections).toBe(HOSTS.length);
  });

  it('hear the hostile sheet by many ways when a browser opens it without our care', async () => {
    await withCarelessBrowser(async (browser) => {
      const page = await browser.newPage();
      await page.setContent(withoutPolicy(await hostileSheet()), { waitUntil: 'domcontentloaded' });
      await page.waitForNetworkIdle();
    });
    for (const host of HOSTS) {
      const ways = requests.filter((request) => request.startsWith(host));
      for (const way of ['style', 'import', 'picture', 'frame', 'object', 'script', 'fetch']) {
        expect(ways).toContain(`${host}/${way}`);
      }
      expect(ways.length).toBeGreaterThan(15);
    }
  });
});

describe('a hostile sheet', () => {
  it('asks for nothing while it is printed', async () => {
    const { bytes } = await own.press.printer(await hostileSheet());
    expect([connections, requests]).toEqual([0, []]);
    expect(lettersIn(await readPdf(bytes))).toContain('Winddown');
  });

  it('shows nothing of the files on this disk', async () => {
    const { bytes } = await own.press.printer(await hostileSheet());
    expect(lettersIn(await readPdf(bytes))).not.toContain(SECRET);
  });

  it('changes nothing of the sheet that is printed after it', async () => {
    const place = await loadSleepSheet('wind-down');
    const before = await own.press.print(place, 'standard');
    await own.press.printer(await hostileSheet());
    const after = await own.press.print(place, 'standard');
    expect(Buffer.from(after.bytes).equals(Buffer.from(before.bytes))).toBe(true);
  });
});

describe('a hostile sheet without its own policy', () => {
  // Its own browser: a page keeps the policy of whatever was printed on it before.
  const bare = usePress();

  it('asks for nothing while it is printed', async () => {
    const html = withoutPolicy(await hostileSheet());
    expect(html).not.toContain('Content-Security-Policy');
    const { bytes } = await bare.press.printer(html);
    expect([connections, requests]).toEqual([0, []]);
    expect(lettersIn(await readPdf(bytes))).toContain('Winddown');
  });

  it('shows nothing of the files on this disk', async () => {
    const { bytes } = await bare.press.printer(withoutPolicy(await hostileSheet()));
    expect(lettersIn(await readPdf(bytes))).not.toContain(SECRET);
  });

  it('runs no script', async () => {
    const script = 'document.getElementById("said").textContent="loud"';
    const html = `<!doctype html><html lang="en"><title>x</title><main><h1>Words</h1>
      <p id="said">quiet</p><script>${script}</script></main></html>`;
    const words = lettersIn(await readPdf((await bare.press.printer(html)).bytes));
    expect(words).toBe('Wordsquiet');
  });

  it('asks for nothing from its page alone, in a browser that would let it', async () => {
    await withCarelessBrowser(async (browser) => {
      const print = await openSheetPrinter(browser);
      await print(withoutPolicy(await hostileSheet()));
    });
    expect([connections, requests]).toEqual([0, []]);
  });
});

describe('a hostile sheet that sends its page away', () => {
  // Its own browser: a page that was sent away is not what the next sheet should be printed on.
  const away = usePress();

  it.each([
    ['with its policy', (html: string) => html],
    ['without its policy', withoutPolicy],
  ])('arrives nowhere, %s', async (_, policy) => {
    const print = await openSheetPrinter(away.press.browser);
    // Whether a page that was sent away still prints is no matter; that it gets nowhere is.
    await print(withRefresh(policy(await hostileSheet()))).catch(() => undefined);
    expect([connections, requests]).toEqual([0, []]);
  });
});

describe('the browser that prints', () => {
  const fresh = usePress();

  it('reaches no address at all, also on a page with scripts and the network allowed', async () => {
    const page = await fresh.press.browser.newPage();
    const answers: string[] = [];
    for (const origin of origins) {
      const going = page.goto(`http://${origin}/direct`).then(() => 'arrived');
      answers.push(await going.catch((error: Error) => error.message.split(' ')[0] ?? ''));
    }
    expect(answers).toEqual(HOSTS.map(() => 'net::ERR_NAME_NOT_RESOLVED'));
    expect([connections, requests]).toEqual([0, []]);
  });
});
