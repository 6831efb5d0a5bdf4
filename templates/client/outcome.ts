/** A sentence that tells how something went. */
export function paragraph(text: string): HTMLElement {
  const made = document.createElement('p');
  made.textContent = text;
  return made;
}

/** A list of such. */
export function list(items: HTMLElement[]): HTMLElement {
  const made = document.createElement('ul');
  made.append(
    ...items.map((item) => {
      const entry = document.createElement('li');
      entry.append(item);
      return entry;
    }),
  );
  return made;
}
