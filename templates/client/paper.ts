/** Countries and territories whose printers hold US Letter. */
const LETTER = new Set(
  'AG BB BS BZ CA CL CO CR DO GT HN JM MX NI PA PH PR SV TT US VE VI GU AS'.split(' '),
);

/** The region of the first language that names one, or the one that the language is most used in. */
function findRegion(languages: readonly string[]): string | undefined {
  for (const language of languages) {
    try {
      const locale = new Intl.Locale(language);
      const region = locale.region ?? locale.maximize().region;
      if (region) return region;
    } catch {
      // Not a language tag that can be read; the next one may be.
    }
  }
  return undefined;
}

/** The paper that is likely in the printer; which one it is never leaves this device. */
function guessPaper(): string {
  const region = findRegion(navigator.languages);
  return region && LETTER.has(region) ? 'letter' : 'a4';
}

const paper = guessPaper();
for (const choice of document.querySelectorAll<HTMLElement>('[data-papers]')) {
  const options = [...choice.querySelectorAll<HTMLElement>('[data-paper]')];
  if (!options.some((option) => option.dataset['paper'] === paper)) continue;
  for (const option of options) option.hidden = option.dataset['paper'] !== paper;
}
for (const choice of document.querySelectorAll<HTMLSelectElement>('select[data-paper-choice]')) {
  const option = [...choice.options].find(({ dataset }) => dataset['paper'] === paper);
  if (option) choice.value = option.value;
}
