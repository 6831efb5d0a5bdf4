import { createHash } from 'node:crypto';
import type { Worksheet } from '../model/document.ts';
import { inEdition } from '../model/editions-of.ts';
import { fieldNames } from '../model/field-names.ts';
import { addressOf, documentPath, type Library, type Strings } from '../model/library.ts';
import {
  isOutputOf,
  type Manifest,
  type Outputs,
  type PacketOutput,
  type SheetOutput,
} from '../model/manifest.ts';

/** The digest that a file is known by. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

type FieldEntry = Manifest['worksheets'][number]['fields'][number];

/** The fields of a sheet in reading order; the line for a name and a date stands in its head. */
function toFields(worksheet: Worksheet, strings: Strings): FieldEntry[] {
  const names = worksheet.nameLine ? ['name', 'date'] : [];
  const head = names.map((id): FieldEntry => {
    return { id, kind: 'blank', label: strings[`${id}Line`] ?? id, names: [id] };
  });
  const asked = worksheet.fields.map((field): FieldEntry => {
    const { id, kind, label } = field;
    return { id, kind, label, names: worksheet.private ? [] : fieldNames(field) };
  });
  return [...head, ...asked];
}

/** The program's own sheets; a file of them has the fields of its edition. */
function toSpecimen(
  { specimen }: Library,
  outputs: readonly SheetOutput[],
): Pick<Manifest, 'specimen'> {
  if (!specimen) return {};
  const printed = specimen.library.languages.flatMap(({ worksheets, strings }) =>
    worksheets.flatMap((worksheet) =>
      outputs
        .filter((output) => isOutputOf(output, worksheet))
        .map((output) => ({ worksheet, strings, ...output })),
    ),
  );
  const files = printed.flatMap(({ worksheet, strings, files: all }) => {
    const { slug, lang, title } = worksheet;
    return all.map((file) => {
      const fields = toFields(inEdition(worksheet, file.edition), strings);
      return { slug, lang, title, ...file, names: fields.flatMap(({ names }) => names) };
    });
  });
  return {
    specimen: { files, pictures: printed.map(({ slug, picture }) => ({ slug, ...picture })) },
  };
}

function toPackets(
  { site, languages }: Library,
  outputs: readonly PacketOutput[],
): Manifest['packets'] {
  return languages.flatMap(({ packets, lang }) =>
    packets.flatMap((packet) => {
      const { slug, number, title, sheets } = packet;
      const output = outputs.find((one) => one.lang === lang && one.slug === slug);
      if (!output) return [];
      const url = addressOf(site, documentPath(site, packet));
      const { files, picture } = output;
      return [{ slug, number, lang, title, url, sheets, files, picture }];
    }),
  );
}

/**
 * Says what a build left: sorted by language, then number, without timestamps, so that the same
 * input gives the same manifest. Addresses include the path prefix.
 */
export function toManifest(
  library: Library,
  { sheets: outputs, packets: bound }: Outputs,
  generator: Manifest['generator'],
): Manifest {
  const { site, languages } = library;
  const articles = languages.flatMap(({ articles: all, lang }) =>
    all.map((article) => ({
      slug: article.slug,
      lang,
      title: article.title,
      url: addressOf(site, documentPath(site, article)),
    })),
  );
  const worksheets = languages.flatMap(({ worksheets: all, lang, strings }) =>
    all.flatMap((worksheet): Manifest['worksheets'] => {
      const { slug, number, title, stage, who, minutes } = worksheet;
      const output = outputs.find((candidate) => isOutputOf(candidate, worksheet));
      if (!output) return [];
      const url = addressOf(site, documentPath(site, worksheet));
      const fields = toFields(worksheet, strings);
      const { files, picture } = output;
      return [
        {
          slug,
          number,
          lang,
          title,
          stage,
          who,
          minutes,
          url,
          private: worksheet.private,
          fields,
          files,
          picture,
        },
      ];
    }),
  );
  const packets = toPackets(library, bound);
  return { generator, articles, worksheets, packets, ...toSpecimen(library, outputs) };
}
