import type { Block, Worksheet } from '../model/document.ts';
import { budgetOf, hasEdition, inEdition } from '../model/editions-of.ts';
import type { Field } from '../model/field.ts';
import { fieldsOf } from '../model/kept-blocks.ts';
import { findDocument } from '../model/library.ts';
import type { PacketPart, PartOf } from '../model/packet-parts.ts';
import type { Position } from '../model/problem.ts';
import { say } from '../model/text.ts';
import { partTitle, toContents, toStageEntries, whichWords } from './packet-contents.ts';
import type { PacketSource } from './packet-source.ts';
import { toPaperBlocks } from './paper-blocks.ts';
import { type Marked, renderBody } from './sheet-body.ts';
import { renderTemplate } from './templates.ts';

/** A part as HTML, and what is held against its print. Ids and names of fields begin with the part's. */
export type PartHtml = Pick<PacketPart, 'id' | 'kind' | 'newLeaf'> & {
  html: string;
  /** The words of its one h1. */
  title: string;
  /** What its running foot says; nothing where it has none. */
  foot?: string;
  /** The file it was written in. */
  file: string;
  blocks: Marked[];
  headings: Position[];
  /** The sheet whose fields are in it, as its edition prints it. */
  worksheet?: Worksheet;
  /** The pages that it may have. */
  budget?: number;
  /** The fields of a text. */
  fields: Field[];
};

type Inside = Pick<PartHtml, 'html' | 'blocks' | 'headings'> &
  Partial<Pick<PartHtml, 'worksheet' | 'budget' | 'fields' | 'file' | 'foot'>>;

const TOP: Position = { line: 1, column: 1 };

