import { readFile } from 'node:fs/promises';

/** What this program calls itself. */
export type Program = { name: string; version: string };

/** Reads the program's name and version. */
export async function loadPackage(): Promise<Program> {
  const file = new URL('../../package.json', import.meta.url);
  return JSON.parse(await readFile(file, 'utf8')) as Program;
}
