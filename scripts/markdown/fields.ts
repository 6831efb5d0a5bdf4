import type { MarkdownIt, Token } from 'markdown-it';
import type { Field } from '../model/field.ts';
import { fieldNames } from '../model/field-names.ts';
import type { Position } from '../model/problem.ts';
import { slugify } from '../model/text.ts';
import type { Directive } from './directive.ts';
import type { MarkdownEnvironment } from './environment.ts';
import { type FieldRule, type FieldSource, type FieldWords, readAttributes } from './field-rule.ts';
import { FIELD_RULES, isFieldKind } from './field-rules.ts';
import type { Report } from './inline-checks.ts';
import { toProseParts } from './prose.ts';

/** Ids start with a letter: they become HTML ids and PDF field names. */
const ID = /^[A-Za-z][A-Za-z0-9-]*$/;
/** Longest id that is made from a prompt. */
const LONGEST_ID = 40;
const PLAIN_TOKENS = ['text', 'em_open', 'em_close', 'strong_open', 'strong_close', 'code_inline'];

/** Everything about one directive that its field is made from. */
export type FieldPlace = {
  directive: Directive;
  /** Where an offset of the directive stands in the file. */
  locate(offset: number): Position;
  inner: Token[];
  /** Where an inner token stands in the file. */
  locateInner(token: Token | undefined): Position;
};

/** Makes the fields of one text, one after the other, so that ids and names stay unique. */
export type FieldMaker = { fields: Field[]; make(place: FieldPlace): Field | undefined };

/** An inline token as HTML and as plain text. */
export function renderInlineToken(md: MarkdownIt, token: Token, environment: MarkdownEnvironment) {
  const children = token.children ?? [];
  const html = md.renderer.renderInline(children, md.options as never, environment);
  const text = md.renderer.renderInlineAsText(children, md.options as never, environment);
  return { html, text: text.replace(/\s+/g, ' ').trim() };
}

function generateId(label: string, taken: Set<string>): string {
  const words = slugify(label).slice(0, LONGEST_ID).replace(/-+$/, '');
  const stem = ID.test(words) ? words : `field-${words}`.replace(/-$/, '');
  let id = stem;
  for (let count = 2; taken.has(id); count++) id = `${stem}-${count}`;
  return id;
}

function chooseId(place: FieldPlace, label: string, taken: Set<string>, report: Report): string {
  const { directive } = place;
  if (!directive.id) return generateId(label, taken);
  const { value, offset } = directive.id;
  const at = place.locate(offset);
  if (!ID.test(value))
    report(at, `"#${value}" is not an id`, 'Letters, digits and hyphens; a letter first.');
  if (taken.has(value))
    report(at, `the id "${value}" is taken by an earlier field`, 'Ids are unique in a sheet.');
  return value;
}

/** What fields are made with, beside the places where they stand. */
export type FieldContext = {
  md: MarkdownIt;
  environment: MarkdownEnvironment;
  words: FieldWords;
  report: Report;
};

function toSource(context: FieldContext, place: FieldPlace, fields: readonly Field[]): FieldSource {
  const { md, environment, words, report } = context;
  const { directive } = place;
  const reportAt = (offset: number, message: string, hint?: string) =>
    report(place.locate(offset), message, hint);
  return {
    ...words,
    directive,
    attributes: readAttributes(directive, reportAt),
    inner: place.inner,
    report: reportAt,
    reportInside: (token, message, hint) => report(place.locateInner(token), message, hint),
    renderProse() {
      const html = md.renderer.render(place.inner, md.options as never, environment);
      return toProseParts(html, fields);
    },
    renderInline(token) {
      if (token.children?.some((child) => child.type === 'inline_field')) {
        const what = directive.name === 'cards' ? 'cards' : `a ${directive.name}`;
        const message = `a blank cannot stand inside ${what}`;
        report(place.locateInner(token), message, 'A blank stands in a sentence of its own.');
      }
      return renderInlineToken(md, token, environment);
    },
  };
}

/** The prompt as HTML and as plain text; what is no plain words is reported. */
function readLabel({ md, environment, report }: FieldContext, { directive, locate }: FieldPlace) {
  const [prompt] = md.parseInline(directive.prompt, environment);
  const label = prompt ? renderInlineToken(md, prompt, environment) : { html: '', text: '' };
  const start = locate(directive.start);
  if (label.text === '') report(start, `the prompt of "${directive.name}" is empty`);
  if (prompt?.children?.some((child) => !PLAIN_TOKENS.includes(child.type))) {
    const hint = 'No links, pictures, HTML or blanks in a prompt.';
    report(start, 'a prompt holds plain words only', hint);
  }
  return label;
}

/** Starts a maker for one text. */
export function createFieldMaker(context: FieldContext): FieldMaker {
  const { report } = context;
  const ids = new Set<string>();
  const names = new Map<string, string>();
  const fields: Field[] = [];
  return {
    fields,
    make(place) {
      const { directive } = place;
      if (!isFieldKind(directive.name)) return undefined;
      const source = toSource(context, place, fields);
      const label = readLabel(context, place);
      const start = place.locate(directive.start);
      const id = chooseId(place, label.text, ids, report);
      const rule = FIELD_RULES[directive.name] as FieldRule<Field>;
      const hint = source.attributes.text('hint');
      const short = source.attributes.flag('short') || undefined;
      const own = rule.toField(source);
      source.attributes.reportUnknown();
      const field = {
        ...start,
        id,
        label: label.text,
        labelHtml: label.html,
        hint,
        short,
        ...own,
      } as Field;
      for (const name of ids.has(id) ? [] : fieldNames(field)) {
        const owner = names.get(name);
        if (owner)
          report(
            start,
            `the field name "${name}" is taken by "${owner}"`,
            'Give one of them another id.',
          );
        names.set(name, id);
      }
      ids.add(id);
      fields.push(field);
      return field;
    },
  };
}
