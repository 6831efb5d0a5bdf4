import type { Worksheet } from '../../scripts/model/document.ts';
import { type TypeSize, typeSizeOf } from '../../scripts/model/edition.ts';
import type { Field } from '../../scripts/model/field.ts';
import { fieldNames, withInnerFields } from '../../scripts/model/field-names.ts';
import { countSheet } from '../pdf/expected-tags.ts';
import { allTags, lettersOf, type Tag, type Text } from './laid-out.ts';
import { frontsAreRight, lastPageIsUsed } from './page-rules.ts';
import {
  BOTTOM,
  isBody,
  LEFT,
  RIGHT,
  type Rule,
  say,
  TOLERANCE,
  TOP,
  wordsOf,
} from './printed-sheet.ts';

/** Size of the title in points, as the style sheet has it. */
const TITLE_PT: Record<TypeSize, number> = { standard: 25.2, large: 27 };

/** Everything that is promised by name: fields, and the line for name and date. */
function promisedNames({ fields, nameLine, private: isPrivate }: Worksheet): string[] {
  if (isPrivate) return [];
  return [...(nameLine ? ['name', 'date'] : []), ...fields.flatMap(fieldNames)];
}

/** Number of lines that texts stand in. */
function countLines(texts: readonly Text[]): number {
  const ys = texts.map(({ y }) => y).sort((a, b) => a - b);
  return ys.filter((y, index) => index === 0 || y - (ys[index - 1] ?? 0) > 4).length;
}

/** The words a reader sees of a field that has a prompt on paper. */
const hasPrompt = ({ kind }: Field) => kind !== 'blank';

const pagesAreNumbered: Rule = ({ laid: { letters } }) =>
  letters.flatMap((page, index) => {
    const foot = `${index + 1}of${letters.length}`;
    return page.includes(foot) ? [] : [`page ${index + 1} does not say ${foot}`];
  });

const budgetIsKept: Rule = ({ sheet, edition, laid: { letters } }) => {
  const budget = edition === 'standard' || edition === 'large' ? sheet.pages[edition] : undefined;
  const isOver = budget !== undefined && letters.length > budget;
  return isOver ? [`${letters.length} pages, ${budget} were allowed`] : [];
};

const fieldsAreOnce: Rule = ({ sheet, laid: { widgets } }) => {
  const keys = widgets.map(({ name, state }) => `${name}?${state}`);
  const twice = keys.filter((key, index) => keys.indexOf(key) !== index);
  const names = promisedNames(sheet);
  const found = new Set(widgets.map(({ name }) => name));
  return [
    ...twice.map((key) => `${key} is there twice`),
    ...names.filter((name) => !found.has(name)).map((name) => `${name} is missing`),
    ...[...found].filter((name) => !names.includes(name)).map((name) => `${name} is unknown`),
  ];
};

const promptsStayWithFields: Rule = ({ sheet, laid: { widgets, letters } }) =>
  sheet.fields.filter(hasPrompt).flatMap((field) => {
    // The words of an agreement may take more than a page; its blanks and signatures come after.
    // Cards have sides of their own, where a long prompt is shortened.
    const isApart = field.kind === 'agreement' || field.kind === 'cards';
    const names = isApart ? [] : fieldNames(field);
    const first = widgets.find(({ name }) => names.includes(name));
    const page = first && letters[first.page];
    if (page === undefined || page.includes(lettersOf(field.label))) return [];
    return [`the prompt ${say(field.label)} is not on page ${first?.page} with ${first?.name}`];
  });

const headingsAreNeverLast: Rule = ({ laid }) => {
  const headings = [...allTags(laid.tags)].filter(({ role }) => /^H\d$/.test(role));
  return headings.flatMap((heading) => {
    const low = heading.texts.at(-1);
    if (!low) return [];
    const below = laid.texts.filter(
      (one) => one.page === low.page && isBody(one) && one.y < low.y - 2,
    );
    const fields = laid.widgets.filter(
      ({ page, rect }) => page === low.page && rect[1] < low.y - 2,
    );
    return below.length + fields.length > 0
      ? []
      : [`${wordsOf(heading)} ends page ${low.page + 1}`];
  });
};

/** Whether a tag is painted whole on each of its pages, as the heads of a long table are. */
function isRepeated(tag: Tag): boolean {
  const texts = [...allTags([tag])].flatMap((one) => one.texts);
  const pages = [...Map.groupBy(texts, ({ page }) => page).values()];
  return new Set(pages.map((page) => page.map(({ text }) => text).join(''))).size === 1;
}

const holdsField = (tag: Tag) => tag.role === 'LI' && tag.kids.some(({ role }) => role === 'LBody');

