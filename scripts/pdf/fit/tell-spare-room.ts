import type { EditionName } from '../../model/edition.ts';
import type { Position, Problem } from '../../model/problem.ts';
import { roomToSpare } from './check-fit.ts';
import { pagesOf, type SheetFit } from './fit-sheet.ts';

/** A print that keeps all rules, and where its page budget stands. */
export type FittingPrint = {
  file: string;
  edition: EditionName;
  budget: number;
  budgetAt: Position;
  fit: SheetFit;
};

const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;

/**
 * Says how many ruled lines could be added to each page of a sheet, and that it has fewer pages
 * than it may have; nothing when it is full. No problem, but it has the shape of one.
 */
export function tellSpareRoom({ fit, budget, ...print }: FittingPrint): Problem | undefined {
  const { file, edition, budgetAt } = print;
  const rooms = roomToSpare(fit).map(
    ({ page, lines }, index) =>
      `${index === 0 ? counted(lines, 'more line') : lines} on page ${page}`,
  );
  const pages = pagesOf(fit);
  const parts = [
    ...(rooms.length > 0 ? [`has room for ${rooms.join(', ')}`] : []),
    ...(pages < budget ? [`fits on ${counted(pages, 'page')}, its budget is ${budget}`] : []),
  ];
  if (parts.length === 0) return undefined;
  return { file, ...budgetAt, message: `the ${edition} edition ${parts.join(' and ')}` };
}
