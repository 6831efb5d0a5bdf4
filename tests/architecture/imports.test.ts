import { describe, expect, it } from 'vitest';
import { filesBelow, importsIn, importsOfScripts, textOf } from './source-tree.ts';

/**
 * Who may import whom (docs: the architecture's table). A module is a folder of `scripts`; it may
 * always import itself. "content/load.ts" stands for that one file, "node:*" for all of Node.
 */
const MODULES: Record<string, { modules: string[]; packages: string[] }> = {
  model: { modules: [], packages: [] },
  markdown: { modules: ['model'], packages: ['markdown-it', 'fastest-levenshtein'] },
  content: {
    modules: ['model', 'markdown'],
    packages: ['gray-matter', 'yaml', 'ajv', 'flesch-kincaid', 'syllable', 'node:fs', 'node:path'],
  },
  sheet: {
    modules: ['model'],
    packages: ['nunjucks', 'esbuild', 'fontkit', 'lean-qr', 'node:url'],
  },
  site: {
    modules: ['model', 'content/load.ts', 'content/reading-grade.ts'],
    packages: ['@11ty/eleventy', 'nunjucks', 'esbuild', 'pagefind', 'subset-font', 'node:*'],
  },
  pdf: {
    modules: ['model'],
    packages: [
      'puppeteer',
      '@cantoo/pdf-lib',
      '@hyzyla/pdfium',
      'fast-png',
      'fontkit',
      'fontverter',
      'esbuild',
      'tar-fs',
      'node:*',
    ],
  },
  manifest: { modules: ['model'], packages: ['node:crypto'] },
  dev: {
    modules: ['model', 'site/build-site.ts'],
    packages: ['chokidar', 'esbuild', 'node:*'],
  },
};

/** Packages that have one place in their module: the disk, the browser and the readers of text. */
const PLACES: Record<string, Record<string, string[]>> = {
  content: {
    'node:fs': ['load.ts'],
    'node:path': ['load.ts'],
    'gray-matter': ['parse.ts'],
    yaml: ['yaml-positions.ts', 'load.ts'],
    ajv: ['validate.ts'],
  },
  pdf: { puppeteer: ['browser.ts', 'print-sheet.ts'], esbuild: ['fit/fit-sheet.ts'] },
  dev: { chokidar: ['watch.ts'], esbuild: ['serve.ts'] },
};

const imports = importsOfScripts();
const files = filesBelow('scripts');

/** "pdf" for "scripts/pdf/fields/scale.ts", "" for a command file. */
const moduleOf = (file: string) => /^scripts\/([^/]+)\//.exec(file)?.[1] ?? '';
/** "ajv" for "ajv/dist/2020.js", "@11ty/eleventy" for itself, "node:fs" for "node:fs/promises". */
const packageOf = (specifier: string) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
const isCommand = (file: string) => ['', 'command'].includes(moduleOf(file));
const tell = ({ from, to }: { from: string; to: string }) => `${from} imports ${to}`;

/** Everything that can be reached from a file, by a path that comes back to it. */
function findCycle(start: string, graph: Map<string, string[]>): string[] | undefined {
  const paths = (graph.get(start) ?? []).map((next) => [start, next]);
  const seen = new Set<string>();
  for (let path = paths.pop(); path; path = paths.pop()) {
    const last = path.at(-1) ?? '';
    if (last === start) return path;
    if (seen.has(last)) continue;
    seen.add(last);
    for (const next of graph.get(last) ?? []) paths.push([...path, next]);
  }
  return undefined;
}

describe('the reader of import lines', () => {
  it('sees every way of importing', () => {
    const text = `import a from './a.ts';
import type { B } from './b.ts';
import {
  c,
  type D,
} from './c.ts';
import './d.ts';
export { e } from './e.ts';
export * from './f.ts';
import g from './g.json' with { type: 'json' };
const { h } = await import('./h.ts');
  import type { I } from 'i';
export const j = 'import x from y';
// import('./k.ts') is never seen by anybody
`;
    expect(importsIn(text)).toEqual([
      './a.ts',
      './b.ts',
      './c.ts',
      './d.ts',
      './e.ts',
      './f.ts',
      './g.json',
      './h.ts',
      'i',
      './k.ts',
    ]);
  });

  it('finds the imports of this program', () => {
    expect(imports.length).toBeGreaterThan(200);
    expect(imports.map(tell)).toContain(
      'scripts/markdown/rules/scale.ts imports scripts/model/field.ts',
    );
  });
});

