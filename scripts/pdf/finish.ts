import {
  type EditionName,
  PAPERS,
  type PaperName,
  type TypeSize,
  typeSizeOf,
} from '../model/edition.ts';
import { appendInOrder } from './cross-references.ts';
import { loadDraft } from './draft.ts';
import type { FieldFont } from './field-font.ts';
import type { Widget } from './fields/widget.ts';
import { packByNode } from './packing.ts';
import { moveToPaper, PT_PER_MM } from './papers.ts';
import { orderAnnotations } from './passes/annotation-order.ts';
import { markArtifacts } from './passes/artifacts.ts';
import { collectGarbage } from './passes/collect-garbage.ts';
import { describeLinks } from './passes/describe-links.ts';
import { addFields } from './passes/fields.ts';
import { writeFileId, writeMetadata } from './passes/metadata.ts';
import { nestOutline, type OutlineEntry } from './passes/outline.ts';
import { type Mark, readMarks } from './passes/read-destinations.ts';
import { readPlaces } from './passes/read-places.ts';
import { demoteRepeatedHeads } from './passes/repeated-heads.ts';
import { tidyStructure } from './passes/structure.ts';
import type { Metadata } from './xmp.ts';

/** What is known of a sheet beside its print. */
export type FinishInput = {
  metadata: Metadata;
  widgets: readonly Widget[];
  font: FieldFont;
  edition: EditionName;
  /** Words of the page's links, in reading order. */
  linkWords: readonly string[];
  /** How the outline of a packet stands; that of a sheet stays as its headings are. */
  outline?: readonly OutlineEntry[];
};

/** A finished sheet: a file for each paper, and where its marked places were printed. */
export type FinishedSheet = {
  files: { paper: PaperName; bytes: Uint8Array }[];
  marks: Map<string, Mark>;
};

appendInOrder();
packByNode();

/** Size of an edition's text, as the stylesheet has it, in pt. */
const TEXT_PT: Record<TypeSize, number> = { standard: 12, large: 18 };

/**
 * Turns what the browser printed into tagged, fillable, titled, reproducible PDF/UA-1 files, one
 * for each paper. The passes stand in the order in which they depend on each other.
 */
export async function finish(printed: Uint8Array, input: FinishInput): Promise<FinishedSheet> {
  const draft = await loadDraft(printed);
  const [printPaper] = PAPERS;
  const leftPt = printPaper.marginLeft * PT_PER_MM;
  const marks = readMarks(draft, { leftPt, topPt: printPaper.marginTop * PT_PER_MM });
  readPlaces(draft);
  demoteRepeatedHeads(draft);
  tidyStructure(draft);
  describeLinks(draft, input.linkWords);
  orderAnnotations(draft);
  markArtifacts(draft);
  addFields(draft, {
    widgets: input.widgets,
    font: input.font,
    textPt: TEXT_PT[typeSizeOf(input.edition)],
  });
  writeMetadata(draft, input.metadata);
  if (input.outline) nestOutline(draft, input.outline);
  collectGarbage(draft);
  const files: FinishedSheet['files'] = [];
  let standsOn = printPaper;
  for (const paper of PAPERS) {
    moveToPaper(draft, standsOn, paper);
    standsOn = paper;
    writeFileId(draft, input.metadata, `${paper.name} ${input.edition}`);
    const bytes = await draft.document.save({
      useObjectStreams: true,
      addDefaultPage: false,
      updateFieldAppearances: false,
      objectsPerTick: Number.POSITIVE_INFINITY,
    });
    files.push({ paper: paper.name, bytes });
  }
  return { files, marks };
}
