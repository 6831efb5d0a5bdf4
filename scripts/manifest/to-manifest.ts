import { createHash } from 'node:crypto';
import { fieldNames } from '../model/field-names.ts';
import { addressOf, documentPath, type Library } from '../model/library.ts';
import type { Manifest, SheetOutput } from '../model/manifest.ts';

/** The digest that a file is known by. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Says what a build left: sorted by language, then number, without timestamps, so that the same
 * input gives the same manifest. Addresses include the path prefix.
 */
export function toManifest(
  library: Library,
  outputs: readonly SheetOutput[],
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
  const worksheets = languages.flatMap(({ worksheets: all, lang }) =>
    all.flatMap((worksheet): Manifest['worksheets'] => {
      const { slug, number, title, stage, who, minutes } = worksheet;
      const output = outputs.find(
        (candidate) => candidate.lang === lang && candidate.slug === slug,
      );
      if (!output) return [];
      const url = addressOf(site, documentPath(site, worksheet));
      const fields = worksheet.fields.map((field) => ({
        id: field.id,
        kind: field.kind,
        label: field.label,
        names: worksheet.private ? [] : fieldNames(field),
      }));
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
  return { generator, articles, worksheets, packets: [] };
}
