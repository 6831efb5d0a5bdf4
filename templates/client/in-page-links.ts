/** Whether a click follows its link in this tab; with a key held or another button it does not. */
function isPlain({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;
}

const withoutFragment = (address: string) => address.split('#', 1)[0];

function isToThisPage({ href, target, download }: HTMLAnchorElement): boolean {
  return !target && !download && withoutFragment(href) === withoutFragment(location.href);
}

/**
 * Lets links to a place on this page take its place in the history of the tab. Each of them would
 * else add a step, leaving would replace only the last, and Back would lead to the page left. The
 * browser itself scrolls, moves the focus and tells of the new fragment, as for any such link.
 */
export function watchInPageLinks(): void {
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || !isPlain(event) || !(event.target instanceof Element)) return;
    const link = event.target.closest('a[href]');
    if (!(link instanceof HTMLAnchorElement) || !isToThisPage(link)) return;
    event.preventDefault();
    location.replace(link.href);
  });
}
