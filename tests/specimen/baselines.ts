import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { decode, encode } from 'fast-png';
import pixelmatch from 'pixelmatch';
import { PROJECT_ROOT } from '../build/run-build.ts';

/** Where the pictures stand that pages are held against. */
export const BASELINES = path.join(PROJECT_ROOT, 'tests/fixtures/specimen/pages');

/** How much darker or lighter a pixel may be, from 0 to 1. */
const THRESHOLD = 0.15;
/** Pixels that may be otherwise: less than a letter, far less than a line that moved. */
const MOST_PIXELS = 12;

/** Gray as PNG -> red, green, blue and opacity, as pixelmatch wants it. */
function toColors(png: Uint8Array): { data: Uint8Array; width: number; height: number } {
  const { data, width, height, channels } = decode(png);
  const colors = new Uint8Array(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const gray = Number(data[pixel * channels]);
    for (let color = 0; color < 3; color++) colors[pixel * 4 + color] = gray;
  }
  return { data: colors, width, height };
}

/** How two pictures of a page differ: in so many pixels, and a picture of where, once it is asked for. */
export function compare(
  before: Uint8Array,
  now: Uint8Array,
): { pixels: number; drawDifference: () => Uint8Array } {
  // Nearly all pages are what they were, to the byte; to decode and compare them takes a minute.
  if (Buffer.compare(before, now) === 0) return { pixels: 0, drawDifference: () => now };
  const [one, other] = [toColors(before), toColors(now)];
  const { width, height } = one;
  if (width !== other.width || height !== other.height) {
    return { pixels: Number.POSITIVE_INFINITY, drawDifference: () => now };
  }
  const data = new Uint8Array(width * height * 4);
  const pixels = pixelmatch(one.data, other.data, data, width, height, { threshold: THRESHOLD });
  return { pixels, drawDifference: () => encode({ width, height, data, channels: 4, depth: 8 }) };
}

/** The names of the baselines of a print, in order. */
async function listBaselines(name: string): Promise<string[]> {
  const files = existsSync(BASELINES) ? await readdir(BASELINES) : [];
  const own = new RegExp(`^${name}-\\d+\\.png$`);
  return files.filter((file) => own.test(file)).sort();
}

const fileOf = (name: string, index: number) => `${name}-${String(index + 1).padStart(2, '0')}.png`;

/** Takes the pictures of a print for the new baselines. */
export async function renew(name: string, pages: readonly Uint8Array[]): Promise<void> {
  for (const file of await listBaselines(name)) await rm(path.join(BASELINES, file));
  await mkdir(BASELINES, { recursive: true });
  for (const [index, png] of pages.entries()) {
    await writeFile(path.join(BASELINES, fileOf(name, index)), png);
  }
}

/**
 * What of a print is not as its baselines have it, a sentence each. The pages that differ, and where
 * they do, are written into a temporary folder that the sentences name.
 */
export async function findChanges(name: string, pages: readonly Uint8Array[]): Promise<string[]> {
  const baselines = await listBaselines(name);
  const changes: string[] = [];
  if (baselines.length !== pages.length) {
    changes.push(`${name} had ${baselines.length} pages and has ${pages.length}`);
  }
  const folder = path.join(tmpdir(), 'specimen-changes');
  for (const [index, now] of pages.entries()) {
    const file = fileOf(name, index);
    if (!baselines.includes(file)) continue;
    const { pixels, drawDifference } = compare(await readFile(path.join(BASELINES, file)), now);
    if (pixels <= MOST_PIXELS) continue;
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, file), now);
    await writeFile(path.join(folder, `difference-${file}`), drawDifference());
    changes.push(
      `${file}: ${pixels} pixels differ; see ${path.join(folder, `difference-${file}`)}`,
    );
  }
  return changes;
}
