/** One attribute of a directive; a bare word has the value `true`. */
export type DirectiveAttribute = { name: string; value: string | true; offset: number };

/** `::name[prompt]{#id attributes}` as written; all offsets count in the text that was parsed. */
export type Directive = {
  colons: number;
  name: string;
  /** The prompt's Markdown, as written. */
  prompt: string;
  id?: { value: string; offset: number };
  attributes: DirectiveAttribute[];
  start: number;
  end: number;
};

/** What is wrong with a directive, and where in the text. */
export type DirectiveFault = { offset: number; message: string; hint?: string };

/** Matches the colons and the word of a directive; the bracket decides whether it is one. */
const OPENING = /(:{1,})([A-Za-z][A-Za-z0-9-]*)/y;
/** One attribute; like the prompt, it ends on the line it begins on. */
const ATTRIBUTE = /(?:#([^\s{}"=#]*)|([A-Za-z][\w-]*)(?:=(?:"((?:\\.|[^"\\\n])*)"|([^\s{}"]+)))?)/y;

function findClosingBracket(text: string, from: number): number {
  for (let at = from; at < text.length && text[at] !== '\n'; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === ']') return at;
  }
  return -1;
}

/** Whether the directive has this attribute, or an id, already. */
function isWritten({ id, attributes }: Directive, newId?: string, name?: string): boolean {
  return newId === undefined ? attributes.some((other) => other.name === name) : id !== undefined;
}

function parseAttributes(text: string, open: number, into: Directive): DirectiveFault | undefined {
  let at = open + 1;
  while (true) {
    while (text[at] === ' ' || text[at] === '\t') at++;
    if (text[at] === '}') {
      into.end = at + 1;
      return undefined;
    }
    ATTRIBUTE.lastIndex = at;
    const match = ATTRIBUTE.exec(text);
    if (!match || match.index !== at || match[0] === '') {
      const message =
        text[at] === undefined || text[at] === '\n'
          ? 'the braces of this directive are never closed'
          : `expected an attribute here, found "${text.slice(at).split(/[\s}]/)[0]}"`;
      return {
        offset: at,
        message,
        hint: 'Attributes look like {#id rows=4 low="not at all" other}.',
      };
    }
    const [whole, id, name, quoted, plain] = match;
    const value = quoted?.replace(/\\(.)/g, '$1') ?? plain ?? true;
    if (isWritten(into, id, name)) {
      const message = `"${name ?? `#${id}`}" stands here twice`;
      return { offset: at, message, hint: 'Keep one of the two.' };
    }
    if (id !== undefined) into.id = { value: id, offset: at };
    else if (name !== undefined) into.attributes.push({ name, value, offset: at });
    at += whole.length;
  }
}

/**
 * Parses the generic-directive syntax at `start`. Gives `undefined` where the text is no directive
 * (a time of day, a smile), a fault where it began as one and went wrong.
 */
export function parseDirective(
  text: string,
  start: number,
): { directive: Directive } | { fault: DirectiveFault } | undefined {
  OPENING.lastIndex = start;
  const opening = OPENING.exec(text);
  if (!opening?.[1] || !opening[2]) return undefined;
  const [whole, colons, name] = opening;
  const bracket = start + whole.length;
  if (text[bracket] !== '[') return undefined;
  const close = findClosingBracket(text, bracket + 1);
  if (close < 0) {
    const message = `the prompt of "${name}" is never closed`;
    return {
      fault: { offset: bracket, message, hint: 'A prompt ends with "]" on the same line.' },
    };
  }
  const inner = text.slice(bracket + 1, close).search(/(?<!\\)\[/);
  if (inner >= 0) {
    const message = `the prompt of "${name}" holds a "["`;
    const hint = 'A prompt holds no links; a bracket in its words is written \\[ and \\].';
    return { fault: { offset: bracket + 1 + inner, message, hint } };
  }
  const directive: Directive = {
    colons: colons.length,
    name,
    prompt: text.slice(bracket + 1, close),
    attributes: [],
    start,
    end: close + 1,
  };
  const fault = text[close + 1] === '{' ? parseAttributes(text, close + 1, directive) : undefined;
  return fault ? { fault } : { directive };
}
