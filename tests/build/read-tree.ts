import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Every file below a folder by its path with forward slashes, sorted. */
export async function readTree(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
  const read = files.map(
    async (file) =>
      [file.replaceAll(path.sep, '/'), await readFile(path.join(folder, file))] as const,
  );
  return new Map(await Promise.all(read));
}

/** The files that only one of two trees has, or that differ by a byte. */
export function findDifferences(
  one: ReadonlyMap<string, Buffer>,
  other: ReadonlyMap<string, Buffer>,
): string[] {
  const files = new Set([...one.keys(), ...other.keys()]);
  return [...files].sort().filter((file) => {
    const bytes = one.get(file);
    const others = other.get(file);
    return !bytes || !others || !bytes.equals(others);
  });
}
