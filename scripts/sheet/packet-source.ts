import type { EditionName } from '../model/edition.ts';
import type { LanguageShelf, Library } from '../model/library.ts';
import type { PacketPlan } from '../model/packet-parts.ts';
import type { SheetStyles } from './stylesheet.ts';

/** What a packet is rendered from. */
export type PacketSource = {
  title: string;
  summary?: string;
  /** Whom it is for. */
  for?: string;
  /** The file that its own text stands in, for what is wrong there. */
  file: string;
  plan: PacketPlan;
  edition: EditionName;
  library: Library;
  shelf: LanguageShelf;
  styles: SheetStyles;
  /** Name of a practice, on the cover and on every sheet. */
  practice?: string;
};
