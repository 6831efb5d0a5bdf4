import type { Block, Worksheet } from './document.ts';
import { type Answers, answerHtml, fillParts } from './example-answers.ts';
import { keepBlocks } from './kept-blocks.ts';

function toAnswer(block: Block, answers: Answers): Block {
  const { line, column } = block;
  switch (block.kind) {
    case 'heading':
      return block;
    case 'prose':
      return { kind: 'prose', line, column, parts: [{ html: fillParts(block.parts, answers) }] };
    case 'field': {
      const prompt = `<p class="prompt example__prompt">${block.field.labelHtml}</p>`;
      const html = `<div class="example">${prompt}${answerHtml(block.field, answers)}</div>`;
      return { kind: 'prose', line, column, parts: [{ html }] };
    }
  }
}

/**
 * A sheet as its made-up people filled it in: who they are stands where its purpose stood, then
 * come the prompts that they answered with their answers, and nothing is left to fill in. A sheet
 * without an example has nothing on it.
 */
export function toExampleVersion(worksheet: Worksheet): Worksheet {
  const { blocks, example } = worksheet;
  const answers = example?.answers ?? {};
  const kept = keepBlocks(blocks, ({ id }) => answers[id] !== undefined);
  return {
    ...worksheet,
    purpose: example?.about ?? worksheet.purpose,
    steps: [],
    needs: undefined,
    nameLine: false,
    blocks: kept.map((block) => toAnswer(block, answers)),
    fields: [],
  };
}
