import { BOTTOM, isBody, type Printed, type Rule, TOP } from './printed-sheet.ts';

/** Sides of cards are pages of their own, behind all that flows and perhaps an empty side. */
function countFlowing({ sheet, laid: { letters } }: Printed): number {
  const cards = sheet.fields.filter((field) => field.kind === 'cards');
  const sides = cards.map(({ items, own }) => 2 * Math.ceil((items.length + own) / 8));
  const flowing = letters.length - sides.reduce((sum, count) => sum + count, 0);
  return cards.length > 0 && letters[flowing - 1]?.startsWith('Thissideisempty')
    ? flowing - 1
    : flowing;
}

/** The last page of what flows is a third full. */
export const lastPageIsUsed: Rule = (printed) => {
  const flowing = countFlowing(printed);
  if (flowing < 2) return [];
  const { texts, widgets } = printed.laid;
  const own = texts.filter((one) => one.page === flowing - 1 && isBody(one));
  const fields = widgets.filter(({ page }) => page === flowing - 1);
  const lowest = Math.min(...own.map(({ y }) => y), ...fields.map(({ rect }) => rect[1]), TOP);
  const share = (TOP - lowest) / (TOP - BOTTOM);
  return share >= 1 / 3
    ? []
    : [`the last of ${flowing} pages is ${Math.round(share * 100)} % full`];
};

/** Fronts of cards are right-hand pages. */
export const frontsAreRight: Rule = (printed) => {
  const first = countFlowing(printed);
  const { letters } = printed.laid;
  const hasCards = printed.sheet.fields.some(({ kind }) => kind === 'cards');
  const fronts = letters.flatMap((page, index) =>
    page.includes('Cutalongthemarks') ? [index] : [],
  );
  if (!hasCards) return fronts.map((page) => `cards on page ${page + 1}, and there are none`);
  const wrong = fronts.filter((page) => page % 2 === 1 || page < first);
  return [
    ...(fronts.length === 0 ? ['no page has cards'] : []),
    ...wrong.map((page) => `the cards of page ${page + 1} are no right-hand page`),
  ];
};
