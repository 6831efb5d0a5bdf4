/** What the worker tells a page while it copies: how far it is, and how it ended. */
export type FillReport = { done: number; total: number } | 'whole' | 'failed';

/** What the copy of the site is called in the browser, which may hold those of other sites too. */
export function copyName(root: string): string {
  return `offline:${root}`;
}
