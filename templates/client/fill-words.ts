/** Fills the gaps of a sentence that the page brings: "{max}"; one that is not known stays. */
export function fillWords(
  template: string | undefined,
  gaps: Record<string, string | number>,
): string {
  return (template ?? '').replace(/\{(\w+)\}/g, (gap, name: string) => String(gaps[name] ?? gap));
}
