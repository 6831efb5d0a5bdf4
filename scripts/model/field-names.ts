import { toCardLeaves } from './cards.ts';
import { type Field, OTHER_ITEM_ID, type TrackerField } from './field.ts';
import { ladderSteps } from './ladder.ts';
import { timelinePoints } from './timeline.ts';

/** The names of one row of one week of a tracker. */
export type TrackerRow = {
  /** Its words; a row for own words has their field's name instead. */
  label?: string;
  words?: string;
  /** A box for each day. */
  ticks: string[];
};

/** The rows of a tracker, week by week. Own words of later weeks are fields of their own. */
export function trackerWeeks({ id, items, own, days, weeks }: TrackerField): TrackerRow[][] {
  const ticksOf = (stem: string, week: number) =>
    days.map((_, day) => `${stem}-w${week}-d${day + 1}`);
  return Array.from({ length: weeks }, (_, index) => {
    const week = index + 1;
    const written = items.map((item): TrackerRow => {
      return { label: item.label, ticks: ticksOf(`${id}-${item.id}`, week) };
    });
    const free = Array.from({ length: own }, (_own, row): TrackerRow => {
      const stem = `${id}-own${row + 1}`;
      return { words: week === 1 ? stem : `${stem}-w${week}`, ticks: ticksOf(stem, week) };
    });
    return [...written, ...free];
  });
}

/**
 * The PDF field names that one field becomes, in reading order. Names are ids joined with
 * hyphens: a full stop would make a hierarchy (ISO 32000-1, 12.7.3.2).
 */
export function fieldNames(field: Field): string[] {
  switch (field.kind) {
    case 'lines':
    case 'box':
    case 'scale':
    case 'blank':
      return [field.id];
    case 'wheel':
    case 'cycle':
    case 'matching':
      return field.items.map((item) => `${field.id}-${item.id}`);
    case 'checklist': {
      const items = field.items.map((item) => `${field.id}-${item.id}`);
      const other = `${field.id}-${OTHER_ITEM_ID}`;
      return field.other ? [...items, other, `${other}-words`] : items;
    }
    case 'choice':
      return field.other ? [field.id, `${field.id}-${OTHER_ITEM_ID}-words`] : [field.id];
    case 'table':
      return field.rows.flatMap((row) =>
        row.flatMap((cell) => (cell.kind === 'room' ? [`${field.id}-${cell.name}`] : [])),
      );
    case 'pair': {
      const rows = field.items.map((item) => `${field.id}-${item.id}`);
      return (rows.length > 0 ? rows : [field.id]).flatMap((row) => [`${row}-a`, `${row}-b`]);
    }
    case 'cards':
      return toCardLeaves(field).flatMap((cards) =>
        (['front', 'back'] as const).flatMap((side) =>
          cards.flatMap((card) => (card[side].kind === 'room' ? [card[side].name] : [])),
        ),
      );
    case 'agreement':
      return ['sign-a', 'date-a', 'sign-b', 'date-b'].map((part) => `${field.id}-${part}`);
    case 'tracker':
      return trackerWeeks(field)
        .flat()
        .flatMap(({ words, ticks }) => (words ? [words, ...ticks] : ticks));
    case 'timeline':
      return timelinePoints(field).flatMap(({ name }) => [`${name}-when`, name]);
    case 'ladder':
      return ladderSteps(field).flatMap(({ words, done }) => (words ? [words, done] : [done]));
  }
}

/** A field and the fields that stand inside it, in reading order. */
export function withInnerFields(field: Field): Field[] {
  if (field.kind !== 'agreement') return [field];
  const inner = field.parts.flatMap((part) => ('field' in part ? withInnerFields(part.field) : []));
  return [...inner, field];
}
