import { EncryptedPDFError, PDFDocument } from '@cantoo/pdf-lib';
import type { Answers } from '../answers.ts';
import { type FormField, formOf, listFields } from './form-fields.ts';
import { wordsIn } from './pdf-values.ts';

/** What a PDF that somebody opens holds. */
export type ReadPdf =
  | { ok: true; title: string; names: string[]; answers: Answers }
  | { ok: false; why: 'not-pdf' | 'locked' | 'no-fields' };

/** The answer in a field; a button's is the state it was given. */
function answerIn({ kind, dict }: FormField): string {
  const value = wordsIn(dict, 'V') ?? '';
  if (kind === 'Btn') return value === 'Off' ? '' : value;
  return value.replace(/\r\n?/g, '\n');
}

/** Reads the answers out of a PDF that was filled here or by any viewer. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  let document: PDFDocument;
  try {
    document = await PDFDocument.load(bytes, { updateMetadata: false });
  } catch (error) {
    return { ok: false, why: error instanceof EncryptedPDFError ? 'locked' : 'not-pdf' };
  }
  const form = formOf(document);
  const fields = form ? listFields(form) : [];
  if (fields.length === 0) return { ok: false, why: 'no-fields' };
  const answers: Answers = new Map();
  for (const field of fields) {
    const answer = answerIn(field);
    if (answer.trim() !== '') answers.set(field.name, answer);
  }
  return {
    ok: true,
    title: document.getTitle() ?? '',
    names: fields.map(({ name }) => name),
    answers,
  };
}
