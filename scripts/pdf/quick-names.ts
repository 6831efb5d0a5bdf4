import { PDFName, PDFRef } from '@cantoo/pdf-lib';

/**
 * The library keeps one object for each name and each reference, but spells the name out anew
 * whenever it is asked for: a quarter of the time that reading and finishing took. There are few
 * names, and they never change, so they are spelled once (seen in @cantoo/pdf-lib 2.11.1).
 */
export function rememberNames(): void {
  const names = new Map<string, PDFName>();
  const spellName = PDFName.of;
  PDFName.of = (name) => {
    const known = names.get(name);
    if (known) return known;
    const made = spellName(name);
    names.set(name, made);
    return made;
  };
  const texts = new WeakMap<PDFName, string>();
  const spellText = PDFName.prototype.decodeText;
  PDFName.prototype.decodeText = function decodeText(this: PDFName) {
    const known = texts.get(this);
    if (known !== undefined) return known;
    const text = spellText.call(this);
    texts.set(this, text);
    return text;
  };
  const refs = new Map<number, PDFRef>();
  const spellRef = PDFRef.of;
  PDFRef.of = (number, generation = 0) => {
    if (generation !== 0) return spellRef(number, generation);
    const known = refs.get(number);
    if (known) return known;
    const made = spellRef(number);
    refs.set(number, made);
    return made;
  };
}
