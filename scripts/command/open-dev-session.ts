import { fileURLToPath } from 'node:url';
import { loadReading } from '../content/load.ts';
import { findAnswer } from '../dev/answers.ts';
import { createLiveClients } from '../dev/live-clients.ts';
import { openLoopbackServer } from '../dev/loopback.ts';
import { previewPath } from '../dev/preview.ts';
import { createListener } from '../dev/serve.ts';
import { openSiteBuilder } from '../dev/site-builder.ts';
import { watchFolders } from '../dev/watch.ts';
import { addressOf, languageRoot, REFERENCE_PATH } from '../model/library.ts';
import { launchBrowser } from '../pdf/browser.ts';
import { openPainter } from '../pdf/picture.ts';
import { createDevLog } from './dev-log.ts';
import type { DevOptions } from './dev-options.ts';
import { openDevScratch, writeBelow } from './dev-scratch.ts';
import { type DevSession, stateOf, takeUp } from './dev-session.ts';
import { createStandingPrinters } from './standing-printers.ts';

const TEMPLATES = fileURLToPath(new URL('../../templates', import.meta.url));

/** Prints of one sheet at once: it has hardly more editions, and a save must not wait for them. */
const JOBS = 2;

/** A session that runs until it is closed. */
export type OpenDevSession = { close(): Promise<void> };

/** Everything a session works with; each thing that has to be ended is put on `closers`. */
async function prepare(
  { content, sandbox }: DevOptions,
  closers: (() => Promise<void>)[],
): Promise<DevSession> {
  const { site } = (await loadReading(content)).library;
  const scratch = await openDevScratch();
  closers.push(() => scratch.close());
  const builder = openSiteBuilder();
  closers.push(() => builder.close());
  const painter = await openPainter();
  const launch = () => launchBrowser({ sandbox, endOnSignal: false });
  const printers = createStandingPrinters(launch, JOBS);
  closers.push(() => printers.close());
  const session: DevSession = {
    content,
    templates: TEMPLATES,
    state: { site, printDir: scratch.printDir, faults: [], previews: [] },
    scratch,
    builder,
    press: {
      means: {
        painter,
        creator: 'worksheet-press',
        write: (file, bytes) => writeBelow(scratch.printDir, file, bytes),
        writePicture: (file, bytes) => writeBelow(scratch.pictureDir, file, bytes),
      },
      printers,
      isOpen(lang, slug) {
        const { site } = session.state;
        const preview = previewPath(languageRoot(site, lang), slug);
        return session.live.isOpen(preview) || session.live.isOpen(addressOf(site, preview));
      },
      printed: new Map(),
      waiting: new Map(),
    },
    live: createLiveClients((pathname) => stateOf(session, pathname)),
    log: createDevLog((text) => process.stdout.write(text)),
    isClosed: false,
    pending: { changes: [], prints: false },
    batches: [],
    isWorking: false,
    isPrinting: false,
  };
  return session;
}

/** Serves the session, builds the site for the first time, and follows what is saved from then on. */
async function start(
  session: DevSession,
  { content, port }: DevOptions,
  closers: (() => Promise<void>)[],
): Promise<void> {
  const { scratch, live, log, state } = session;
  const listener = await createListener({
    find: (pathname) => findAnswer(state, pathname),
    stateOf: (pathname) => stateOf(session, pathname),
    live,
    pictureDir: scratch.pictureDir,
  });
  const server = await openLoopbackServer(listener, port);
  closers.push(() => server.close());
  // Before the first reading, so that nothing is missed that is saved meanwhile.
  const watcher = await watchFolders([content, TEMPLATES], (change) => {
    void takeUp(session, change);
  });
  closers.push(() => watcher.close());
  await takeUp(session, { files: [], savedAt: Date.now() });
  const root = `http://localhost:${server.port}`;
  log.say(`${root}${state.site.pathPrefix}  the site`);
  log.say(`${root}${addressOf(state.site, '/sheets/')}  every sheet as it is printed`);
  if (session.library?.site.reference) {
    log.say(`${root}${addressOf(state.site, REFERENCE_PATH)}  every kind of field, to look up`);
  }
  log.say('What you save is shown at once. Ctrl-C ends it.');
}

/** Opens a session; whatever was started is ended when one part of it cannot be. */
export async function openDevSession(options: DevOptions): Promise<OpenDevSession> {
  const closers: (() => Promise<void>)[] = [];
  let session: DevSession | undefined;
  const close = async () => {
    if (session) session.isClosed = true;
    for (const closer of closers.reverse()) await closer();
  };
  try {
    session = await prepare(options, closers);
    await start(session, options, closers);
  } catch (error) {
    await close();
    throw error;
  }
  return { close };
}
