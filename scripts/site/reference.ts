import { changeBlockHtml } from '../model/block-html.ts';
import { addressOf, REFERENCE_PATH, type Specimen } from '../model/library.ts';
import { say } from '../model/text.ts';
import { toPrints } from './download.ts';
import { toFrame } from './frame.ts';
import { toLinkResolver } from './links.ts';
import type { ReferenceView } from './page-view.ts';
import type { Place } from './place.ts';
import type { FindOutput } from './print-set.ts';
import type { ExampleView, PartLink, SpecimenFiles } from './view.ts';

/** What was printed of the program's own sheets; nothing while somebody writes. */
function toFiles(
  place: Place,
  { library }: Specimen,
  findOutput: FindOutput,
): SpecimenFiles['sheets'] {
  const { site } = place.library;
  const sheets = library.languages.flatMap(({ worksheets }) => worksheets);
  return sheets.flatMap((sheet) => {
    const output = findOutput(sheet);
    if (!output) return [];
    const { path, widthPx, heightPx } = output.picture;
    const { title, purpose } = sheet;
    const picture = { href: addressOf(site, `/${path}`), widthPx, heightPx };
    return [{ title, purpose, picture, prints: toPrints(place, sheet, output) }];
  });
}

function toExamples({ library, t }: Place, specimen: Specimen): ExampleView[] {
  const [shelf] = specimen.library.languages;
  if (!shelf) return [];
  const resolve = toLinkResolver(library.site, shelf);
  const counts = new Map<string, number>();
  return specimen.examples.map(({ kind, markdown, block }) => {
    const number = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, number);
    return {
      id: `page_${kind}-${number}`,
      kind,
      title: say(t, 'referenceExample', { kind, number }),
      markdown,
      blocks: changeBlockHtml([block], resolve),
      lang: shelf.lang,
    };
  });
}

/** The page for authors: every field as it is written, and as it stands on a page. */
export function toReference(place: Place, findOutput: FindOutput): ReferenceView[] {
  const { specimen } = place.library;
  if (!specimen) return [];
  const { t } = place;
  const examples = toExamples(place, specimen);
  const firsts = examples.filter(
    ({ kind }, index) => examples.findIndex((one) => one.kind === kind) === index,
  );
  const contents = firsts.map(({ kind, id }): PartLink => ({ label: kind, id }));
  return [
    {
      ...toFrame(place, {
        path: REFERENCE_PATH,
        title: say(t, 'referenceTitle'),
        isUnlisted: true,
      }),
      lead: say(t, 'referenceLead'),
      specimen: {
        id: 'page_files',
        title: say(t, 'referenceFiles'),
        sheets: toFiles(place, specimen, findOutput),
      },
      contents,
      examples,
    },
  ];
}
