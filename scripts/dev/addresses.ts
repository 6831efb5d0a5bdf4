/** Where the server keeps what is its own and no page of a site. */
export const OWN = '/.dev/';
/** What makes a page follow changes. */
export const LIVE_SCRIPT = `${OWN}live.js`;
/** How the overlay and the preview look. */
export const LIVE_STYLE = `${OWN}live.css`;
/** The stream of states of one page. */
export const LIVE_EVENTS = `${OWN}events`;
/** The state of one page, once. */
export const LIVE_STATE = `${OWN}state`;
/** Pictures of printed pages. */
export const PICTURES = `${OWN}pictures/`;
