import { formatProblem } from '../../scripts/command/report.ts';
import { type ParsedMarkdown, parseMarkdown } from '../../scripts/markdown/renderer.ts';
import type { Block, SlugLink } from '../../scripts/model/document.ts';
import type { Field, FieldItem, ProsePart, TableCell } from '../../scripts/model/field.ts';

/** A label, and its HTML where that says more; on one line, with the marks of fields made visible. */
function words(label: string, html: string): string {
  const seen = html
    .trim()
    .replaceAll('\n', '⏎')
    .replace(/\uE000(\d+)\uE001/g, '[mark $1]');
  return `«${label}»${seen === label ? '' : ` = ${seen}`}`;
}

function cell(it: TableCell): string {
  if (it.kind !== 'room') return `${it.kind} ${words(it.label, it.html)}`;
  return `${it.type === 'text' ? 'room' : it.type} ${it.name} «${it.label}»`;
}

const dumpItem = ({ id, label, html }: FieldItem) => `${id} ${words(label, html)}`;

const withStretch = (attributes: string, { stretch }: { stretch?: boolean }) =>
  stretch ? `${attributes} stretch` : attributes;

/** What one kind adds to a field: attributes for its line, and lines of its own below it. */
function ownParts(field: Field): { attributes: string; below: string[] } {
  switch (field.kind) {
    case 'lines':
      return { attributes: withStretch(`rows=${field.rows}`, field), below: [] };
    case 'box':
      return { attributes: withStretch(`height=${field.heightMm}mm`, field), below: [] };
    case 'choice': {
      const below = field.items.map((item) => `( ) ${dumpItem(item)}`);
      return { attributes: field.other ? 'other' : '', below };
    }
    case 'pair': {
      const { rows, a, b, items } = field;
      const attributes = withStretch(`rows=${rows} a="${a}" b="${b}"`, field);
      return { attributes, below: items.map(dumpItem) };
    }
    case 'agreement': {
      const html = field.parts.map(dumpPart).join('').split('\n').filter(Boolean);
      return { attributes: `a="${field.a}" b="${field.b}"`, below: html };
    }
    case 'tracker': {
      const { items, days, weeks, own } = field;
      const heads = days.map(({ head, name }) => (name ? `${head} (${name})` : head)).join(' | ');
      const attributes = [`weeks=${weeks}`, own && `own=${own}`].filter(Boolean).join(' ');
      return { attributes, below: [`head ${heads}`, ...items.map(dumpItem)] };
    }
    case 'wheel': {
      const { from, to, items } = field;
      return { attributes: `from=${from} to=${to}`, below: items.map(dumpItem) };
    }
    case 'cards': {
      const { items, own, back } = field;
      const attributes = [own && `own=${own}`, back && `back="${back}"`].filter(Boolean).join(' ');
      const behind = items.map((it) => it.back && ` / ${words(it.back.label, it.back.html)}`);
      return { attributes, below: items.map((it, at) => dumpItem(it) + (behind[at] ?? '')) };
    }
    case 'timeline': {
      const { items, own, rows } = field;
      const attributes = [own && `points=${own}`, `rows=${rows}`].filter(Boolean).join(' ');
      return { attributes, below: items.map(dumpItem) };
    }
    case 'ladder': {
      const { items, own } = field;
      return { attributes: own ? `own=${own}` : '', below: items.map(dumpItem) };
    }
    case 'cycle':
      return { attributes: `rows=${field.rows}`, below: field.items.map(dumpItem) };
    case 'matching': {
      const heads = field.columns.map(({ label, html }) => words(label, html)).join(' | ');
      const answers = field.answers.map((it) => `${it.letter} ${words(it.label, it.html)}`);
      const below = [...field.items.map(dumpItem), ...answers];
      return { attributes: '', below: heads ? [`head ${heads}`, ...below] : below };
    }
    case 'blank':
      return { attributes: `width=${field.widthMm}mm`, below: [] };
    case 'scale': {
      const ends = [field.low && `low="${field.low}"`, field.high && `high="${field.high}"`];
      const steps = `from=${field.from} to=${field.to}`;
      return { attributes: [steps, ...ends].filter(Boolean).join(' '), below: [] };
    }
    case 'checklist': {
      const limits = [field.max && `max=${field.max}`, field.other && 'other'];
      const answers = field.answers?.map(({ id, label }) => `( ) ${id} «${label}»`) ?? [];
      return {
        attributes: limits.filter(Boolean).join(' '),
        below: [...field.items.map((item) => `[ ] ${dumpItem(item)}`), ...answers],
      };
    }
    case 'table': {
      const heads = field.columns.map(({ label, html }) => words(label, html)).join(' | ');
      const rows = field.rows.map((row) => row.map(cell).join(' | '));
      return { attributes: '', below: heads ? [`head ${heads}`, ...rows] : rows };
    }
  }
}

function dumpField(field: Field): string[] {
  const { attributes, below } = ownParts(field);
  const { line, column, kind, id, hint, short } = field;
  const head = [`${line}:${column}`, kind, `#${id}`, attributes, short && 'short'];
  const label = words(field.label, field.labelHtml);
  const said = hint === undefined ? [] : [`hint="${hint}"`];
  return [
    [...head, ...said, label].filter(Boolean).join(' '),
    ...below.map((text) => `    ${text}`),
  ];
}

const dumpPart = (part: ProsePart) =>
  'html' in part ? part.html : `[${part.field.kind} #${part.field.id}]`;

function dumpBlock(block: Block): string[] {
  const at = `${block.line}:${block.column}`;
  switch (block.kind) {
    case 'heading':
      return [`${at} heading ${block.level} #${block.id} ${words(block.text, block.html)}`];
    case 'field':
      return dumpField(block.field);
    case 'prose': {
      const html = block.parts.map(dumpPart).join('').trim().replace(/ *\n/g, '\n    ');
      const fields = block.parts.flatMap((part) => ('field' in part ? dumpField(part.field) : []));
      return [`${at} prose ${html}`, ...fields.map((text) => `  ${text}`)];
    }
  }
}

const dumpLink = ({ line, column, slug, fragment }: SlugLink) =>
  `${line}:${column} -> ${slug}${fragment ? `#${fragment}` : ''}`;

/** What was read from a text, as lines that a person can check; positions come first. */
export function dump({ blocks, links, problems }: ParsedMarkdown): string {
  const lines = [
    ...blocks.flatMap(dumpBlock),
    ...links.map(dumpLink),
    ...problems.map(formatProblem),
  ];
  return lines.join('\n');
}

/** Reads a text as the body of `sheet.md`, whose first line is the first line of the file. */
export function dumpMarkdown(body: string): string {
  return dump(parseMarkdown({ file: 'sheet.md', body, firstLine: 1 }));
}
