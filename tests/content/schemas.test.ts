import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { DEFAULT_VOCABULARY } from '../../scripts/content/choices.ts';

const FOLDER = new URL('../../scripts/content/schema/', import.meta.url);
const files = readdirSync(FOLDER);

type Keyed = { properties?: Record<string, { description?: string; $ref?: string }> };

describe('the schemas of the content folder', () => {
  it.each(files)('%s is a schema by its own rules', (file) => {
    const schema: unknown = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'));
    const ajv = new Ajv2020({ strict: true, formats: { day: true } });
    expect(ajv.validateSchema(schema as object), JSON.stringify(ajv.errors)).toBe(true);
  });

  it.each(files)('%s has a sentence for every key', (file) => {
    const schema = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Keyed;
    const silent = Object.entries(schema.properties ?? {})
      .filter(([, { description, $ref }]) => !description?.endsWith('.') && !$ref)
      .map(([key]) => key);
    expect(silent).toEqual([]);
  });

  it('allow the page budgets that the guide for authors tells of', () => {
    const schema = JSON.parse(readFileSync(new URL('worksheet.schema.json', FOLDER), 'utf8'));
    const { standard, large, short } = schema.properties.pages.properties;
    const [first, second, third] = [standard, large, short].map(
      ({ minimum, maximum }: { minimum: number; maximum: number }) => `${minimum} to ${maximum}`,
    );
    const guide = readFileSync('content/README.md', 'utf8');
    expect(guide).toContain(`| ${first}, ${second}, and ${third} |`);
  });

  it('have defaults for a folder without words of its own', () => {
    expect(DEFAULT_VOCABULARY.who.length).toBeGreaterThan(0);
    expect(DEFAULT_VOCABULARY.strengths.map(({ id }) => id)).toContain('moderate');
  });
});
