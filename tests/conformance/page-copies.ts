import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { fillPdf } from '../../templates/client/pdf-answers/fill-pdf.ts';
import { formOf, listFields, stateOf } from '../../templates/client/pdf-answers/form-fields.ts';
import { readPdf } from '../../templates/client/pdf-answers/read-pdf.ts';
import type { Findings, Subject } from './checks.ts';

/** Fills a file as its page does, every field of it, and saves the copy. */
async function fillAsPage(subject: Subject, copy: string): Promise<Findings> {
  const bytes = await readFile(subject.path);
  const form = formOf(await PDFDocument.load(bytes));
  const answers = new Map(
    (form ? listFields(form) : []).map(({ name, kind, widgets }, index): [string, string] => {
      const states = widgets.map(stateOf);
      const state = states[index % states.length] ?? '';
      return [name, kind === 'Btn' ? state : `Żoë “${index}”\nand more`];
    }),
  );
  const filled = await fillPdf(bytes, answers);
  await writeFile(copy, filled.bytes);
  const back = await readPdf(filled.bytes);
  const lost = [...answers.keys()].filter(
    (name) => !back.ok || back.answers.get(name) !== answers.get(name),
  );
  const missing = subject.names.filter((name) => !answers.has(name));
  return [...lost, ...missing].map((name) => `${subject.path}: ${name} is not in the copy`);
}

/** The copies that the pages of sheets make with answers in them, and what is lost in them. */
export async function makePageCopies(
  subjects: readonly Subject[],
  scratch: string,
): Promise<{ copies: string[]; findings: Findings }> {
  const copies: string[] = [];
  const findings: Findings = [];
  for (const [index, subject] of subjects.entries()) {
    const copy = path.join(scratch, `page-${index}.pdf`);
    findings.push(...(await fillAsPage(subject, copy)));
    copies.push(copy);
  }
  return { copies, findings };
}
