import type { Source, Vocabulary } from '../model/library.ts';

/** What a folder without `vocabulary.yml` may choose from. */
export const DEFAULT_VOCABULARY: Vocabulary = {
  stages: [],
  who: [
    { id: 'alone', label: 'On your own', copies: 1 },
    { id: 'together', label: 'Together', copies: 1 },
  ],
  topics: [],
  paths: [],
  strengths: [
    { id: 'strong', label: 'strong' },
    { id: 'moderate', label: 'moderate' },
    { id: 'early', label: 'early' },
    { id: 'practice', label: 'practice' },
  ],
  partners: { a: 'A', b: 'B' },
};

/** The one choice where there is none: a character that no text may hold. */
export const NOTHING = '\u0000';

const oneOf = (ids: readonly string[]) => ({
  type: 'string',
  enum: ids.length > 0 ? ids : [NOTHING],
});

/** The schema that the others take their enums from; it is made from the folder's own words. */
export function choicesSchema(vocabulary: Vocabulary, sources: Record<string, Source>): object {
  const ids = (terms: readonly { id: string }[]) => oneOf(terms.map(({ id }) => id));
  return {
    $id: 'choices',
    $defs: {
      stage: ids(vocabulary.stages),
      who: ids(vocabulary.who),
      topic: ids(vocabulary.topics),
      path: ids(vocabulary.paths),
      strength: ids(vocabulary.strengths),
      source: oneOf(Object.keys(sources).sort()),
      review: {
        type: 'object',
        additionalProperties: false,
        required: ['by', 'role', 'date'],
        description: 'Who looked at the text, as what, and when.',
        properties: {
          by: { type: 'string', minLength: 1, description: 'The name of the reviewer.' },
          role: { type: 'string', minLength: 1, description: 'What they are: clinician, editor …' },
          date: {
            type: 'string',
            format: 'day',
            description: 'The day, like 2026-11-22.',
          },
        },
      },
    },
  };
}
