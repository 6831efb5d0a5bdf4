import { PDFHexString, PDFString } from '@cantoo/pdf-lib';
import { put, textString } from '../../../scripts/pdf/values.ts';
import { type Metadata, PRODUCER, toXmp } from '../../../scripts/pdf/xmp.ts';
import { entryIn, hexOf, toDict, toWords } from '../pdf-answers/pdf-values.ts';
import type { Binding } from './binding.ts';
import type { SourceSheet } from './source-sheet.ts';

const BYTES_OF_ID = 16;

/** What the sheets say of when and by what they were made; nobody is told when they were bound. */
export function readOrigin({ context, catalog }: SourceSheet): Pick<Metadata, 'date' | 'creator'> {
  const facts = toDict(catalog, context.trailerInfo.Info);
  const said = (key: string) => (facts ? (toWords(context.lookup(entryIn(facts, key))) ?? '') : '');
  const [, year = '1970', month = '01', day = '01'] =
    /^D:(\d{4})(\d\d)(\d\d)/.exec(said('CreationDate')) ?? [];
  return { date: `${year}-${month}-${day}`, creator: said('Creator') };
}

/** Writes title, language, dates and the mark of PDF/UA where viewers look for them. */
export function describeFile({ document }: Binding, metadata: Metadata): void {
  const { context, catalog } = document;
  const { title, lang, date, creator } = metadata;
  const when = PDFString.of(`D:${date.replace(/\D/g, '')}000000Z`);
  const facts = context.obj({});
  put(facts, 'Title', textString(title));
  put(facts, 'Creator', textString(creator));
  put(facts, 'Producer', textString(PRODUCER));
  put(facts, 'CreationDate', when);
  put(facts, 'ModDate', when);
  context.trailerInfo.Info = context.register(facts);
  const xmp = new TextEncoder().encode(toXmp(metadata));
  const stream = context.stream(xmp, { Type: 'Metadata', Subtype: 'XML' });
  put(catalog, 'Metadata', context.register(stream));
  put(catalog, 'Lang', textString(lang));
  put(catalog, 'ViewerPreferences', context.obj({ DisplayDocTitle: true, PrintScaling: 'None' }));
  put(catalog, 'MarkInfo', context.obj({ Marked: true }));
  const id = PDFHexString.of(hexOf(crypto.getRandomValues(new Uint8Array(BYTES_OF_ID))));
  context.trailerInfo.ID = context.obj([id, id]);
}
