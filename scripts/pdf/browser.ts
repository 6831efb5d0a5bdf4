import { existsSync } from 'node:fs';
import path from 'node:path';
import puppeteer, { type Browser } from 'puppeteer';
import { type BrowserBinary, preparePinnedChromium } from './pinned-chromium.ts';

/** No browser, or one that does not start; the message says what was tried and what to do. */
export class BrowserError extends Error {
  override name = 'BrowserError';
}

/** Where browsers stand that an installer put there, by platform. */
const INSTALLED: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: [
    '/usr/bin/chromium-headless-shell',
    '/usr/lib/chromium/chromium-headless-shell',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/microsoft-edge',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) =>
    ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map((file) =>
      path.join(process.env[variable] ?? '', file),
    ),
  ),
};

/** Nothing that is printed may reach out: no name resolves. */
const UNREACHABLE = 'MAP * ~NOTFOUND';

/** Nothing runs in the background. */
const ARGUMENTS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  '--font-render-hinting=none',
];

/**
 * Finds the browser, in one order everywhere: CHROMIUM_PATH, the pinned build from npm, an
 * installed one. Throws `BrowserError` when there is none.
 */
export async function findBrowser(): Promise<BrowserBinary> {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (existsSync(named)) return { path: named, environment: {} };
    throw new BrowserError(
      `CHROMIUM_PATH names ${named}, where there is no file. Name the program of a Chrome, Chromium or Edge, or unset it.`,
    );
  }
  const pinned = await preparePinnedChromium();
  if (pinned) return pinned;
  const installed = INSTALLED[process.platform]?.find((file) => existsSync(file));
  if (installed) return { path: installed, environment: {} };
  throw new BrowserError(
    'No Chrome, Chromium or Edge was found. Install one with "npx puppeteer browsers install chrome-headless-shell" and name it in CHROMIUM_PATH.',
  );
}

function explain(cause: unknown, binary: BrowserBinary): BrowserError {
  const text = String(cause instanceof Error ? cause.message : cause);
  const message = text.includes('No usable sandbox')
    ? 'The browser found no usable sandbox on this machine. Allow it unprivileged user namespaces (Ubuntu: sysctl kernel.apparmor_restrict_unprivileged_userns=0), or run again with --no-sandbox.'
    : `The browser at ${binary.path} did not start: ${text.split('\n')[0]}`;
  return new BrowserError(message, { cause });
}

/** How the browser is started. */
export type LaunchOptions = {
  /** `false` is for machines that have none to give. */
  sandbox: boolean;
  /** `false` when whoever starts it ends it on Ctrl-C; else it ends the whole process then. */
  endOnSignal?: boolean;
  /** `true` to reach this machine at 127.0.0.1, for looking at a site that is served there. */
  loopback?: boolean;
};

/** Starts the browser. Close it on every path. Root cannot have a sandbox. */
export async function launchBrowser(options: LaunchOptions): Promise<Browser> {
  const { sandbox, endOnSignal = true, loopback } = options;
  const binary = await findBrowser();
  const isShell =
    path.basename(binary.path).includes('headless-shell') ||
    'LD_LIBRARY_PATH' in binary.environment;
  const reach = loopback ? `${UNREACHABLE}, EXCLUDE 127.0.0.1` : UNREACHABLE;
  const all = [`--host-resolver-rules=${reach}`, ...ARGUMENTS];
  const withoutSandbox = !sandbox || process.getuid?.() === 0;
  return puppeteer
    .launch({
      executablePath: binary.path,
      headless: isShell ? 'shell' : true,
      pipe: true,
      handleSIGINT: endOnSignal,
      handleSIGTERM: endOnSignal,
      handleSIGHUP: endOnSignal,
      env: { ...process.env, ...binary.environment },
      args: withoutSandbox ? [...all, '--no-sandbox'] : all,
    })
    .catch((cause) => {
      throw explain(cause, binary);
    });
}
