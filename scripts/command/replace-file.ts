import { rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Puts other bytes in the place of a file at once: whoever reads it finds the old ones or the new,
 * never half. A file that was there keeps its mode.
 */
export async function replaceFile(file: string, bytes: Uint8Array): Promise<void> {
  const earlier = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  // Hidden, so that no content folder has it for a text, and in the same folder, so that it can be moved.
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}`);
  try {
    await writeFile(draft, bytes, { mode: earlier?.mode, flag: 'wx' });
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}
