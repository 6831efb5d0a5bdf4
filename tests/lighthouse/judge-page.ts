import lighthouse, { type Result } from 'lighthouse';
import type { Browser } from 'puppeteer';

/** What Lighthouse judges; all but the first is the same in every run. */
export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** One of the things that Lighthouse judges. */
export type Category = (typeof CATEGORIES)[number];

/** What a page must reach, of 100. */
export const LEAST: Record<Category, number> = {
  performance: 95,
  accessibility: 100,
  'best-practices': 100,
  seo: 100,
};

/** What Lighthouse says of a page. */
export type Judgement = {
  scores: Partial<Record<Category, number>>;
  /** Every run's performance, sorted. */
  performances: number[];
  /** What stood in the way of a full score, by name. */
  faults: string[];
};

/** The middle one of an odd number of numbers. */
export function medianOf(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

const toPoints = (score: number | null | undefined) => Math.round((score ?? 0) * 100);

/** The audits that cost a category points, with what was measured. */
function listFaults({ categories, audits }: Result): string[] {
  return Object.values(categories).flatMap(({ title, auditRefs }) =>
    auditRefs
      .filter(({ weight }) => weight > 0)
      .flatMap(({ id }) => audits[id] ?? [])
      .filter(({ score }) => score !== null && score < 0.9)
      .map(({ id, title: said, displayValue = '' }) => `${title}: ${id}: ${said} ${displayValue}`),
  );
}

async function runOnce(
  browser: Browser,
  address: string,
  onlyCategories: readonly Category[],
  skipAudits: string[],
): Promise<Result> {
  const page = await browser.newPage();
  try {
    // Its defaults are a middling phone on slow 4G, reckoned from an unhindered load.
    const flags = { onlyCategories: [...onlyCategories], skipAudits, logLevel: 'error' as const };
    const result = await lighthouse(address, flags, undefined, page);
    if (!result) throw new Error(`Lighthouse said nothing of ${address}`);
    const { runtimeError } = result.lhr;
    if (runtimeError) throw new Error(`${address}: ${runtimeError.message}`);
    return result.lhr;
  } finally {
    await page.close();
  }
}

/** How often, and what of it, a page is judged. */
export type JudgeOptions = {
  /** Runs for performance, which differs from run to run; 0 leaves it out. */
  runs: number;
  /** Audits that do not count here. */
  except: string[];
};

/** Judges a page as a phone sees it. */
export async function judgePage(
  browser: Browser,
  address: string,
  { runs, except }: JudgeOptions,
): Promise<Judgement> {
  const asked = CATEGORIES.filter((category) => runs > 0 || category !== 'performance');
  const first = await runOnce(browser, address, asked, except);
  const performances = runs > 0 ? [toPoints(first.categories['performance']?.score)] : [];
  while (performances.length < runs) {
    const { categories } = await runOnce(browser, address, ['performance'], []);
    performances.push(toPoints(categories['performance']?.score));
  }
  const scores = Object.fromEntries(
    asked.map((category) => [
      category,
      category === 'performance'
        ? medianOf(performances)
        : toPoints(first.categories[category]?.score),
    ]),
  );
  return { scores, performances: performances.sort((a, b) => a - b), faults: listFaults(first) };
}
