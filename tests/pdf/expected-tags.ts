import type { PDFDict } from '@cantoo/pdf-lib';
import type { Worksheet } from '../../scripts/model/document.ts';
import type { Field } from '../../scripts/model/field.ts';
import { nameIn } from './objects-of.ts';
import type { OutlineNode } from './open-pdf.ts';

/** Headings as they nest: everything below the title. */
export function toHeadingTree(sheet: Worksheet): unknown {
  const root = { title: sheet.title, items: [] as unknown[] };
  const open: { level: number; items: unknown[] }[] = [{ level: 1, items: root.items }];
  for (const block of sheet.blocks) {
    if (block.kind !== 'heading') continue;
    while ((open.at(-1)?.level ?? 0) >= block.level) open.pop();
    const node = { title: block.text, items: [] as unknown[] };
    open.at(-1)?.items.push(node);
    open.push({ level: block.level, items: node.items });
  }
  return [root];
}

export const titlesOf = (nodes: OutlineNode[]): unknown =>
  nodes.map(({ title, items }) => ({ title, items: titlesOf(items) }));

export type Counts = Record<string, number>;

/** What a field adds to the structure tree; counted from its meaning, not from any HTML. */
function countField(field: Field): Counts {
  switch (field.kind) {
    case 'lines':
    case 'box':
    case 'blank':
      return { Form: 1 };
    case 'scale': {
      const steps = field.to - field.from + 1;
      return { Form: steps, L: 1, LI: steps };
    }
    case 'choice': {
      const rows = field.items.length;
      return { Form: rows + (field.other ? 2 : 0), L: 1, LI: rows };
    }
    case 'checklist': {
      const rows = field.items.length;
      if (field.answers) {
        const answers = field.answers.length;
        const heads = { TH: answers + rows, TD: 1 + rows * answers };
        return { Form: rows * answers, Table: 1, TR: 1 + rows, ...heads };
      }
      return { Form: rows + (field.other ? 2 : 0), L: 1, LI: rows };
    }
    case 'pair': {
      const groups = Math.max(field.items.length, 1);
      const heads = field.items.length;
      return { Form: 2 * groups, Table: 1, TR: 1 + groups + heads, TH: 2 + heads, TD: 2 * groups };
    }
    case 'agreement': {
      const html = field.parts.map((part) => ('html' in part ? part.html : '')).join('');
      const inside = (tag: RegExp) => html.match(tag)?.length ?? 0;
      return { Form: 4, L: inside(/<[uo]l/g), LI: inside(/<li/g), Link: inside(/<a /g) };
    }
    case 'tracker': {
      const { items, own, days, weeks } = field;
      const rows = items.length + own;
      const cells = weeks * rows * days.length;
      return {
        Form: cells + weeks * own,
        Table: weeks,
        Caption: weeks > 1 ? weeks : 0,
        TR: weeks * (1 + rows),
        TH: weeks * (days.length + rows),
        TD: weeks + cells,
      };
    }
    case 'wheel': {
      const count = field.items.length;
      return { Form: count, L: 1, LI: count, Figure: 1 };
    }
    case 'cards': {
      const { items, own, back } = field;
      const cards = items.length + own;
      const leaves = Math.ceil(cards / 8);
      const withBack = items.filter((item) => item.back).length;
      const backs = back === undefined ? cards - withBack : 0;
      return { Form: own + backs, L: 2 * leaves, LI: 2 * cards };
    }
    case 'timeline': {
      const count = field.items.length + field.own;
      return { Form: 2 * count, L: 1, LI: count, Figure: 1 };
    }
    case 'ladder': {
      const count = field.items.length + field.own;
      return { Form: count + field.own, L: 1, LI: count, Figure: 1 };
    }
    case 'cycle': {
      const count = field.items.length;
      return { Form: count, L: 1, LI: count, Figure: 1 };
    }
    case 'matching': {
      const { items, answers } = field;
      return { Form: items.length, L: 2, LI: items.length + answers.length };
    }
    case 'table': {
      const cells = field.rows.flat();
      const rowHeads = field.rows.filter(([first]) => first?.kind === 'text').length;
      return {
        Form: cells.filter(({ kind }) => kind === 'room').length,
        Table: 1,
        TR: field.rows.length + 1,
        TH: field.columns.length + rowHeads,
        TD: cells.length - rowHeads,
      };
    }
  }
}

/** What the structure tree of a sheet must hold of each role. */
export function countSheet(sheet: Worksheet): Counts {
  const headings = sheet.blocks.filter((block) => block.kind === 'heading');
  const prose = sheet.blocks.flatMap((block) =>
    block.kind === 'prose' ? block.parts.map((part) => ('html' in part ? part.html : '')) : [],
  );
  const inProse = (tag: RegExp) => prose.join('').match(tag)?.length ?? 0;
  const counts: Counts = {
    H1: 1,
    H2: headings.filter(({ level }) => level === 2).length,
    H3: headings.filter(({ level }) => level === 3).length,
    L: (sheet.steps.length > 0 ? 1 : 0) + inProse(/<[uo]l/g),
    LI: sheet.steps.length + inProse(/<li/g),
    Link: inProse(/<a /g),
    Form: sheet.nameLine ? 2 : 0,
    Table: inProse(/<table/g),
    TR: inProse(/<tr/g),
    TH: inProse(/<th[ >]/g),
    TD: inProse(/<td/g),
    // The code of its address.
    Figure: sheet.private ? 0 : 1,
  };
  for (const field of sheet.fields) {
    for (const [role, count] of Object.entries(countField(field))) {
      counts[role] = (counts[role] ?? 0) + count;
    }
  }
  return counts;
}

/** How many elements of each role a file's structure tree has; those over two pages count once. */
export function countRoles(dicts: readonly PDFDict[]): Counts {
  const counts: Counts = {};
  for (const dict of dicts) {
    const role = nameIn(dict, 'Type') === 'StructElem' ? nameIn(dict, 'S') : undefined;
    if (role) counts[role] = (counts[role] ?? 0) + 1;
  }
  return counts;
}
