import type { Block } from './document.ts';
import type { Field, ProsePart, TableCell } from './field.ts';

/** A stretch of finished HTML -> the same for another place. */
export type ChangeHtml = (html: string) => string;

function changeCell(cell: TableCell, change: ChangeHtml): TableCell {
  return cell.kind === 'room' ? cell : { ...cell, html: change(cell.html) };
}

function changeField(field: Field, change: ChangeHtml): Field {
  const changed = { ...field, labelHtml: change(field.labelHtml) };
  switch (changed.kind) {
    case 'lines':
    case 'box':
    case 'scale':
    case 'blank':
      return changed;
    case 'choice':
    case 'pair':
    case 'tracker':
    case 'wheel':
    case 'timeline':
    case 'ladder':
    case 'cycle':
    case 'checklist': {
      const items = changed.items.map((item) => ({ ...item, html: change(item.html) }));
      return { ...changed, items };
    }
    case 'cards': {
      const items = changed.items.map((item) => {
        const { back } = item;
        const front = { ...item, html: change(item.html) };
        return back ? { ...front, back: { ...back, html: change(back.html) } } : front;
      });
      return { ...changed, items };
    }
    case 'agreement':
      return { ...changed, parts: changed.parts.map((part) => changePart(part, change)) };
    case 'matching': {
      const html = <T extends { html: string }>(part: T) => ({ ...part, html: change(part.html) });
      const { columns, items, answers } = changed;
      return {
        ...changed,
        columns: columns.map(html),
        items: items.map(html),
        answers: answers.map(html),
      };
    }
    case 'table': {
      const columns = changed.columns.map((head) => ({ ...head, html: change(head.html) }));
      const rows = changed.rows.map((row) => row.map((cell) => changeCell(cell, change)));
      return { ...changed, columns, rows };
    }
  }
}

function changePart(part: ProsePart, change: ChangeHtml): ProsePart {
  return 'field' in part ? { field: changeField(part.field, change) } : { html: change(part.html) };
}

function changeBlock(block: Block, change: ChangeHtml): Block {
  switch (block.kind) {
    case 'heading':
      return { ...block, html: change(block.html) };
    case 'prose':
      return { ...block, parts: block.parts.map((part) => changePart(part, change)) };
    case 'field':
      return { ...block, field: changeField(block.field, change) };
  }
}

/** Blocks with every stretch of their HTML changed, wherever it stands: in a heading, a row, a cell. */
export function changeBlockHtml(blocks: readonly Block[], change: ChangeHtml): Block[] {
  return blocks.map((block) => changeBlock(block, change));
}
