import type { FieldItem } from '../model/field.ts';
import type { FieldSource } from './field-rule.ts';
import { type ListWish, readItems } from './list-items.ts';

/** What a kind makes of the lines of its list and of those that the reader adds. */
export type OwnWish = Pick<ListWish, 'each' | 'longest' | 'endings'> & {
  /** The attribute that counts those without words. */
  attribute: string;
  /** The stem of the ids of those without words. */
  stem: string;
  /** How many there are where there is no list and nothing is written. */
  fallback: number;
  /** The fewest and the most of both together. */
  least: number;
  most: number;
};

/** What is written, and how many are left to the reader. */
export type ListedAndOwn = { items: FieldItem[]; own: number };

/** Says that both together are too few or too many, and where they come from. */
function checkTotal(source: FieldSource, wish: OwnWish, { items, own }: ListedAndOwn): void {
  const { attributes, directive, report } = source;
  const { attribute, each, least, most } = wish;
  const total = items.length + own;
  if (total >= least && total <= most) return;
  const from = [
    items.length > 0 && `${items.length} in the list`,
    own > 0 && `${attribute}=${own}`,
  ];
  const message = `a ${directive.name} has from ${least} to ${most} ${each}s in all, found ${total} (${from.filter(Boolean).join(', ')})`;
  const hint =
    total < least
      ? `Write one more "- " line, or ${attribute}=${least - items.length}.`
      : `Take out some "- " lines${own > 0 ? `, or lower ${attribute}` : ''}.`;
  report(attributes.offset(attribute), message, hint);
}

/** Reads a list that may be left out, and the number of those that the reader fills with words. */
export function readListedAndOwn(source: FieldSource, wish: OwnWish): ListedAndOwn {
  const { attribute, stem, most, each, longest, endings } = wish;
  const isListed = source.inner.length > 0;
  const own = source.attributes.whole(attribute, {
    min: 1,
    max: most,
    fallback: isListed ? 0 : wish.fallback,
  });
  if (!isListed) {
    checkTotal(source, wish, { items: [], own });
    return { items: [], own };
  }
  const reserved = Array.from({ length: most }, (_, index) => `${stem}${index + 1}`);
  const items = readItems(source, { each, longest, endings, reserved });
  // Of a list that could not be read, no length is known.
  if (items.length > 0) checkTotal(source, wish, { items, own });
  return { items, own };
}
