import path from 'node:path';
import { loadReading } from '../content/load.ts';
import { type DevState, findAnswer, stampOf } from '../dev/answers.ts';
import { toFault, toFaults } from '../dev/fault.ts';
import type { LiveClients, PageState } from '../dev/live-clients.ts';
import type { SheetPreview } from '../dev/preview.ts';
import type { SiteBuilder } from '../dev/site-builder.ts';
import type { Change } from '../dev/watch.ts';
import type { Library } from '../model/library.ts';
import type { Problem } from '../model/problem.ts';
import type { DevLog } from './dev-log.ts';
import type { DevScratch } from './dev-scratch.ts';
import {
  forgetPrintTemplates,
  listOutputs,
  listPreviews,
  type PreviewPress,
  printNext,
  takeLibrary,
} from './preview-press.ts';
import { withoutRepeats } from './report.ts';

/** After this long without a save somebody looks, and has time for the rest. */
const QUIET_MS = 1000;

/** One stretch of somebody's work: what is served, and all that keeps it up to date. */
export type DevSession = {
  content: string;
  /** Whole path of the folder with templates. */
  templates: string;
  state: DevState;
  scratch: DevScratch;
  builder: SiteBuilder;
  press: PreviewPress;
  live: LiveClients;
  log: DevLog;
  isClosed: boolean;
  /** What the content was when it was last read. */
  reading?: string;
  /** The content as it stands, while it has no problems. */
  library?: Library;
  /** What the rules of the folder ask for besides: told, but nothing waits for it. */
  breaches?: readonly Problem[];
  /** What changed and was not looked at yet; `prints` when only printed files did. */
  pending: { changes: Change[]; prints: boolean };
  /** Sheets that a change sent to print, until they are there. */
  batches: { change: Change; keys: Set<string>; problems: Problem[] }[];
  /** Runs until the site is built whole. */
  timer?: NodeJS.Timeout;
  isWorking: boolean;
  isPrinting: boolean;
};

/** The sheets as they print, each with what the rules ask of it and of its companion. */
function previewsOf({ press, breaches = [] }: DevSession): SheetPreview[] {
  return listPreviews(press).map((preview) => {
    const { lang, slug } = preview;
    const files = ['worksheets', 'companions'].map((shelf) => `/${lang}/${shelf}/${slug}.md`);
    const own = breaches.filter(({ file }) => files.some((one) => `/${file}`.endsWith(one)));
    return { ...preview, problems: [...preview.problems, ...own] };
  });
}

/** How things are at an address. */
export async function stateOf({ state }: DevSession, pathname: string): Promise<PageState> {
  return { stamp: stampOf(await findAnswer(state, pathname)), faults: state.faults };
}

function mergeChanges(changes: readonly Change[]): Change {
  const files = [...new Set(changes.flatMap((change) => change.files))];
  return { files, savedAt: Math.min(...changes.map(({ savedAt }) => savedAt)) };
}

async function showFaults(
  session: DevSession,
  faults: DevState['faults'],
  change?: Change,
): Promise<void> {
  session.state.faults = faults;
  await session.live.tellAll();
  if (change) session.log.rebuilt(change, 'site', faults);
}

/**
 * Builds the site of a library beside the one that is shown, and shows it when it is there: for a
 * change at once, without what takes long; and whole when nothing has changed for a while.
 */
async function showSite(session: DevSession, library: Library, change?: Change): Promise<void> {
  const { state, press, scratch, builder } = session;
  const isQuick = change !== undefined;
  const outDir = await scratch.newSite([state.siteDir, state.wholeDir]);
  // Packets are bound by a whole build: their pages stand without files while somebody writes.
  const outputs = { sheets: listOutputs(press), packets: [] };
  const result = await builder.build({ library, outputs, outDir, isDraft: true, isQuick });
  if (session.isClosed) return;
  if ('faults' in result) return showFaults(session, result.faults, change);
  state.siteDir = outDir;
  if (!isQuick) state.wholeDir = outDir;
  state.site = library.site;
  await showFaults(session, [], change);
  const { breaches = [] } = session;
  if (change && breaches.length > 0) session.log.wanted(withoutRepeats(breaches).map(toFault));
}

