/** Fills `{name}` in one of the program's own sentences; an unknown name is a mistake of ours. */
export function fillString(template: string, values: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined)
      throw new Error(`"${template}" asks for {${name}}, which is not given`);
    return String(value);
  });
}

/** One of the program's own strings, filled in; a key that is missing is a mistake of ours. */
export function say(
  t: Readonly<Record<string, string>>,
  key: string,
  values: Record<string, string | number> = {},
): string {
  const template = t[key];
  if (template === undefined) throw new Error(`strings.yml has no "${key}"`);
  return fillString(template, values);
}

/** Words as HTML: between tags, or inside a quoted attribute. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '"': '&quot;',
    '<': '&lt;',
    '>': '&gt;',
  };
  return text.replace(/[&"<>]/g, (character) => entities[character] ?? character);
}

/** Replaces every `href="slug:…"` of finished HTML by the address that `resolve` gives for it. */
export function resolveSlugLinks(
  html: string,
  resolve: (slug: string, fragment: string | undefined) => string,
): string {
  return html.replace(
    /href="slug:([^"#]*)(?:#([^"]*))?"/g,
    (_, slug: string, fragment?: string) => {
      return `href="${escapeHtml(resolve(slug, fragment))}"`;
    },
  );
}

/** A word for an id or an address: lower case letters, digits and single hyphens. */
export function slugify(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[’'“”"]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** Words that end as a sentence does, also inside quotation marks. */
const ENDED = /[.?!:…]”?$/;

/** Two pieces of a label as one: "What do I feel? sad", "Small promises: Whose, 3". */
export function joinLabel(label: string, part: string): string {
  return ENDED.test(label) ? `${label} ${part}` : `${label}: ${part}`;
}

/** A label and the hint that belongs to it, one sentence after the other. */
export function labelWithHint(label: string, hint: string | undefined): string {
  if (!hint) return label;
  return ENDED.test(label) ? `${label} ${hint}` : `${label}. ${hint}`;
}
