import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../scripts/markdown/renderer.ts';
import type { Worksheet } from '../../scripts/model/document.ts';
import { budgetOf, editionsOf, inEdition } from '../../scripts/model/editions-of.ts';
import type { Example } from '../../scripts/model/example.ts';
import { toExampleVersion } from '../../scripts/model/example-version.ts';

const BODY = `Read this first.

## Evening

::lines[Why **now**?]{#why}

## Night

I woke at :blank[time]{#time} and at :blank[later]{#later}.

## Morning

:::agreement[Rules]{#rules}
Bed at :blank[hour]{#hour}.
:::
`;

const words = ({ blocks }: Worksheet) =>
  blocks.map((block) => {
    if (block.kind === 'heading') return `# ${block.text}`;
    if (block.kind === 'field') return `field ${block.field.id}`;
    const html = block.parts.map((part) => ('html' in part ? part.html : '_')).join('');
    return html
      .replace(/<em class="example__answer">(.*?)<\/em>/g, '[$1]')
      .replace(/<[^<>]*>/g, '')
      .trim();
  });

const htmlOf = (worksheet: Worksheet) =>
  toExampleVersion(worksheet)
    .blocks.flatMap((block) => (block.kind === 'prose' ? block.parts : []))
    .map((part) => ('html' in part ? part.html : ''))
    .join('');

function sheet(answers: Example['answers'] | undefined, body = BODY): Worksheet {
  const { blocks, fields } = parseMarkdown({ file: 'sheet.md', body, firstLine: 1 });
  const example = answers && { about: 'Sam is made up.', answers };
  const pages = { standard: 2, large: 3 };
  return {
    blocks,
    fields,
    pages,
    example,
    purpose: 'To sleep.',
    steps: ['Sit.'],
  } as unknown as Worksheet;
}

describe('a sheet as made-up people filled it in', () => {
  it('keeps what they answered, with its prompt, and the headings that lead there', () => {
    const version = toExampleVersion(sheet({ why: 'Noise', hour: 'ten' }));
    expect(words(version)).toEqual([
      '# Evening',
      'Why now?[Noise]',
      '# Morning',
      'RulesBed at [ten].',
    ]);
    expect(version).toMatchObject({ purpose: 'Sam is made up.', steps: [], fields: [] });
  });

  it('keeps a sentence whole when one of its gaps was left empty', () => {
    expect(words(toExampleVersion(sheet({ time: 'two' })))).toEqual([
      '# Night',
      'I woke at [two] and at ….',
    ]);
  });

  it('takes no answer for anything but words', () => {
    const [, answer] = words(toExampleVersion(sheet({ why: '<b>&"x"' })));
    expect(answer).toBe('Why now?[&lt;b&gt;&amp;&quot;x&quot;]');
  });

  it('is an edition of sheets that have an example, within the pages of the sheet', () => {
    const names = (one: Worksheet) => editionsOf(one).map(({ name }) => name);
    expect(names(sheet({ why: 'Noise' }))).toEqual(['standard', 'large', 'example']);
    expect(names(sheet(undefined))).toEqual(['standard', 'large']);
    expect(budgetOf(sheet({ why: 'Noise' }), 'example')).toBe(2);
    expect(inEdition(sheet({ why: 'Noise' }), 'example').blocks).toHaveLength(2);
  });

  it('marks what was ticked and chosen, and tells what the ends of a scale mean', () => {
    const body = `:::checklist[Signs]{#signs}\n- Tired\n- Awake\n:::

:::choice[Which?]{#which}\n- One\n- Two\n:::

::scale[How calm?]{#calm from=0 to=10 low="calm" high="not calm"}
`;
    const html = htmlOf(sheet({ signs: ['Tired'], which: 'Two', calm: 4 }, body));
    expect(html).toMatch(/<ul class="[^"]*--tick"><li><em[^>]*>Tired<\/em><\/li><\/ul>/);
    expect(html).toMatch(/<ul class="[^"]*--circle"><li><em[^>]*>Two<\/em><\/li><\/ul>/);
    expect(html).toContain('(0 = calm, 10 = not calm)');
  });

  it('leaves out the row of a table that shows how it is done, and empty boxes', () => {
    const body = `:::table[Rooms]{#rooms}
| What | Dark |
|---|---|
| *Kitchen* | *yes* |
| | [ ] |
| | [ ] |
:::
`;
    const rooms = [
      ['Bath', ''],
      ['Hall', 'yes'],
    ];
    const [table] = words(toExampleVersion(sheet({ rooms }, body)));
    expect(table).toBe('RoomsWhatDark[Bath]–[Hall][yes]');
  });
});
