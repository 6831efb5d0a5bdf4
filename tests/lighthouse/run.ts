import { parseArgs } from 'node:util';
import { BrowserError, launchBrowser } from '../../scripts/pdf/browser.ts';
import { readTree } from '../build/read-tree.ts';
import { textOf } from '../build/site-files.ts';
import { listPageTypes } from '../site/browser/page-types.ts';
import { serveBuild } from '../site/browser/serve.ts';
import { CATEGORIES, type Category, type Judgement, judgePage, LEAST } from './judge-page.ts';

const USAGE = `npm run test:lighthouse -- [DIR] [--runs N] [--without-performance]
  DIR                     the build to judge (dist); one without a path prefix
  --runs N                how often performance is measured (5); the median counts
  --without-performance   once, and only what does not depend on the machine`;

/** What does not count on a page, by the mark that it bears in its HTML or lacks there. */
const EXEMPTIONS: { name: string; holds: (html: string) => boolean; audits: string[] }[] = [
  {
    // Nobody should be led here by a search engine: that the page says so is no fault.
    name: 'noindex',
    holds: (html) => html.includes('<meta name="robots" content="noindex">'),
    audits: ['is-crawlable', 'meta-description'],
  },
  {
    // Lighthouse asks for the one robots.txt of the site as if it were this page, and its policy
    // forbids that. It is judged from the pages that may ask.
    name: '',
    holds: (html) => !html.includes('connect-src'),
    audits: ['robots-txt'],
  },
];

const isEnough = ({ scores }: Judgement) =>
  Object.entries(scores).every(([category, score]) => score >= LEAST[category as Category]);

/** One line of the table: where, what of 100, and how performance spread. */
function toLine(label: string, { scores, performances }: Judgement, notes: string): string {
  const cells = CATEGORIES.map((category) => String(scores[category] ?? '-').padStart(5));
  const spread = performances.length > 1 ? `  ${performances.join(' ')}` : '';
  return `${label}${cells.join('')}${spread}${notes}`;
}

/** Judges one page of each type, tells as it goes, and counts those that fall short. */
async function judgeBuild(folder: string, runs: number): Promise<number> {
  const tree = await readTree(folder);
  const served = await serveBuild(folder, '/', { isPublished: true });
  const browser = await launchBrowser({ sandbox: false, loopback: true });
  const pages = listPageTypes(tree).map((page) => ({
    ...page,
    label: `${page.type}: /${page.local}`,
  }));
  const width = Math.max(...pages.map(({ label }) => label.length));
  let short = 0;
  try {
    process.stdout.write(`${' '.repeat(width)} perf a11y best  seo\n`);
    for (const { label, local } of pages) {
      const html = textOf(tree, local.replace(/(^|\/)$/, '$1index.html'));
      const exempt = EXEMPTIONS.filter(({ holds }) => holds(html));
      const except = exempt.flatMap(({ audits }) => audits);
      const judgement = await judgePage(browser, `${served.origin}/${local}`, { runs, except });
      const notes = exempt.map(({ name }) => (name ? `  ${name}` : '')).join('');
      process.stdout.write(`${toLine(label.padEnd(width), judgement, notes)}\n`);
      if (isEnough(judgement)) continue;
      short += 1;
      for (const fault of judgement.faults) process.stdout.write(`    ${fault}\n`);
    }
  } finally {
    await browser.close();
    await served.close();
  }
  return short;
}

/** Says what Lighthouse thinks of a build. Exit code 1 when a page falls short. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      runs: { type: 'string', default: '5' },
      'without-performance': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const short = await judgeBuild(
    positionals[0] ?? 'dist',
    values['without-performance'] ? 0 : Number(values.runs),
  );
  process.stdout.write(
    short > 0 ? `lighthouse: ${short} pages fall short\n` : 'lighthouse: all pages pass\n',
  );
  return short > 0 ? 1 : 0;
}

process.exitCode = await main().catch((error) => {
  if (!(error instanceof BrowserError) && error.code !== 'ENOENT') throw error;
  process.stderr.write(`${error.message}\nLighthouse needs a browser and a build to look at.\n`);
  return 3;
});
