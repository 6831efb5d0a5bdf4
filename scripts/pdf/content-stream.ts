/** One operator of a content stream: its word, where its first operand begins, where it ends. */
export type Operator = { word: string; start: number; end: number };

/** What a marked-content sequence paints. */
export type MarkedContent = { texts: number; paths: number; objects: number };

const isSpace = (code: number) => code <= 32;
/** Codes below 128, each with 1 where it is one of these characters. Streams are long: sets are slow. */
const tableOf = (characters: string): Uint8Array => {
  const table = new Uint8Array(256);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
};
/** ( ) < > [ ] { } / % end a word (ISO 32000-1, 7.2.2). */
const DELIMITERS = tableOf('()<>[]{}/%');
/** A name begins with a slash, a number with one of the others. */
const OPERAND_BEGINNERS = tableOf('/0123456789.+-');
const BRACKETS = tableOf('[]{}');
const CODE = { open: 40, close: 41, less: 60, greater: 62, percent: 37, backslash: 92 };
const TEXT_WORDS = new Set(['Tj', 'TJ', "'", '"']);
const PATH_PAINTERS = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*']);
const OBJECT_PAINTERS = new Set(['sh', 'Do', 'EI']);
const PATH_BEGINNERS = new Set(['m', 're']);

function skipString(stream: string, from: number): number {
  let depth = 1;
  let at = from + 1;
  for (; depth > 0 && at < stream.length; at++) {
    const code = stream.charCodeAt(at);
    if (code === CODE.backslash) at++;
    else if (code === CODE.open) depth++;
    else if (code === CODE.close) depth--;
  }
  return at;
}

function skipWord(stream: string, from: number): number {
  let at = from + 1;
  while (at < stream.length) {
    const code = stream.charCodeAt(at);
    if (isSpace(code) || DELIMITERS[code] === 1) break;
    at++;
  }
  return at;
}

/** Past one operand or comment at `at`; `at` itself where an operator word begins. */
function skipOperand(stream: string, at: number): number {
  const code = stream.charCodeAt(at);
  if (OPERAND_BEGINNERS[code] === 1) return skipWord(stream, at);
  if (DELIMITERS[code] !== 1) return at;
  if (code === CODE.open) return skipString(stream, at);
  if (code === CODE.less && stream.charCodeAt(at + 1) !== CODE.less) {
    return stream.indexOf('>', at) + 1;
  }
  if (code === CODE.less || code === CODE.greater) return at + 2;
  if (BRACKETS[code] === 1) return at + 1;
  if (code !== CODE.percent) return at;
  const length = stream.slice(at).search(/[\r\n]/);
  return length < 0 ? stream.length : at + length;
}

/** Reads a content stream operator by operator. */
export function* operators(stream: string): Generator<Operator> {
  let at = 0;
  let start = -1;
  while (at < stream.length) {
    if (isSpace(stream.charCodeAt(at))) {
      at++;
      continue;
    }
    if (start < 0) start = at;
    const past = skipOperand(stream, at);
    if (past > at) {
      at = past;
      continue;
    }
    let end = skipWord(stream, at);
    const word = stream.slice(at, end);
    at = end;
    if (word === 'true' || word === 'false' || word === 'null') continue;
    // An inline image: its bytes are no operators, up to EI between spaces (ISO 32000-1, 8.9.7).
    if (word === 'ID') {
      const length = stream.slice(at).search(/\sEI(?=\s|$)/);
      end = length < 0 ? stream.length : at + length + 3;
      at = end;
      yield { word: 'EI', start, end };
    } else yield { word, start, end };
    start = -1;
  }
}

function markedContentId(stream: string, { start, end }: Operator): number | undefined {
  const id = /\/MCID\s+(\d+)/.exec(stream.slice(start, end))?.[1];
  return id === undefined ? undefined : Number(id);
}

