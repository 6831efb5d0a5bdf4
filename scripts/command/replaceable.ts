import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from './options.ts';

/** What every PDF begins with (ISO 32000-1, 7.5.2). */
const HEADER = '%PDF-';

async function beginsAsPdf(file: string): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const { buffer } = await handle.read(Buffer.alloc(HEADER.length), 0, HEADER.length, 0);
    return buffer.toString('latin1') === HEADER;
  } finally {
    await handle.close();
  }
}

/**
 * Makes sure that a file may be written: there is none, or there is an earlier PDF. Throws
 * `UsageError` for anything else, before any work is done.
 */
export async function assertReplaceable(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (!found) {
    const folder = await stat(path.dirname(file)).catch(() => undefined);
    if (folder?.isDirectory()) return;
    throw new UsageError(`--out: there is no folder ${path.dirname(file)}.`);
  }
  if (found.isFile() && (await beginsAsPdf(file))) return;
  throw new UsageError(`--out: ${file} is there, and it is no PDF. Choose another name.`);
}
