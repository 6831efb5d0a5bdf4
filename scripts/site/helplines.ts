import type { Helpline } from '../model/library.ts';
import { say } from '../model/text.ts';
import { formatDate, formatMonth } from './format.ts';
import type { Place } from './place.ts';
import type { HelplineGroup, HelplinesView, HelplineView } from './view.ts';

/** What was done to make sure of an entry: "Gathered November 2026, not called by us." */
function toDateLine({ t, shelf }: Place, { gathered, called }: Helpline): string {
  if (called) return say(t, 'calledLine', { date: formatDate(called, shelf.lang) });
  return say(t, 'gatheredLine', { month: formatMonth(gathered, shelf.lang) });
}

function toHelpline(line: Helpline, date: string | undefined): HelplineView {
  const { name, note, url, phone } = line;
  const host = new URL(url).host.replace(/^www\./, '');
  const tel = phone && { label: phone, href: `tel:${phone.replace(/[^\d+]/g, '')}` };
  return { name, note, url, host, phone: tel || undefined, date };
}

/** Lines under the places they are for, in the order in which the places first come. */
function toPlaces(lines: readonly Helpline[], date: (line: Helpline) => string | undefined) {
  const labels = [...new Set(lines.map(({ place }) => place))];
  return labels.map((label) => ({
    label,
    lines: lines.filter(({ place }) => place === label).map((line) => toHelpline(line, date(line))),
  }));
}

/** The helplines of the folder; what is true of all of them is said once, the rest line by line. */
export function toHelplines(place: Place): HelplinesView | undefined {
  const { groups, lines } = place.library.helplines;
  if (lines.length === 0) return undefined;
  const [first] = lines;
  const isSame = lines.every(
    (line) => toDateLine(place, line) === (first && toDateLine(place, first)),
  );
  const month = first && !first.called && formatMonth(first.gathered, place.shelf.lang);
  const note = isSame && month ? say(place.t, 'gatheredAll', { month }) : undefined;
  const date = (line: Helpline) => (note ? undefined : toDateLine(place, line));
  return {
    note,
    groups: groups.flatMap(({ id, label, lead }): HelplineGroup[] => {
      const own = lines.filter(({ group }) => group === id);
      return own.length > 0 ? [{ id, label, lead, places: toPlaces(own, date) }] : [];
    }),
  };
}
