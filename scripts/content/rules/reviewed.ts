import { atKey, type Rule } from './rule.ts';

/** Sheets and articles that go out were read by somebody who knows; asked at a release. */
export const reviewedRule: Rule = {
  name: 'reviewed',
  demands: 'at a release, somebody has reviewed every sheet and article',
  always: true,
  check({ documents, releaseDay }) {
    if (!releaseDay) return [];
    return documents.flatMap((document) => {
      if (document.kind !== 'worksheet' && document.kind !== 'article') return [];
      if (document.review) return [];
      const message = 'the key "review" is missing: a release needs a text that somebody reviewed';
      return [atKey(document, '/review', message, 'review: {by: "…", role: …, date: 2026-11-22}')];
    });
  },
};
