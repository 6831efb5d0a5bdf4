import { createHash } from 'node:crypto';
import { PDFHexString, PDFString } from '@cantoo/pdf-lib';
import type { Draft } from '../draft.ts';
import { newStream, put, textString } from '../objects.ts';

/** What a file says of itself. */
export type Metadata = {
  title: string;
  /** BCP 47 tag. */
  lang: string;
  /** ISO date of the edition; the time of the build would make every build another file. */
  date: string;
  creator: string;
};

const PRODUCER = 'Skia/PDF';
const escapeXml = (text: string) =>
  text.replace(
    /[&<>]/g,
    (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? character,
  );

function xmpPacket({ title, lang, date, creator }: Metadata): string {
  const when = `${date}T00:00:00Z`;
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>${escapeXml(lang)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>${escapeXml(creator)}</xmp:CreatorTool>
<xmp:CreateDate>${when}</xmp:CreateDate><xmp:ModifyDate>${when}</xmp:ModifyDate><xmp:MetadataDate>${when}</xmp:MetadataDate>
<pdf:Producer>${PRODUCER}</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
}

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
  const xmp = Buffer.from(xmpPacket(metadata), 'utf8');
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