/** What each marked-content sequence of a page paints, by its id. */
export function inspectMarkedContent(stream: string): Map<number, MarkedContent> {
  const found = new Map<number, MarkedContent>();
  const open: (number | undefined)[] = [];
  for (const operator of operators(stream)) {
    const { word } = operator;
    if (word === 'BDC' || word === 'BMC') {
      const id = markedContentId(stream, operator);
      open.push(id);
      if (id !== undefined && !found.has(id)) found.set(id, { texts: 0, paths: 0, objects: 0 });
      continue;
    }
    if (word === 'EMC') open.pop();
    const id = open.findLast((candidate) => candidate !== undefined);
    const content = id === undefined ? undefined : found.get(id);
    if (!content) continue;
    if (TEXT_WORDS.has(word)) content.texts++;
    else if (PATH_PAINTERS.has(word)) content.paths++;
    else if (OBJECT_PAINTERS.has(word)) content.objects++;
  }
  return found;
}

type Edit = { at: number; insert: string; until: number };

/** Walks a stream outside marked content and opens an artifact around each run that paints. */
class ArtifactWrapper {
  readonly edits: Edit[] = [];
  private depth = 0;
  private isOpen = false;
  private pathStart = -1;
  private textStart = -1;
  private paintsText = false;
  private readonly stream: string;
  private readonly demoted: ReadonlySet<number>;

  constructor(stream: string, demoted: ReadonlySet<number>) {
    this.stream = stream;
    this.demoted = demoted;
  }

  private open(at: number): void {
    if (!this.isOpen) this.edits.push({ at, insert: '/Artifact BMC\n', until: at });
    this.isOpen = true;
  }

  close(at: number): void {
    const gap = at > 0 && !isSpace(this.stream.charCodeAt(at - 1)) ? '\n' : '';
    if (this.isOpen) this.edits.push({ at, insert: `${gap}EMC\n`, until: at });
    this.isOpen = false;
  }

  private beginMarked(operator: Operator): void {
    this.close(operator.start);
    this.depth++;
    const id = operator.word === 'BDC' ? markedContentId(this.stream, operator) : undefined;
    if (id === undefined || !this.demoted.has(id)) return;
    this.edits.push({ at: operator.start, insert: '/Artifact BMC', until: operator.end });
  }

  /** An artifact may not begin inside a text object or a path: it opens before them. */
  visit(operator: Operator): void {
    const { word, start } = operator;
    if (word === 'BDC' || word === 'BMC') this.beginMarked(operator);
    else if (word === 'EMC') this.depth--;
    else if (this.depth > 0) return;
    else if (word === 'q' || word === 'Q') this.close(start);
    else if (word === 'BT') this.textStart = start;
    else if (word === 'ET') this.endText();
    else if (this.textStart >= 0) this.paintsText ||= TEXT_WORDS.has(word);
    else if (PATH_BEGINNERS.has(word) && this.pathStart < 0) this.pathStart = start;
    else if (word === 'n') this.pathStart = -1;
    else if (PATH_PAINTERS.has(word) || OBJECT_PAINTERS.has(word)) {
      this.open(this.pathStart >= 0 ? this.pathStart : start);
      this.pathStart = -1;
    }
  }

  private endText(): void {
    if (this.paintsText) this.open(this.textStart);
    this.textStart = -1;
    this.paintsText = false;
  }
}

/**
 * Rewrites a page so that everything painted is either tagged or an artifact (PDF/UA-1, 7.1):
 * untagged runs are wrapped, and the sequences in `demoted` become artifacts.
 */
export function wrapArtifacts(stream: string, demoted: ReadonlySet<number>): string {
  const wrapper = new ArtifactWrapper(stream, demoted);
  for (const operator of operators(stream)) wrapper.visit(operator);
  wrapper.close(stream.length);
  let rewritten = '';
  let at = 0;
  for (const edit of wrapper.edits.sort((a, b) => a.at - b.at)) {
    rewritten += stream.slice(at, edit.at) + edit.insert;
    at = edit.until;
  }
  return `${rewritten}${stream.slice(at)}`;
}
