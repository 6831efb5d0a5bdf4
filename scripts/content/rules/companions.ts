import { atKey, type Rule } from './rule.ts';

/** Beside every sheet stand notes for those who use it with others. */
export const companionsRule: Rule = {
  name: 'companions',
  demands: 'every sheet has a companion',
  always: false,
  check({ documents, all }) {
    const noted = new Set(
      all.flatMap(({ kind, lang, slug }) => (kind === 'companion' ? [`${lang}/${slug}`] : [])),
    );
    return documents.flatMap((document) => {
      const { kind, lang, slug } = document;
      if (kind !== 'worksheet' || noted.has(`${lang}/${slug}`)) return [];
      const hint = `npm run new -- companion ${slug} begins one.`;
      return [atKey(document, '/companion', 'this sheet has no companion', hint)];
    });
  },
};
