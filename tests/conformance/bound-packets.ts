import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { loadDefaultStrings } from '../../scripts/content/load.ts';
import type { EditionName, PaperName } from '../../scripts/model/edition.ts';
import type { Manifest, SheetFile } from '../../scripts/model/manifest.ts';
import { bindOrThrow, toOrder } from '../client/bound-files.ts';
import { readPdf } from '../pdf/open-pdf.ts';
import type { Subject } from './checks.ts';

type Sheet = Manifest['worksheets'][number];

/** What is bound here as a reader would: five sheets, and some in large print that come twice. */
const KINDS: { sheets: number; copies: number; paper: PaperName; edition: EditionName }[] = [
  { sheets: 5, copies: 1, paper: 'a4', edition: 'standard' },
  { sheets: 8, copies: 2, paper: 'letter', edition: 'large' },
];

const fileOf = (sheet: Sheet, paper: PaperName, edition: EditionName): SheetFile | undefined =>
  sheet.files.find((file) => file.paper === paper && file.edition === edition);
const stemOf = (file: SheetFile) => /sheet-(\w+)-/.exec(file.path)?.[1] ?? '';

/** Binds sheets of a build as the page for it does. Packets that a build has no sheets for are left out. */
export async function bindSubjects(
  manifest: Manifest,
  out: string,
  scratch: string,
): Promise<Subject[]> {
  const strings = await loadDefaultStrings();
  const subjects: Subject[] = [];
  for (const { sheets: most, copies, paper, edition } of KINDS) {
    const chosen = manifest.worksheets.flatMap((sheet) => {
      const file = fileOf(sheet, paper, edition);
      return file && !sheet.private && sheet.lang === 'en' ? [{ sheet, file }] : [];
    });
    const items = await Promise.all(
      chosen.slice(0, most).map(async ({ sheet, file }) => ({
        stem: stemOf(file),
        title: sheet.title,
        number: `Sheet ${sheet.number}`,
        details: [`${sheet.minutes} minutes`],
        copies,
        bytes: await readFile(path.join(out, file.path)),
      })),
    );
    if (items.length === 0) continue;
    const practice = 'Praxis “Zoë” – 2';
    const isLarge = edition === 'large';
    const order = toOrder({ strings, lang: 'en' }, [{ apart: true }, ...items], {
      practice,
      isLarge,
      paperName: paper,
    });
    const bytes = await bindOrThrow(order);
    const target = path.join(scratch, `bound-${items.length}-${paper}-${edition}.pdf`);
    await writeFile(target, bytes);
    const names = chosen
      .slice(0, most)
      .flatMap(({ sheet, file }) =>
        ['a', 'b']
          .slice(0, copies)
          .flatMap((letter) =>
            sheet.fields.flatMap((field) =>
              field.names.map((name) => `s${stemOf(file)}${letter}-${name}`),
            ),
          ),
      );
    const pages = (await readPdf(bytes)).pages.length;
    const file = { path: target, paper, edition, pages, bytes: bytes.length, sha256: '' };
    subjects.push({ path: target, title: order.title, lang: 'en', names, isPacket: true, file });
  }
  return subjects;
}
