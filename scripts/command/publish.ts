import { existsSync, rmSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Manifest } from '../model/manifest.ts';
import { UsageError } from './options.ts';

/** A result that is being made beside the folder it will replace. */
export type Scratch = {
  /** Where everything is written. */
  dir: string;
  /** Writes a file below it; `file` has forward slashes. */
  write(file: string, bytes: Uint8Array | string): Promise<void>;
  /** Puts it in the place of the old result, which stays whole until then. */
  publish(): Promise<void>;
  /** Throws it away; safe to call after `publish`. */
  discard(): Promise<void>;
};

const MANIFEST = 'manifest.json';
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** What a shell expects of a program that was stopped by Ctrl-C. */
const INTERRUPTED = 130;

/** Whether a file says what a build of ours left; other programs write a manifest.json as well. */
async function isOurManifest(file: string): Promise<boolean> {
  const text = await readFile(file, 'utf8').catch(() => '');
  try {
    const { generator, worksheets } = JSON.parse(text) as Partial<Manifest>;
    return typeof generator?.chromium === 'string' && Array.isArray(worksheets);
  } catch {
    return false;
  }
}

/** Refuses a folder in which something stands that is not ours to replace. */
function refuseAncestors(out: string, kept: readonly string[]): void {
  const target = path.resolve(out);
  const inside = kept
    .map((folder) => path.resolve(folder))
    .find((folder) => {
      return folder === target || folder.startsWith(path.join(target, path.sep));
    });
  if (out !== '' && inside === undefined) return;
  throw new UsageError(
    `--out "${out}": this folder would be replaced whole, and ${inside ?? 'the project'} is in it. Choose another folder.`,
  );
}

/** Refuses a folder that holds something we did not make: publishing would delete it. */
async function refuseForeignFolder(out: string): Promise<void> {
  const entries = await readdir(out).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === 'ENOENT') return [];
    throw new UsageError(`--out ${out}: expected a folder, found something else.`);
  });
  if (entries.length === 0 || (await isOurManifest(path.join(out, MANIFEST)))) return;
  throw new UsageError(
    `--out ${out}: expected an empty folder or one with our ${MANIFEST}, found other files. Choose another folder.`,
  );
}

/**
 * Starts a result in a new folder beside `out`. Throws `UsageError` when `out` is not ours to
 * replace, or when one of the folders that are to be kept stands in it.
 */
export async function openScratch(out: string, kept: readonly string[]): Promise<Scratch> {
  refuseAncestors(out, kept);
  await refuseForeignFolder(out);
  const target = path.resolve(out);
  const dir = `${target}.building-${process.pid}`;
  const before = `${target}.before-${process.pid}`;
  await mkdir(dir, { recursive: true });
  // Also when the build is interrupted: an exit leaves no time for promises.
  const discardNow = () => rmSync(dir, { recursive: true, force: true });
  const interrupted = () => process.exit(INTERRUPTED);
  process.once('exit', discardNow);
  // Not once: the same Ctrl-C may come twice, and the second would end this while it clears up.
  for (const signal of SIGNALS) process.on(signal, interrupted);
  return {
    dir,
    async write(file, bytes) {
      const full = path.join(dir, file);
      await mkdir(path.dirname(full), { recursive: true });
      await writeFile(full, bytes);
    },
    async publish() {
      if (existsSync(target)) await rename(target, before);
      await rename(dir, target).catch(async (error) => {
        if (existsSync(before)) await rename(before, target);
        throw error;
      });
      await rm(before, { recursive: true, force: true });
    },
    async discard() {
      process.removeListener('exit', discardNow);
      for (const signal of SIGNALS) process.removeListener(signal, interrupted);
      await rm(dir, { recursive: true, force: true });
    },
  };
}