describe('the modules of the program', () => {
  it('are all in the table', () => {
    const found = new Set(files.map(moduleOf).filter((name) => name !== ''));
    expect([...found].filter((name) => name !== 'command' && !(name in MODULES))).toEqual([]);
    expect(Object.keys(MODULES).filter((name) => !found.has(name))).toEqual([]);
  });

  it('import only the modules they may', () => {
    const forbidden = imports.filter(({ from, to, isPackage }) => {
      if (isPackage || isCommand(from) || moduleOf(from) === moduleOf(to)) return false;
      const allowed = MODULES[moduleOf(from)]?.modules ?? [];
      return !allowed.includes(moduleOf(to)) && !allowed.includes(to.slice('scripts/'.length));
    });
    expect(forbidden.map(tell)).toEqual([]);
  });

  it('import only the packages that are at home in them', () => {
    const forbidden = imports.filter(({ from, to, isPackage }) => {
      if (!isPackage || isCommand(from)) return false;
      const allowed = MODULES[moduleOf(from)]?.packages ?? [];
      if (to.startsWith('node:') && allowed.includes('node:*')) return false;
      return !allowed.includes(packageOf(to));
    });
    expect(forbidden.map(tell)).toEqual([]);
  });

  it('touch the disk, the browser and the readers of text in one place each', () => {
    const forbidden = imports.filter(({ from, to }) => {
      const places = PLACES[moduleOf(from)]?.[packageOf(to)];
      return places && !places.includes(from.slice(`scripts/${moduleOf(from)}/`.length));
    });
    expect(forbidden.map(tell)).toEqual([]);
  });

  it('never import a command', () => {
    const forbidden = imports.filter(({ from, to, isPackage }) => {
      if (isPackage || !to.startsWith('scripts/')) return false;
      return moduleOf(to) === '' || (moduleOf(to) === 'command' && !isCommand(from));
    });
    expect(forbidden.map(tell)).toEqual([]);
  });

  it('import nothing from outside scripts', () => {
    const outside = imports.filter(({ to, isPackage }) => !isPackage && !to.startsWith('scripts/'));
    expect(outside.map(tell)).toEqual([]);
  });

  it('import files that are there', () => {
    const missing = imports.filter(({ to, isPackage }) => !isPackage && !files.includes(to));
    expect(missing.map(tell)).toEqual([]);
  });

  it('go round in no circle', () => {
    const graph = new Map<string, string[]>();
    for (const { from, to, isPackage } of imports) {
      if (!isPackage) graph.set(from, [...(graph.get(from) ?? []), to]);
    }
    const cycles = [...graph.keys()].flatMap((file) => findCycle(file, graph)?.join(' -> ') ?? []);
    expect(cycles).toEqual([]);
  });
});

describe('the names of folders and files', () => {
  it('say what is in them: there is no drawer for the rest', () => {
    const drawers = files.filter((file) => /\/(utils?|helpers?|common|misc|lib)(\/|\.)/.test(file));
    expect(drawers).toEqual([]);
  });

  it('leave no file that only passes others on', () => {
    expect(files.filter((file) => /\/index\.\w+$/.test(file))).toEqual([]);
  });

  it('are in small letters with hyphens', () => {
    const names = files.map((file) => file.split('/').at(-1) ?? '');
    expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)+$/.test(name))).toEqual(
      [],
    );
  });
});

/** What the scripts of the pages share with the program: it touches no disk and no browser. */
const SHARED = /^scripts\/(model\/[a-z-]+|pdf\/(cross-references|values|xmp))\.ts$/;
/** Where PDFs are written; a page loads that only when it is asked to. */
const PDF_WRITERS = /^templates\/client\/(bind-pdf|pdf-answers)\//;

describe('the scripts of the pages', () => {
  const lines = filesBelow('templates/client').flatMap((from) =>
    importsIn(textOf(from)).map((specifier) => {
      const isPackage = !specifier.startsWith('.');
      const to = isPackage ? specifier : new URL(specifier, `file:///${from}`).pathname.slice(1);
      return { from, to, isPackage };
    }),
  );

  it('import each other, and what they share with the program', () => {
    const outside = lines.filter(({ to, isPackage }) => {
      return !isPackage && !to.startsWith('templates/client/') && !SHARED.test(to);
    });
    expect(outside.map(tell)).toEqual([]);
  });

  it('share nothing that asks for more than a page has', () => {
    const asked = imports
      .filter(({ from }) => SHARED.test(from) && !from.startsWith('scripts/model/'))
      .filter(({ to }) => !SHARED.test(to) && to !== '@cantoo/pdf-lib');
    expect(asked.map(tell)).toEqual([]);
  });

  it('import no package but the one for PDFs, and that in its own folders', () => {
    const packages = lines.filter(({ isPackage }) => isPackage);
    const forbidden = packages.filter(({ from, to }) => {
      return to !== '@cantoo/pdf-lib' || !PDF_WRITERS.test(from);
    });
    expect(forbidden.map(tell)).toEqual([]);
  });

  it('load what writes PDFs only when somebody asks for it', () => {
    const eager = filesBelow('templates/client')
      .filter((from) => !/-pdf\/|pdf-answers\//.test(from))
      .flatMap((from) =>
        textOf(from)
          .split('\n')
          .filter((line) => /^import (?!type ).*(?:-pdf|pdf-answers)\//.test(line))
          .map((line) => `${from}: ${line}`),
      );
    expect(eager).toEqual([]);
  });
});
