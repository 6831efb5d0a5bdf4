import { PDFCrossRefStream } from '@cantoo/pdf-lib';

type Entry = { ref: { objectNumber: number } };
type Entries = { entries: Entry[]; appendEntry(entry: Entry): void };

/**
 * The library looks for the place of each entry of the table of objects from its beginning, though
 * all come in order: twice the objects take four times as long, and a packet has ten thousand. Here
 * one that belongs at the end is put there at once (seen in @cantoo/pdf-lib 2.11.1).
 */
export function appendInOrder(): void {
  const table = PDFCrossRefStream.prototype as unknown as Entries;
  const search = table.appendEntry;
  table.appendEntry = function append(this: Entries, entry) {
    const last = this.entries.at(-1);
    if (last && last.ref.objectNumber > entry.ref.objectNumber) search.call(this, entry);
    else this.entries.push(entry);
  };
}
