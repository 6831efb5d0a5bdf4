const WORDS = 'When the light goes out I notice that my shoulders are tight and I get up'.split(
  ' ',
);

/** An answer of so many letters and spaces. Its words are numbered, so that none can stand for another. */
export function longAnswer(letters: number): string {
  let text = '';
  for (let index = 0; text.length < letters; index++) {
    text += `${WORDS[index % WORDS.length]}${index} `;
  }
  return `${text.slice(0, letters - 1)}.`;
}

/** The words of an answer that a page does not show. */
export function wordsNotIn(page: string, answer: string): string[] {
  const shown = new Set(page.split(/\s+/));
  return answer.split(/\s+/).filter((word) => word !== '' && !shown.has(word));
}