/** Ids, the links to them, and the names of fields begin with the id of their part. */
function withPrefix(html: string, id: string): string {
  return html
    .replace(/ (id|data-stretch)="/g, ` $1="${id}-`)
    .replace(/ href="(#|field:)/g, ` href="$1${id}-`)
    .replaceAll(' href="part:', ' href="#');
}

/** A template of a part that has only a head, which never breaks, and blocks below it. */
function render(name: string, source: PacketSource, values: object): string {
  const { title, summary, for: forWhom, edition, library, shelf, practice } = source;
  return renderTemplate(`components/${name}/${name}.sheet.njk`, {
    packet: { title, summary, for: forWhom },
    edition,
    practice,
    site: library.site,
    stages: library.vocabulary.stages,
    t: shelf.strings,
    // Places to write ask this of the sheet that they are on.
    worksheet: { private: false },
    ...values,
  });
}

const edges = (ids: string[]): Marked[] => ids.map((id) => ({ id, ...TOP }));

function coverInside(source: PacketSource): Inside {
  return { html: render('packet-cover', source, {}), blocks: edges(['head']), headings: [TOP] };
}

function contentsInside(source: PacketSource): Inside {
  const groups = toContents(source.plan, source);
  const html = render('packet-contents', source, { groups });
  const ids = ['head', ...groups.map((_, index) => `group-${index + 1}`)];
  return {
    html,
    blocks: edges(ids),
    headings: [TOP],
    foot: say(source.shelf.strings, 'packetContents'),
  };
}

function stageInside(part: PartOf<'stage'>, source: PacketSource): Inside {
  const { stage } = part;
  const entries = toStageEntries(part.id, source.plan, source);
  const isNotes = source.plan.parts.some((one) => one.kind === 'companion');
  const html = render('stage-opener', source, { stage, entries, isNotes });
  const foot = `${say(source.shelf.strings, 'stage', { number: stage.number })} · ${stage.label}`;
  const hasList = entries.length > 0;
  const ids = hasList ? ['head', 'list'] : ['head'];
  return { html, blocks: edges(ids), headings: hasList ? [TOP, TOP] : [TOP], foot };
}

function textInside(part: PartOf<'text'>, source: PacketSource): Inside {
  const { library, shelf } = source;
  const all = toPaperBlocks(part.blocks, { library, shelf, isPrivate: false });
  const [first] = all;
  const blocks = first?.kind === 'heading' ? all.slice(1) : all;
  const title = partTitle(part, source);
  const html = render('packet-text', source, { title, blocks });
  const headings = blocks.filter(({ kind }) => kind === 'heading');
  return {
    html,
    blocks: [...edges(['head']), ...blocks.map(({ blockId: id, ...at }) => ({ ...at, id }))],
    headings: [first ?? TOP, ...headings],
    fields: blocks.flatMap((block: Block) => fieldsOf(block)),
    foot: title,
  };
}

function sourcesInside(part: PartOf<'sources'>, source: PacketSource): Inside {
  const { library } = source;
  const entries = part.keys.flatMap((key) => library.sources[key]?.full ?? []).sort();
  const html = render('source-list', source, { entries });
  return {
    html,
    blocks: edges(['head', 'list']),
    headings: [TOP],
    foot: say(source.shelf.strings, 'packetSources'),
  };
}

function companionInside(part: PartOf<'companion'>, source: PacketSource): Inside {
  const { library, shelf } = source;
  const { worksheet, companion } = part;
  const { vocabulary } = library;
  const blocks = toPaperBlocks(companion.blocks, { library, shelf, isPrivate: false });
  const titlesOf = (slugs: readonly string[]) =>
    slugs.flatMap((slug) => findDocument(shelf, slug)?.title ?? []);
  const html = render('companion-note', source, {
    blocks,
    note: worksheet,
    stage: vocabulary.stages.find(({ id }) => id === worksheet.stage),
    who: vocabulary.who.find(({ id }) => id === worksheet.who)?.label,
    strength: vocabulary.strengths.find(({ id }) => id === worksheet.evidence.strength)?.label,
    sources: worksheet.evidence.sources.flatMap((key) => library.sources[key]?.short ?? []),
    before: titlesOf(worksheet.requires),
    following: titlesOf(companion.followUp),
  });
  const headings = blocks.filter(({ kind }) => kind === 'heading');
  const foot = worksheet.private
    ? worksheet.title
    : `${worksheet.title} · ${say(source.shelf.strings, 'packetNote', { number: worksheet.number })}`;
  return {
    html,
    blocks: [
      ...edges(['head']),
      ...blocks.map(({ blockId: id, ...at }) => ({ ...at, id })),
      ...edges(['end']),
    ],
    headings: [TOP, ...headings],
    file: companion.file,
    foot,
  };
}

/** The sheet that comes behind a part, if one does. */
function nextSheet(part: PacketPart, { plan }: PacketSource): Worksheet | undefined {
  const at = plan.parts.indexOf(part);
  const rest = plan.parts.slice(at + 1).filter((one) => one.kind === 'sheet');
  return rest.find(({ copy }) => copy === 1)?.worksheet;
}

function sheetInside(part: PartOf<'sheet'>, source: PacketSource): Inside {
  const { library, shelf, styles, practice, edition } = source;
  // A sheet that does not come in this edition is bound as it is.
  const isPrinted = hasEdition(part.worksheet, edition);
  const worksheet = isPrinted ? inEdition(part.worksheet, edition) : part.worksheet;
  const budget = budgetOf(part.worksheet, isPrinted ? edition : 'standard');
  const binding = { whichWords: whichWords(part, source), next: nextSheet(part, source) };
  const body = renderBody({ worksheet, edition, library, shelf, styles, practice, binding });
  const { html, blocks, headings } = body;
  const foot = `${worksheet.title} · ${say(source.shelf.strings, 'sheetNumber', { number: worksheet.number })}`;
  return { html, blocks, headings, worksheet, budget, file: worksheet.file, foot };
}

function insideOf(part: PacketPart, source: PacketSource): Inside {
  switch (part.kind) {
    case 'cover':
      return coverInside(source);
    case 'contents':
      return contentsInside(source);
    case 'text':
      return textInside(part, source);
    case 'stage':
      return stageInside(part, source);
    case 'sheet':
      return sheetInside(part, source);
    case 'companion':
      return companionInside(part, source);
    case 'sources':
      return sourcesInside(part, source);
  }
}

/** Turns one part of a packet into HTML that can stand beside all the others. */
export function renderPart(part: PacketPart, source: PacketSource): PartHtml {
  const { id, kind, newLeaf } = part;
  const { html, blocks, ...rest } = insideOf(part, source);
  return {
    id,
    kind,
    newLeaf,
    title: partTitle(part, source),
    file: source.file,
    fields: [],
    ...rest,
    html: withPrefix(html, id),
    blocks: blocks.map((block) => ({ ...block, id: `${id}-${block.id}` })),
  };
}