/** Sends the sheets that changed to print, and remembers for what. */
async function sendToPrint(session: DevSession, library: Library, change: Change): Promise<void> {
  const { press, state } = session;
  try {
    const keys = new Set(await takeLibrary(press, library));
    for (const batch of session.batches) {
      for (const key of keys) batch.keys.delete(key);
    }
    if (keys.size > 0) session.batches.push({ change, keys, problems: [] });
  } catch (error) {
    press.fault = toFaults(error)[0];
  }
  state.previews = previewsOf(session);
  await session.live.tellAll();
  if (!session.isPrinting) void printWaiting(session);
}

/** Builds the whole site, with the files that were printed, when nothing happens for a while. */
function completeSoon(session: DevSession): void {
  clearTimeout(session.timer);
  session.timer = setTimeout(() => {
    if (!session.isPrinting && !session.isClosed) void takeUp(session);
  }, QUIET_MS);
}

/** Reads the content anew and shows what it has become: a site, or what keeps it from being one. */
async function rebuild(session: DevSession, change: Change): Promise<void> {
  const templates = session.templates + path.sep;
  const isTemplate = change.files.some((file) => path.resolve(file).startsWith(templates));
  if (isTemplate) {
    session.builder.forgetTemplates();
    forgetPrintTemplates(session.press);
  }
  const { library, problems, breaches } = await loadReading(session.content);
  const reading = JSON.stringify({ library, problems });
  if (reading === session.reading && !isTemplate) return;
  session.reading = reading;
  // Whoever writes wants to see a text before it is all that the rules ask for.
  const isSound = problems.every((problem) => breaches.includes(problem));
  session.breaches = breaches;
  session.library = isSound ? library : undefined;
  if (!isSound) return showFaults(session, withoutRepeats(problems).map(toFault), change);
  await showSite(session, library, change);
  if (session.isClosed) return;
  // Also when there is no site: the sheets can be printed, and with them it is tried again.
  await sendToPrint(session, library, change);
  completeSoon(session);
}

async function workOff(session: DevSession): Promise<void> {
  const { pending } = session;
  session.isWorking = true;
  while (!session.isClosed && (pending.changes.length > 0 || pending.prints)) {
    const { changes, prints } = pending;
    Object.assign(pending, { changes: [], prints: false });
    try {
      if (changes.length > 0) await rebuild(session, mergeChanges(changes));
      // Sizes and pictures stand on the pages; while the content is broken, they stay as they are.
      else if (prints && session.library) await showSite(session, session.library);
    } catch (error) {
      Object.assign(session, { reading: undefined, library: undefined });
      await showFaults(session, toFaults(error), changes[0] && mergeChanges(changes));
    }
  }
  session.isWorking = false;
}

/** Takes up a change; several that come while one is worked off are taken together. */
export async function takeUp(session: DevSession, change?: Change): Promise<void> {
  if (change) session.pending.changes.push(change);
  else session.pending.prints = true;
  if (!session.isWorking) await workOff(session);
}

/** Strikes a printed sheet off the batches; a batch that is done is told. */
function strikeOff(session: DevSession, key: string, problems: readonly Problem[]): void {
  for (const batch of session.batches) {
    if (!batch.keys.delete(key)) continue;
    batch.problems.push(...problems);
    if (batch.keys.size > 0) continue;
    session.log.rebuilt(batch.change, 'preview', withoutRepeats(batch.problems).map(toFault));
  }
  session.batches = session.batches.filter(({ keys }) => keys.size > 0);
}

/** Prints until nothing waits; then the site is built again, with the new files. */
async function printWaiting(session: DevSession): Promise<void> {
  const { press, state, live, log } = session;
  session.isPrinting = true;
  try {
    while (press.waiting.size > 0 && !session.isClosed) {
      const made = await printNext(press);
      state.previews = previewsOf(session);
      await live.tellAll();
      if (made?.isCurrent) strikeOff(session, made.key, made.problems);
    }
  } catch (error) {
    if (!session.isClosed) {
      press.fault = toFaults(error)[0];
      state.previews = previewsOf(session);
      await live.tellAll();
      log.say(`No preview of the printed pages: ${press.fault?.message}`);
    }
  }
  session.isPrinting = false;
  completeSoon(session);
}
