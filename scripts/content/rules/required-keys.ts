import type { Document } from '../../model/document.ts';
import { atKey, kindOf, type Rule } from './rule.ts';

/** What stands under a key; "evidence.sources" is a key inside another. */
function valueAt(document: Document, key: string): unknown {
  return key.split('.').reduce<unknown>((value, part) => {
    return typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined;
  }, document);
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === undefined || value === null || value === false || value === '';
}

/** Keys that the shape leaves open, and the folder wants: a caution, sources, an example. */
export const requiredKeysRule: Rule = {
  name: 'required-keys',
  demands: 'a text has every key that the folder wants of its kind',
  always: false,
  check({ rules, documents }) {
    const wanted = rules.settings['required-keys'] ?? {};
    return documents.flatMap((document) => {
      const isPrivate = document.kind === 'worksheet' && document.private;
      const keys = wanted[isPrivate ? 'private' : kindOf(document)] ?? [];
      return keys
        .filter((key) => isEmpty(valueAt(document, key)))
        .map((key) => {
          const message = `the key "${key}" is missing or empty, and rules.yml demands it`;
          return atKey(document, `/${key.replaceAll('.', '/')}`, message);
        });
    });
  },
};
