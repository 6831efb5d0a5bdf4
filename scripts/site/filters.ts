import type { Environment } from 'nunjucks';
import type { Site } from '../model/library.ts';
import { fillString } from '../model/text.ts';

/** An address inside the site as a page writes it: under the path the site lives at. */
export function toHref(site: Pick<Site, 'pathPrefix'>, path: string): string {
  return site.pathPrefix.replace(/\/$/, '') + path;
}

/** Gives the templates `href` for every internal address and `fill` for strings with gaps. */
export function addFilters(environment: Environment, site: Pick<Site, 'pathPrefix'>): void {
  environment.addFilter('href', (path: string) => toHref(site, path));
  environment.addFilter('fill', fillString);
}
