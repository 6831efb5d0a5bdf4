import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { nameIn, openObjects } from '../pdf/objects-of.ts';
import { withPdf } from '../pdf/open-pdf.ts';

/** Roles that only group; what they hold stands in their place. */
const SILENT = new Set(['NonStruct', 'Span', 'Div']);

/** A tag with what stands in it, in reading order: words, or tags. */
type Tag = { name: string; kids: (Tag | string)[] };

type Words = ReadonlyMap<string, string>;

const textOf = (value: unknown) =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;

const textIn = (dict: PDFDict, key: string) => textOf(dict.lookup(PDFName.of(key)));

/** The words of every marked stretch of a file, by the object number of its page and its own. */
async function readWords(document: PDFDocumentProxy): Promise<Words> {
  const words = new Map<string, string>();
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const open: string[] = [];
    for (const item of items) {
      if ('str' in item) {
        const id = open.findLast((one) => one !== '') ?? '';
        words.set(id, (words.get(id) ?? '') + item.str + (item.hasEOL ? ' ' : ''));
      } else if (item.type === 'endMarkedContent') open.pop();
      else open.push(('id' in item && item.id) || '');
    }
  }
  return words;
}

/** Scope and spans of a cell, and what a figure is said to be. */
function attributesOf(element: PDFDict): string[] {
  const found = element.lookup(PDFName.of('A'));
  const all = found instanceof PDFArray ? found.asArray() : [found];
  const dicts = all.map((one) => element.context.lookup(one as PDFRef));
  const said = dicts.flatMap((dict) => {
    if (!(dict instanceof PDFDict)) return [];
    const scope = nameIn(dict, 'Scope');
    const spans = ['ColSpan', 'RowSpan'].flatMap((key) => {
      const span = dict.lookup(PDFName.of(key));
      return span instanceof PDFNumber && span.asNumber() > 1 ? [`${key}=${span.asNumber()}`] : [];
    });
    return [...(scope ? [`Scope=${scope}`] : []), ...spans];
  });
  const alt = textIn(element, 'Alt');
  return alt === undefined ? said : [...said, `Alt="${alt}"`];
}

/** A field or a link: what it is called, and what is said of it. */
function describeTarget(target: PDFDict): string {
  if (nameIn(target, 'Subtype') !== 'Widget') return `link: ${textIn(target, 'Contents')}`;
  const parent = target.lookup(PDFName.of('Parent'));
  const owner = parent instanceof PDFDict ? parent : target;
  const normal = (target.lookup(PDFName.of('AP')) as PDFDict | undefined)?.lookup(PDFName.of('N'));
  const states = normal instanceof PDFDict ? normal.keys().map((key) => key.decodeText()) : [];
  const on = parent instanceof PDFDict ? states.find((state) => state !== 'Off') : undefined;
  const kind = nameIn(owner, 'FT') === 'Btn' ? (on ? 'choice' : 'box') : 'text';
  return `${kind} ${textIn(owner, 'T')}${on ? `=${on}` : ''}: ${textIn(target, 'TU')}`;
}

function kidsOf(element: PDFDict): unknown[] {
  const kids = element.lookup(PDFName.of('K'));
  return kids instanceof PDFArray ? kids.asArray() : kids === undefined ? [] : [kids];
}

/** The words of a marked stretch that stands on a page. */
function wordsAt(page: unknown, mark: unknown, words: Words): string {
  const number = mark instanceof PDFNumber ? mark.asNumber() : -1;
  return words.get(page instanceof PDFRef ? `p${page.objectNumber}R_mc${number}` : '') ?? '';
}

function readTag(element: PDFDict, words: Words): Tag {
  const page = element.get(PDFName.of('Pg'));
  const tag: Tag = {
    name: [nameIn(element, 'S') ?? '?', ...attributesOf(element)].join(' '),
    kids: [],
  };
  for (const kid of kidsOf(element)) {
    const value = kid instanceof PDFRef ? element.context.lookup(kid) : kid;
    if (value instanceof PDFNumber) tag.kids.push(wordsAt(page, value, words));
    if (!(value instanceof PDFDict)) continue;
    const type = nameIn(value, 'Type');
    const own = value.get(PDFName.of('Pg')) ?? page;
    if (type === 'MCR') tag.kids.push(wordsAt(own, value.lookup(PDFName.of('MCID')), words));
    else if (type === 'OBJR') {
      const target = value.lookup(PDFName.of('Obj'));
      if (target instanceof PDFDict) tag.name += ` ${describeTarget(target)}`;
    } else {
      const inner = readTag(value, words);
      tag.kids.push(...(SILENT.has(inner.name) ? inner.kids : [inner]));
    }
  }
  return tag;
}

/** Neighboring stretches of words as one, cut where they would fill the line. */
function joinWords(kids: Tag['kids']): Tag['kids'] {
  const joined: Tag['kids'] = [];
  for (const kid of kids) {
    const last = joined.at(-1);
    if (typeof kid === 'string' && typeof last === 'string') joined.splice(-1, 1, last + kid);
    else joined.push(kid);
  }
  return joined.flatMap((kid): Tag['kids'] => {
    if (typeof kid !== 'string') return [kid];
    const text = kid.replace(/\s+/g, ' ').trim();
    return text === '' ? [] : [text.length > 90 ? `${text.slice(0, 89)}…` : text];
  });
}

/** A line for each tag, below the tag that it stands in; an only child stands beside its parent. */
function toLines({ name, kids }: Tag, depth: number): string[] {
  const below = joinWords(kids);
  const [only] = below;
  const line = '  '.repeat(depth) + name;
  if (below.length === 1 && typeof only === 'string') return [`${line} "${only}"`];
  if (below.length === 1 && typeof only === 'object') {
    const [first = '', ...rest] = toLines(only, depth);
    return [`${line} > ${first.trimStart()}`, ...rest];
  }
  return [
    line,
    ...below.flatMap((kid) =>
      typeof kid === 'string' ? [`${'  '.repeat(depth + 1)}"${kid}"`] : toLines(kid, depth + 1),
    ),
  ];
}

/** The structure tree of a file as text: tags, words, what figures and fields are said to be. */
export async function dumpStructure(bytes: Uint8Array): Promise<string> {
  const words = await withPdf(bytes, readWords);
  const document = await openObjects(bytes);
  const root = document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
  const lines = readTag(root, words).kids.flatMap((kid) =>
    typeof kid === 'string' ? [] : toLines(kid, 0),
  );
  return `${lines.join('\n')}\n`;
}
