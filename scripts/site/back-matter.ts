import type { Review, Worksheet } from '../model/document.ts';
import type { Source } from '../model/library.ts';
import { say } from '../model/text.ts';
import { formatDate } from './format.ts';
import type { Place } from './place.ts';
import type { EvidenceView, PageLink, Pager, SourceView } from './view.ts';

function toSource({ short, full, doi, url }: Source): SourceView {
  return { short, full, url: doi ? `https://doi.org/${doi}` : url };
}

/** The sources behind a text, in the order in which it names them. */
export function toSources({ library }: Place, keys: readonly string[]): SourceView[] {
  return keys.flatMap((key) => {
    const source = library.sources[key];
    return source ? [toSource(source)] : [];
  });
}

/** What a text deals with, in words. */
export function toTopics({ library }: Place, ids: readonly string[]): string[] {
  return ids.map((id) => library.vocabulary.topics.find((term) => term.id === id)?.label ?? id);
}

/** Who looked at a text, or that nobody has yet. */
export function toReview({ t, shelf }: Place, review: Review | undefined): string {
  if (!review) return say(t, 'notReviewed');
  const role = review.role.replaceAll('-', ' ');
  return say(t, 'reviewed', { by: review.by, role, date: formatDate(review.date, shelf.lang) });
}

/** A word for how well ideas are supported, with its label and what it means. */
export function findStrength({ library }: Place, id: string): { label: string; meaning?: string } {
  return library.vocabulary.strengths.find((term) => term.id === id) ?? { label: id };
}

/** How well the idea behind a sheet is supported, and by what. */
export function toEvidence(place: Place, { evidence }: Worksheet): EvidenceView {
  const { label, meaning } = findStrength(place, evidence.strength);
  const line = say(place.t, 'evidenceLine', { strength: label });
  return {
    line,
    meaning,
    note: evidence.note,
    sources: toSources(place, evidence.sources),
  };
}

/** The documents before and after one in their order. */
export function toPager<D>(
  documents: readonly D[],
  document: D,
  toLink: (neighbor: D) => PageLink,
): Pager {
  const index = documents.indexOf(document);
  const previous = documents[index - 1];
  const next = documents[index + 1];
  return { previous: previous && toLink(previous), next: next && toLink(next) };
}
