import { createHash } from 'node:crypto';
import { PDFHexString, PDFString } from '@cantoo/pdf-lib';
import type { Draft } from '../draft.ts';
import { newStream } from '../objects.ts';
import { put, textString } from '../values.ts';
import { type Metadata, PRODUCER, toXmp } from '../xmp.ts';

/** Writes title, language, dates and the PDF/UA mark (PDF/UA-1, 5 and 7.1) where viewers look. */
export function writeMetadata(draft: Draft, metadata: Metadata): void {
  const { context, catalog } = draft.document;
  const date = PDFString.of(`D:${metadata.date.replace(/\D/g, '')}000000Z`);
  const information = context.obj({});
  put(information, 'Title', textString(metadata.title));
  put(information, 'Creator', textString(metadata.creator));
  put(information, 'Producer', textString(PRODUCER));
  put(information, 'CreationDate', date);
  put(information, 'ModDate', date);
  context.trailerInfo.Info = context.register(information);
  const xmp = Buffer.from(toXmp(metadata), 'utf8');
  const stream = newStream(context, xmp, { Type: 'Metadata', Subtype: 'XML' }, false);
  put(catalog, 'Metadata', context.register(stream));
  put(catalog, 'Lang', textString(metadata.lang));
  put(catalog, 'ViewerPreferences', context.obj({ DisplayDocTitle: true, PrintScaling: 'None' }));
  put(catalog, 'MarkInfo', context.obj({ Marked: true }));
}

/** Names the file by what is in it, so that the same content is the same file. */
export function writeFileId(draft: Draft, metadata: Metadata, paper: string): void {
  const hash = createHash('md5').update(JSON.stringify([metadata, paper]));
  for (const { stream } of draft.pages) hash.update(stream);
  const id = PDFHexString.of(hash.digest('hex').toUpperCase());
  draft.document.context.trailerInfo.ID = draft.document.context.obj([id, id]);
}
