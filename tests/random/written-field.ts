import fc from 'fast-check';
import { markedWords, plainWords } from './words.ts';

/** A field as Markdown, once it is known what it is called. */
export type WrittenField = (id: string) => string;

/** The attributes of a field; what is undefined is not written. */
export type Attributes = Record<string, string | number | boolean | undefined>;

/** Attributes as they stand in braces, the id first. */
export function braces(id: string, attributes: Attributes): string {
  const written = Object.entries(attributes).flatMap(([name, value]) => {
    if (value === undefined || value === false) return [];
    return [value === true ? name : `${name}=${typeof value === 'string' ? `"${value}"` : value}`];
  });
  return `{${[`#${id}`, ...written].join(' ')}}`;
}

/** A value, or nothing. */
export const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const prompt = markedWords(1, 14);
/** One sentence of help, or none. */
export const hint = maybe(plainWords(1, 22));
/** Whether a room may grow. */
export const stretch = fc.boolean();

/** A field on a line of its own. */
export const leaf = (kind: string, own: fc.Arbitrary<Attributes>) =>
  fc.tuple(prompt, hint, own).map(([words, help, attributes]): WrittenField => {
    return (id) => `::${kind}[${words}]${braces(id, { ...attributes, hint: help })}`;
  });

/** A field with a fence; what stands between the lines may hold fields of its own. */
export const container = (
  kind: string,
  own: fc.Arbitrary<Attributes>,
  inner: fc.Arbitrary<string | WrittenField>,
) =>
  fc.tuple(prompt, hint, own, inner).map(([words, help, attributes, inside]): WrittenField => {
    return (id) => {
      const text = typeof inside === 'string' ? inside : inside(id);
      const open = `:::${kind}[${words}]${braces(id, { ...attributes, hint: help })}`;
      return [open, ...(text === '' ? [] : [text]), ':::'].join('\n');
    };
  });

/** Items as a Markdown list. */
export const toList = (items: readonly string[]) => items.map((item) => `- ${item}`).join('\n');
/** A list of so many items. */
export const list = (minLength: number, maxLength: number, words: fc.Arbitrary<string>) =>
  fc.array(words, { minLength, maxLength }).map(toList);

/** No attributes of its own. */
export const none = fc.constant<Attributes>({});
/** Ruled lines, or as many as there are without being asked for. */
export const rows = (max: number) => maybe(fc.integer({ min: 1, max }));