const rowsAreWhole: Rule = ({ sheet, laid: { tags } }) => {
  const prose = new Set(
    sheet.blocks.flatMap((block) =>
      block.kind === 'prose'
        ? block.parts.map((part) =>
            'html' in part ? lettersOf(part.html.replace(/<[^>]*>/g, '')) : '',
          )
        : [],
    ),
  );
  const isProse = (tag: Tag) => {
    const letters = lettersOf(
      [...allTags([tag])].flatMap(({ texts }) => texts.map(({ text }) => text)).join(''),
    );
    return [...prose].some((text) => text.includes(letters));
  };
  return [...allTags(tags)]
    .filter((tag) => tag.pages.size > 1 && !isRepeated(tag))
    .filter((tag) => tag.role === 'TR' || (holdsField(tag) && !isProse(tag)))
    .map((tag) => `a ${tag.role} is split: ${[...allTags([tag])].map(wordsOf).join(' ')}`);
};

const noLineIsAlone: Rule = ({ laid: { tags } }) =>
  [...allTags(tags)].flatMap((tag) => {
    const byPage = Map.groupBy(tag.texts, ({ page }) => page);
    if (byPage.size < 2 || isRepeated(tag)) return [];
    return [...byPage]
      .filter(([, texts]) => countLines(texts) < 2)
      .map(
        ([page]) => `one line of a ${tag.role} stands alone on page ${page + 1}: ${wordsOf(tag)}`,
      );
  });

const tagsAreThose: Rule = ({ sheet, laid: { counts } }) => {
  const expected = countSheet(sheet);
  if (sheet.private) Object.assign(expected, { Form: 0, Link: 0 });
  return Object.entries(expected)
    .filter(([role, count]) => (counts[role] ?? 0) !== count)
    .map(([role, count]) => `${count} ${role} expected, ${counts[role] ?? 0} found`);
};

const fieldsAreInside: Rule = ({ laid: { widgets } }) =>
  widgets
    .filter(
      ({ rect: [x1, y1, x2, y2] }) =>
        x1 < LEFT - TOLERANCE ||
        x2 > RIGHT + TOLERANCE ||
        y1 < BOTTOM - TOLERANCE ||
        y2 > TOP + TOLERANCE,
    )
    .map(({ name, rect }) => `${name} leaves the live area: ${rect.map(Math.round).join(' ')}`);

const fieldsAreApart: Rule = ({ laid: { widgets } }) =>
  widgets.flatMap((one, index) =>
    widgets.slice(index + 1).flatMap((other) => {
      if (one.page !== other.page) return [];
      const [a, b] = [one.rect, other.rect];
      const width = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
      const height = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
      return width > TOLERANCE && height > TOLERANCE ? [`${one.name} lies on ${other.name}`] : [];
    }),
  );

const nothingIsShrunk: Rule = ({ edition, laid: { tags } }) => {
  const title = [...allTags(tags)].find(({ role }) => role === 'H1')?.texts[0];
  if (!title) return ['there is no title'];
  const size = title.height;
  const isRight = Math.abs(size - TITLE_PT[typeSizeOf(edition)]) < 0.3;
  return isRight ? [] : [`the title is set in ${size.toFixed(1)} pt`];
};

const wordsStayOnPaper: Rule = ({ laid: { texts } }) =>
  texts
    .filter(({ x }) => x < LEFT - TOLERANCE || x > RIGHT + TOLERANCE)
    .map(({ text, page }) => `${say(text)} leaves the live area on page ${page + 1}`);

const nothingIsLost: Rule = ({ sheet, laid: { tags } }) => {
  const all = lettersOf(
    [...allTags(tags)].flatMap(({ texts }) => texts.map(({ text }) => text)).join(''),
  );
  const prompts = sheet.fields.flatMap(withInnerFields).filter(hasPrompt);
  const rows = prompts.flatMap((field) => ('items' in field ? field.items : []));
  return [...prompts, ...rows]
    .map(({ label }) => label)
    .filter((label) => !all.includes(lettersOf(label)))
    .map((label) => `${say(label)} is not printed`);
};

/** What must hold of every sheet in every edition, by the names that are told. */
export const RULES = {
  'every page says its number': pagesAreNumbered,
  'no sheet has more pages than it may': budgetIsKept,
  'every field is there once': fieldsAreOnce,
  'a prompt stays with its first field': promptsStayWithFields,
  'a heading is never last on a page': headingsAreNeverLast,
  'no row is split': rowsAreWhole,
  'no line of a paragraph stands alone': noLineIsAlone,
  'the last page is a third full': lastPageIsUsed,
  'cards begin on right-hand pages': frontsAreRight,
  'the tags are those of the sheet': tagsAreThose,
  'fields stay inside the live area': fieldsAreInside,
  'fields do not lie on each other': fieldsAreApart,
  'nothing is shrunk': nothingIsShrunk,
  'words stay inside the live area': wordsStayOnPaper,
  'no prompt and no row is lost': nothingIsLost,
} satisfies Record<string, Rule>;

/** The name of a rule. */
export type RuleName = keyof typeof RULES;

/** A rule, or a check that is no rule of the printed page. */
export type CheckName = RuleName | 'it is read without a problem' | 'its own check finds nothing';
