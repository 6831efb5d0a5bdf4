import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../scripts/markdown/renderer.ts';
import { changeBlockHtml } from '../../scripts/model/block-html.ts';

const LINK = '[here](other)';

/** A text with one link in each place that a kind has for words. */
const TEXTS: [kind: string, body: string, count: number][] = [
  ['a heading and a paragraph', `## To ${LINK}\n\nAnd ${LINK}.`, 2],
  ['the rows of a checklist', `:::checklist[W]\n- ${LINK}\n- b ${LINK}\n:::`, 2],
  ['the answers of a choice', `:::choice[W]\n- ${LINK}\n- b ${LINK}\n:::`, 2],
  [
    'the heads and cells of a table',
    `:::table[W]\n| ${LINK} | b |\n|---|---|\n| ${LINK} | |\n:::`,
    2,
  ],
  ['the rows of a pair', `:::pair[W]\n- ${LINK}\n:::`, 1],
  ['the rows of a tracker', `:::tracker[W]\n- ${LINK}\n:::`, 1],
  ['the segments of a wheel', `:::wheel[W]\n- ${LINK}\n- b\n- c\n:::`, 1],
  ['both sides of a card', `:::cards[W]\n- ${LINK}\n  - ${LINK}\n- b\n:::`, 2],
  ['the points of a timeline', `:::timeline[W]\n- ${LINK}\n- b\n:::`, 1],
  ['the steps of a ladder', `:::ladder[W]\n- ${LINK}\n- b\n:::`, 1],
  ['the steps of a cycle', `:::cycle[W]\n- ${LINK}\n- b\n- c\n:::`, 1],
  [
    'the heads, items and answers of a matching',
    `:::matching[W]\n| ${LINK} | b |\n|---|---|\n| ${LINK} | b |\n| c | ${LINK} |\n:::`,
    3,
  ],
  ['the words of an agreement', `:::agreement[W]\nSee ${LINK}.\n\n- ${LINK}\n:::`, 2],
];

describe('a change of all the HTML of a text', () => {
  it.each(TEXTS)('reaches %s', (_, body, count) => {
    const { blocks, links, problems } = parseMarkdown({ file: 'a.md', body, firstLine: 1 });
    expect([problems, links.length]).toEqual([[], count]);
    const changed = changeBlockHtml(blocks, (html) => html.replaceAll('slug:other', 'changed:'));
    const text = JSON.stringify(changed);
    expect(text).not.toContain('slug:');
    expect(text.match(/changed:/g)).toHaveLength(count);
  });
});
