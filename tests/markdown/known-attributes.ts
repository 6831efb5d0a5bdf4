import { parseMarkdown } from '../../scripts/markdown/renderer.ts';

/** What every kind takes. */
export const SHARED_ATTRIBUTES = ['hint', 'short'];

/** A word that is like no attribute, so that all that are known are listed. */
const UNLIKE = 'qqqqqqqqqq';

/** The attributes that a kind knows: it lists them when it is asked for one that is like none. */
export function knownAttributes(kind: string): string[] {
  const [colons, end] = kind === 'blank' ? [':', ''] : [':::', '\n:::'];
  const forms = [colons, '::'].map((mark) => `${mark}${kind}[Why?]{${UNLIKE}}`);
  const found = [`${forms[0]}${end}`, forms[1] ?? ''].flatMap(
    (body) => parseMarkdown({ file: 'a.md', body, firstLine: 1 }).problems,
  );
  const hint = found.find(({ message }) => message.includes(UNLIKE))?.hint ?? '';
  return hint.replace('Known here: ', '').replace(/\.$/, '').split(', ');
}

/** The attributes that a kind has of its own. */
export const ownAttributes = (kind: string) =>
  knownAttributes(kind).filter((name) => !SHARED_ATTRIBUTES.includes(name));
