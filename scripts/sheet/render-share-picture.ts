import type { Library } from '../model/library.ts';
import { previewWords, SHARE_PICTURE } from '../model/share.ts';
import { renderPage, withStyles } from './render-sheet.ts';
import type { SheetStyles } from './stylesheet.ts';
import { renderTemplate } from './templates.ts';

const { widthPx, heightPx } = SHARE_PICTURE;

/** The page of which the picture of the site is drawn, as HTML that asks for nothing from outside. */
export function renderSharePicture({ site }: Pick<Library, 'site'>, styles: SheetStyles): string {
  const { title, text } = previewWords(site);
  const template = 'components/share-picture/share-picture.sheet.njk';
  const body = renderTemplate(template, { title, text: text ?? '' });
  const page = renderPage({ lang: site.language, title, className: 'sheet', marks: [], body });
  const rule = `@page { size: ${widthPx}px ${heightPx}px; margin: 0 }`;
  return withStyles(page, page, rule, { styles });
}
