import { readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadReading } from '../../scripts/content/load.ts';
import type { Library } from '../../scripts/model/library.ts';
import { PROJECT_ROOT } from '../build/run-build.ts';
import { findSheet, usePress } from './press.ts';

const SLUGS = readdirSync(path.join(PROJECT_ROOT, 'content/en/worksheets')).map((file) =>
  file.replace(/\.md$/, ''),
);
const MOST_MM = 60;
const own = usePress();

describe('the head of page one', () => {
  let library: Library;

  beforeAll(async () => {
    ({ library } = await loadReading(path.join(PROJECT_ROOT, 'content')));
  });

  it.each(SLUGS)('leaves the page to the answers: %s', async (slug) => {
    const { finished } = await own.press.print(findSheet(library, slug), 'standard');
    const end = finished.marks.get('head-end');
    expect(end?.page).toBe(0);
    expect(((end?.topPt ?? 0) / 72) * 25.4).toBeGreaterThan(20);
    expect(((end?.topPt ?? 0) / 72) * 25.4).toBeLessThanOrEqual(MOST_MM);
  });
});
