import { type EditionName, PAPERS, type PaperName } from '../model/edition.ts';
import { addressOf, languageRoot, type Site } from '../model/library.ts';
import { escapeHtml } from '../model/text.ts';
import { PICTURES } from './addresses.ts';
import { toFault } from './fault.ts';
import { type EditionPreview, previewPath, type SheetPreview } from './preview.ts';

/** What a page of the preview needs to know of the site. */
export type PreviewSite = Pick<Site, 'language' | 'pathPrefix'>;

const POLICY = "default-src 'none'; img-src 'self'; base-uri 'none'; form-action 'none'";

const EDITION_WORDS: Record<EditionName, string> = {
  standard: 'Standard print',
  large: 'Large print',
  short: 'Two-minute version',
  example: 'Filled-in example',
};

const labelOf = (paper: PaperName) => PAPERS.find(({ name }) => name === paper)?.label ?? paper;

const link = (href: string, words: string) =>
  `<a href="${escapeHtml(href)}">${escapeHtml(words)}</a>`;

const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;

/** A page of the server's own; its words are for whoever writes the sheets. */
export function toOwnPage(title: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
</head>
<body class="preview">
<h1>${escapeHtml(title)}</h1>
${body}
</body>
</html>
`;
}

function toEdition(preview: SheetPreview, site: PreviewSite, edition: EditionPreview): string {
  const words = EDITION_WORDS[edition.edition];
  const pages = count(edition.pages.length, 'page');
  const files = edition.files
    .map(({ path, paper }) => link(addressOf(site, `/${path}`), `PDF on ${labelOf(paper)}`))
    .join(' · ');
  const pictures = edition.pages.map(({ file, stamp, widthPx, heightPx }, index) => {
    const alt = `${preview.title}, ${words}, page ${index + 1} of ${edition.pages.length}`;
    const src = `${PICTURES}${file}?${stamp}`;
    return `<li><img class="preview__picture" src="${escapeHtml(src)}" width="${widthPx}" height="${heightPx}" alt="${escapeHtml(alt)}"></li>`;
  });
  return `<h2>${words}: ${pages}</h2>
<p class="preview__ways">${files}</p>
<ol class="preview__pages">
${pictures.join('\n')}
</ol>`;
}

function toProblems({ problems, fault }: SheetPreview): string {
  const faults = [...(fault ? [fault] : []), ...problems.map(toFault)];
  if (faults.length === 0) return '';
  const items = faults.map(({ place, message, hint }) => {
    const line = (place ? `${place}: ` : '') + message + (hint ? `\n    ${hint}` : '');
    return `<li class="preview__problem">${escapeHtml(line)}</li>`;
  });
  return `<ul class="preview__problems">\n${items.join('\n')}\n</ul>`;
}

/** Every page of every print of a sheet, A4, as pictures of the real PDFs. */
export function toPreviewPage(preview: SheetPreview, site: PreviewSite): string {
  const root = languageRoot(site, preview.lang);
  const ways = [
    link(addressOf(site, `${root}sheets/`), 'All sheets'),
    link(addressOf(site, preview.url), 'Its page on the site'),
  ];
  const waiting = '<p class="preview__note">Not printed yet. This page will show it.</p>';
  const isWaiting = preview.editions.length === 0 && !preview.fault;
  const body = [
    `<p class="preview__ways">${ways.join(' · ')}</p>`,
    toProblems(preview),
    ...(isWaiting ? [waiting] : []),
    ...preview.editions.map((edition) => toEdition(preview, site, edition)),
  ];
  return toOwnPage(preview.title, body.filter((part) => part !== '').join('\n'));
}

function toRow(preview: SheetPreview, site: PreviewSite): string {
  const { lang, slug, title, editions, problems, fault } = preview;
  const href = addressOf(site, previewPath(languageRoot(site, lang), slug));
  const printed = editions.map(
    ({ edition, pages }) =>
      `${EDITION_WORDS[edition].toLowerCase()} ${count(pages.length, 'page')}`,
  );
  const state = fault ? 'could not be printed' : printed.join(', ') || 'not printed yet';
  const faults =
    problems.length > 0
      ? ` <span class="preview__count">${count(problems.length, 'problem')}</span>`
      : '';
  return `<li>${link(href, title)}: ${escapeHtml(state)}${faults}</li>`;
}

/** The sheets of one language, each with a way to its pictures. */
export function toPreviewList(
  previews: readonly SheetPreview[],
  lang: string,
  site: PreviewSite,
): string {
  const rows = previews.filter((preview) => preview.lang === lang);
  const others = [...new Set(previews.map((preview) => preview.lang))]
    .filter((other) => other !== lang)
    .map((other) => link(addressOf(site, `${languageRoot(site, other)}sheets/`), other));
  const ways = [link(addressOf(site, languageRoot(site, lang)), 'The site'), ...others];
  const list =
    rows.length > 0
      ? `<ul class="preview__sheets">\n${rows.map((row) => toRow(row, site)).join('\n')}\n</ul>`
      : '<p class="preview__note">There is no worksheet yet.</p>';
  return toOwnPage(
    'Sheets as printed',
    `<p class="preview__ways">${ways.join(' · ')}</p>\n${list}`,
  );
}
