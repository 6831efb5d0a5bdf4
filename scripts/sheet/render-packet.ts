import type { PacketPart } from '../model/packet-parts.ts';
import { measureBy } from './card-text.ts';
import { whichWords } from './packet-contents.ts';
import { type PartHtml, renderPart } from './packet-part.ts';
import type { PacketSource } from './packet-source.ts';
import { isFootFace, pageBox, partRule } from './page-rule.ts';
import { renderPage, withStyles } from './render-sheet.ts';
import { renderTemplate } from './templates.ts';

/** A packet as one page of HTML: one page, one print, one set of tags. */
export type PacketHtml = {
  html: string;
  title: string;
  lang: string;
  /** Everything that is printed as words, without the stylesheet. */
  words: string;
  /** Its parts in the order in which they are bound. */
  parts: PartHtml[];
  /** One entry of the outline for each part; sheets stand under the opener of their stage. */
  outline: { title: string; isNested: boolean }[];
};

/** Each copy of a sheet has a name of its own. */
function toOutlineEntry(part: PacketPart, title: string, source: PacketSource) {
  const isBound = part.kind === 'sheet' || part.kind === 'companion';
  const isNested = isBound && part.stage !== undefined;
  return { title: [title, ...whichWords(part, source)].join(' · '), isNested };
}

/**
 * Turns all that a packet binds into the HTML that is printed. Files that are finished cannot be
 * joined: every program that was tried loses the tags of all but the first. Pure but for the
 * templates.
 */
export function renderPacket(source: PacketSource): PacketHtml {
  const { title, edition, shelf, styles, plan } = source;
  const { lang, strings } = shelf;
  const parts = plan.parts.map((part) => renderPart(part, source));
  const body = renderTemplate('components/packet-body/packet-body.sheet.njk', {
    parts,
    t: strings,
  });
  const marks = parts.flatMap(({ blocks }) => blocks.map(({ id }) => id));
  const className = `sheet sheet--${edition} packet`;
  const page = renderPage({ lang, title, className, marks, body });
  const measure = measureBy(styles, isFootFace);
  const feet = parts.map(({ id, foot }) =>
    partRule({ page: id, left: foot, right: title }, { edition, strings, measure }),
  );
  const html = withStyles(page, page, pageBox(edition) + feet.join('\n'), source);
  const outline = plan.parts.map((part, index) =>
    toOutlineEntry(part, parts[index]?.title ?? '', source),
  );
  return { html, title, lang, words: page, parts, outline };
}
