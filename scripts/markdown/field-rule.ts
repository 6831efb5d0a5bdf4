import type { Token } from 'markdown-it';
import type { Field, ProsePart } from '../model/field.ts';
import type { Position } from '../model/problem.ts';
import type { Directive, DirectiveAttribute } from './directive.ts';
import { hintNearest } from './nearest.ts';

/** Reports a problem at an offset of the directive's own line. */
export type ReportAt = (offset: number, message: string, hint?: string) => void;

/** What a number may be, and what it is when it is not written. */
export type Limits = { min: number; max: number; fallback: number };

/** Reads attributes by name and type; what was never asked for is unknown. */
export type AttributeReader = {
  whole(name: string, limits: Limits): number;
  text(name: string): string | undefined;
  flag(name: string): boolean;
  /** A length in mm, written `40mm`. */
  millimetres(name: string, limits: Limits): number;
  /** The offset of an attribute, or of the directive when it is not there. */
  offset(name: string): number;
  /** Reports every attribute that nothing asked for. */
  reportUnknown(): void;
};

/** What all fields of a folder's text are made with: its language, and what two people are called. */
export type FieldWords = { lang: string; partners: { a: string; b: string } };

/** What a kind's rule gets to make its field from. */
export type FieldSource = FieldWords & {
  directive: Directive;
  attributes: AttributeReader;
  /** The block tokens between the fences; empty for a leaf. */
  inner: Token[];
  /** Inline tokens as HTML and as plain text. */
  renderInline(token: Token): { html: string; text: string };
  /** All that stands between the fences as running text; for kinds that hold prose. */
  renderProse(): ProsePart[];
  /** Reports at an offset of the directive. */
  report: ReportAt;
  /** Reports at the line of an inner token. */
  reportInside(token: Token | undefined, message: string, hint?: string): void;
};

/** The properties a kind adds to what all fields have. */
export type OwnProperties<F extends Field> = Omit<
  F,
  'id' | 'label' | 'labelHtml' | 'hint' | 'short' | keyof Position
>;

/** How one field kind is written. */
export type FieldRule<F extends Field> = {
  kind: F['kind'];
  /** inline `:kind[…]`, leaf `::kind[…]`, container `:::kind[…]` … `:::`. */
  form: 'inline' | 'leaf' | 'container';
  /** Whether running text stands inside, whose gaps are fields of their own. */
  holdsProse?: true;
  toField(source: FieldSource): OwnProperties<F>;
};

/** The colons that each form is written with. */
export const COLONS = { inline: 1, leaf: 2, container: 3 } as const;

/** A number in its limits; anything else is reported and becomes the fallback. */
function readNumber(
  { name, value, offset }: DirectiveAttribute,
  unit: '' | 'mm',
  limits: Limits,
  report: ReportAt,
): number {
  const match = new RegExp(`^(-?\\d+)${unit}$`).exec(String(value));
  const number = match ? Number(match[1]) : Number.NaN;
  if (number >= limits.min && number <= limits.max) return number;
  const what = unit ? 'a length in mm' : 'a whole number';
  const found = value === true ? 'nothing' : `"${value}"`;
  const message = `${name}: expected ${what} from ${limits.min}${unit} to ${limits.max}${unit}, found ${found}`;
  report(offset, message, `Write ${name}=${limits.fallback || limits.min}${unit}.`);
  return limits.fallback;
}

/** Makes a reader over a directive's attributes. */
export function readAttributes(directive: Directive, report: ReportAt): AttributeReader {
  const known = new Set<string>();
  const find = (name: string) => {
    known.add(name);
    return directive.attributes.find((attribute) => attribute.name === name);
  };
  const number = (name: string, unit: '' | 'mm', limits: Limits) => {
    const attribute = find(name);
    return attribute ? readNumber(attribute, unit, limits, report) : limits.fallback;
  };
  return {
    whole: (name, limits) => number(name, '', limits),
    millimetres: (name, limits) => number(name, 'mm', limits),
    text(name) {
      const attribute = find(name);
      if (attribute?.value === true) {
        report(attribute.offset, `${name}: expected words in quotes`, `Write ${name}="…".`);
        return undefined;
      }
      return attribute?.value;
    },
    flag(name) {
      const attribute = find(name);
      if (attribute && attribute.value !== true) {
        report(attribute.offset, `${name}: expected no value`, `Write ${name} alone.`);
      }
      return attribute !== undefined;
    },
    offset: (name) =>
      directive.attributes.find((attribute) => attribute.name === name)?.offset ?? directive.start,
    reportUnknown() {
      for (const attribute of directive.attributes.filter(({ name }) => !known.has(name))) {
        const words = [...known].sort();
        report(
          attribute.offset,
          `unknown attribute "${attribute.name}" of ${directive.name}`,
          hintNearest(attribute.name, words),
        );
      }
    },
  };
}
