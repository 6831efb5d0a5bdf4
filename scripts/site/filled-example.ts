import { changeBlockHtml } from '../model/block-html.ts';
import type { Worksheet } from '../model/document.ts';
import { toExampleVersion } from '../model/example-version.ts';
import { toLinkResolver } from './links.ts';
import type { Place } from './place.ts';
import type { FilledExample } from './view.ts';

/** A sheet as made-up people filled it in; nothing where it has no example. */
export function toFilledExample(
  { library, shelf }: Place,
  sheet: Worksheet,
): FilledExample | undefined {
  if (!sheet.example) return undefined;
  const { blocks } = toExampleVersion(sheet);
  // Its parts stand on the page twice: among the questions, and here.
  const apart = blocks.map((block) =>
    block.kind === 'heading' ? { ...block, id: `example-${block.id}` } : block,
  );
  return {
    about: sheet.example.about,
    blocks: changeBlockHtml(apart, toLinkResolver(library.site, shelf)),
  };
}
