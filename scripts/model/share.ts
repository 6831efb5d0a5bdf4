import type { Site } from './library.ts';

/** The picture that goes with a link to the site: where it stands, and how large it is. */
export const SHARE_PICTURE = { path: 'preview.png', widthPx: 1200, heightPx: 630 };

/** What others see where somebody shares a link: no page is named, so that no link tells a topic. */
export function previewWords({ preview, name }: Pick<Site, 'preview' | 'name'>): {
  title: string;
  text?: string;
} {
  return { title: preview?.title ?? name, text: preview?.text };
}

/** The card of a shared link; every page of a site has the same. */
export type Preview = {
  title: string;
  text?: string;
  url: string;
  picture: { href: string; widthPx: number; heightPx: number };
};
