import path from 'node:path';
import chokidar from 'chokidar';

/** Files that changed together, and when the first of them was saved (ms since 1970). */
export type Change = { files: string[]; savedAt: number };

/** Follows folders until it is closed. */
export type Watcher = { close(): Promise<void> };

/** An editor may write a file in several steps; this long after the last of them it is done. */
const QUIET_MS = 25;
/** A change that a file dates longer ago than this was not dated by this machine's clock. */
const FRESH_MS = 2000;

const isHidden = (folder: string, file: string) =>
  path
    .relative(folder, file)
    .split(path.sep)
    .some((part) => part.startsWith('.') && part !== '..');

/**
 * Tells of every file below the folders that is saved, added, moved or deleted; hidden ones are left
 * out. What changed within a moment is told at once.
 */
export async function watchFolders(
  folders: readonly string[],
  tell: (change: Change) => void,
): Promise<Watcher> {
  const files = new Set<string>();
  let savedAt = Number.POSITIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    const change = { files: [...files].sort(), savedAt };
    files.clear();
    savedAt = Number.POSITIVE_INFINITY;
    tell(change);
  };
  const watcher = chokidar.watch([...folders], {
    ignoreInitial: true,
    ignored: (file) => folders.every((folder) => isHidden(folder, file)),
  });
  watcher.on('all', (_, file, stats) => {
    const now = Date.now();
    // Not mtime: a file that is moved keeps it.
    const modified = stats?.ctimeMs ?? now;
    savedAt = Math.min(savedAt, now - modified < FRESH_MS ? modified : now, now);
    files.add(file);
    clearTimeout(timer);
    timer = setTimeout(flush, QUIET_MS);
  });
  await new Promise<void>((resolve, reject) => {
    watcher.once('ready', () => resolve());
    watcher.once('error', reject);
  });
  return {
    async close() {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}
