import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../scripts/markdown/renderer.ts';
import type { Worksheet } from '../../scripts/model/document.ts';
import { budgetOf, editionsOf, inEdition } from '../../scripts/model/editions-of.ts';
import { hasShortVersion, toShortVersion } from '../../scripts/model/short-version.ts';

function sheet(body: string): Worksheet {
  const { blocks, fields } = parseMarkdown({ file: 'sheet.md', body, firstLine: 1 });
  return { blocks, fields, pages: { standard: 2, large: 3 } } as unknown as Worksheet;
}

const outline = ({ blocks }: Worksheet) =>
  blocks.map((block) => {
    if (block.kind === 'heading') return `${'#'.repeat(block.level)} ${block.text}`;
    return block.kind === 'field' ? block.field.id : 'prose';
  });

const BODY = `## Evening

Some words.

::lines[Why?]{#why}

### Later

::lines[How?]{#how short}

## Night

::lines[When?]{#when}

## Morning

I slept :blank[hours]{#hours short} and woke at :blank[time]{#time}.
`;

describe('the two-minute version of a sheet', () => {
  it('keeps the marked fields, the headings that lead to them, and whole sentences', () => {
    const short = toShortVersion(sheet(BODY));
    expect(outline(short)).toEqual(['## Evening', '### Later', 'how', '## Morning', 'prose']);
    expect(short.fields.map(({ id }) => id)).toEqual(['how', 'hours', 'time']);
  });

  it('keeps an agreement with the gaps in it, also when only a gap is marked', () => {
    const body = ':::agreement[Rules]{#rules}\nAt :blank[a]{#a short}, :blank[b]{#b}.\n:::\n';
    const short = toShortVersion(sheet(`::lines[Why?]{#why}\n\n${body}`));
    expect(outline(short)).toEqual(['rules']);
    expect(short.fields.map(({ id }) => id)).toEqual(['a', 'b', 'rules']);
  });

  it('is an edition of sheets that mark a field, and of no other', () => {
    const names = (body: string) => editionsOf(sheet(body)).map(({ name }) => name);
    expect(names(BODY)).toEqual(['standard', 'large', 'short']);
    expect(names('::lines[Why?]{#why}\n')).toEqual(['standard', 'large']);
    expect(hasShortVersion(sheet('Words.\n'))).toBe(false);
  });

  it('leaves the other editions whole', () => {
    const whole = sheet(BODY);
    expect(inEdition(whole, 'large')).toBe(whole);
    expect(inEdition(whole, 'short').fields).toHaveLength(3);
  });

  it('has one page unless the author says more', () => {
    const pages = { standard: 2, large: 3 };
    expect(budgetOf({ pages }, 'short')).toBe(1);
    expect(budgetOf({ pages: { ...pages, short: 2 } }, 'short')).toBe(2);
    expect(budgetOf({ pages }, 'large')).toBe(3);
  });
});
