/**
 * Asks at once for the letters that somebody may type, on pages with room for words: nothing is to
 * be asked for while one types. Some browsers ask for a face again in spite of what they have.
 */
export function loadTypedLetters(): void {
  if (!document.querySelector('input, textarea')) return;
  document.fonts.load('1em "Typed"', 'a0').catch(() => {
    // Then the letters of the device do.
  });
}
