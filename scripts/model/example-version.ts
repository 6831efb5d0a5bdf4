import type { Block, Worksheet } from './document.ts';
import { type Answers, answerHtml, fillParts } from './example-answers.ts';
import { withInnerFields } from './field-names.ts';

function isAnswered(block: Block, answers: Answers): boolean {
  if (block.kind === 'heading') return false;
  const fields =
    block.kind === 'field'
      ? withInnerFields(block.field)
      : block.parts.flatMap((part) => ('field' in part ? [part.field] : []));
  return fields.some(({ id }) => answers[id] !== undefined);
}

/** Whether an answer follows before the next heading of the same or a higher level. */
function leadsToAnswer(blocks: readonly Block[], at: number, answers: Answers): boolean {
  const heading = blocks[at];
  if (heading?.kind !== 'heading') return false;
  for (const block of blocks.slice(at + 1)) {
    if (block.kind === 'heading' && block.level <= heading.level) return false;
    if (isAnswered(block, answers)) return true;
  }
  return false;
}

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
  const kept = blocks.filter(
    (block, index) => isAnswered(block, answers) || leadsToAnswer(blocks, index, answers),
  );
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
