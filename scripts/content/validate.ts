import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { findNearest, hintNearest } from '../markdown/nearest.ts';
import type { Position, Problem } from '../model/problem.ts';
import { NOTHING } from './choices.ts';
import article from './schema/article.schema.json' with { type: 'json' };
import companion from './schema/companion.schema.json' with { type: 'json' };
import helplines from './schema/helplines.schema.json' with { type: 'json' };
import packet from './schema/packet.schema.json' with { type: 'json' };
import page from './schema/page.schema.json' with { type: 'json' };
import rules from './schema/rules.schema.json' with { type: 'json' };
import site from './schema/site.schema.json' with { type: 'json' };
import sources from './schema/sources.schema.json' with { type: 'json' };
import vocabulary from './schema/vocabulary.schema.json' with { type: 'json' };
import worksheet from './schema/worksheet.schema.json' with { type: 'json' };
import { escapePointer, type PositionedYaml } from './yaml-positions.ts';

/** The shapes that files are held against. */
export type SchemaName =
  | 'site'
  | 'vocabulary'
  | 'sources'
  | 'helplines'
  | 'rules'
  | 'companion'
  | 'page'
  | 'packet'
  | 'article'
  | 'worksheet'
  | 'strings';

/** Holds data against a schema; gives every problem with its place. */
export type Validate = (name: SchemaName, yaml: PositionedYaml, file: string) => Problem[];

/** Our own schemas are checked once, by a test; checking them at every start took two thirds of it. */
const AJV = {
  allErrors: true,
  verbose: true,
  strict: true,
  allowUnionTypes: true,
  validateSchema: false,
  formats: { day: isDay },
} as const;

/** Whether a text is a day of the calendar, like 2026-11-22. */
function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

const NAMES: Record<string, string> = {
  'string,number': 'words or a number',
  'boolean,object': 'true, false or settings',
  'string,number,array': 'words, a number or a list',
  integer: 'a whole number',
  number: 'a number',
  string: 'words',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys and values',
};

/** A value as an author would recognise it. */
function show(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'keys and values';
  return typeof value === 'string' ? `"${value}"` : String(value);
}

/** "minutes" for "/minutes", "steps[2]" for "/steps/1". */
function showPointer(pointer: string): string {
  const steps = pointer.split('/').slice(1);
  return steps
    .map((step, i) => (/^\d+$/.test(step) ? `[${Number(step) + 1}]` : `${i ? '.' : ''}${step}`))
    .join('');
}

type Told = { message: string; hint?: string; at?: Position };

function describeLimit(error: ErrorObject): string {
  const { limit } = error.params as { limit: number };
  switch (error.keyword) {
    case 'minimum':
      return `at least ${limit}`;
    case 'maximum':
      return `at most ${limit}`;
    case 'minLength':
      return limit === 1 ? 'at least one character' : `at least ${limit} characters`;
    case 'maxLength':
      return `at most ${limit} characters`;
    case 'minItems':
      return `at least ${limit} in the list`;
    default:
      return `at most ${limit} in the list`;
  }
}

function measure(error: ErrorObject): string {
  const { data } = error;
  if (typeof data === 'string') return `${[...data].length} characters`;
  return Array.isArray(data) ? String(data.length) : show(data);
}

type Keyed = { properties?: Record<string, { description?: string }> } | undefined;

/** What a fault in the keys means, if it is one. */
function tellKey(error: ErrorObject, yaml: PositionedYaml, prefix: string): Told | undefined {
  const { instancePath: pointer, keyword, params } = error;
  const { properties = {} } = (error.parentSchema as Keyed) ?? {};
  switch (keyword) {
    case 'additionalProperties': {
      const key = String(params['additionalProperty']);
      return {
        message: `${prefix}unknown key "${key}"`,
        hint: hintNearest(key, Object.keys(properties)),
        at: yaml.keys[`${pointer}/${escapePointer(key)}`],
      };
    }
    case 'required': {
      const key = String(params['missingProperty']);
      const hint = properties[key]?.description;
      return { message: `${prefix}the key "${key}" is missing`, hint };
    }
    case 'propertyNames': {
      const key = String(params['propertyName']);
      return {
        message: `${prefix}"${key}" is not a key`,
        hint: 'Lower case letters, digits and hyphens.',
        at: yaml.keys[`${pointer}/${escapePointer(key)}`],
      };
    }
    default:
      return undefined;
  }
}

/** What a fault in a value means in an author's words. */
function tellValue(error: ErrorObject, prefix: string): Told {
  const { keyword, params, parentSchema } = error;
  const description = (parentSchema as { description?: string } | undefined)?.description;
  switch (keyword) {
    case 'type': {
      const expected = NAMES[String(params['type'])] ?? String(params['type']);
      return {
        message: `${prefix}expected ${expected}, found ${show(error.data)}`,
        hint: description,
      };
    }
    case 'enum': {
      const known = (params['allowedValues'] as string[]).filter((word) => word !== NOTHING);
      const hint =
        known.length > 0 ? hintNearest(String(error.data), known) : 'The folder names none yet.';
      return { message: `${prefix}${show(error.data)} is not known`, hint };
    }
    case 'format':
      return {
        message: `${prefix}${show(error.data)} is not a day of the calendar`,
        hint: 'Write it like 2026-11-22.',
      };
    case 'pattern':
      return {
        message: `${prefix}${show(error.data)} does not look as expected`,
        hint: description,
      };
    case 'uniqueItems':
      return { message: `${prefix}the same word stands here twice` };
    default:
      return {
        message: `${prefix}expected ${describeLimit(error)}, found ${measure(error)}`,
        hint: description,
      };
  }
}

/** Whether a missing key stands there misspelt, which is told already. */
function isMisspelt({ keyword, params, instancePath }: ErrorObject, all: ErrorObject[]): boolean {
  if (keyword !== 'required') return false;
  const missing = String(params['missingProperty']);
  return all.some(
    (other) =>
      other.keyword === 'additionalProperties' &&
      other.instancePath === instancePath &&
      findNearest(String(other.params['additionalProperty']), [missing]) === missing,
  );
}

function toProblems(check: ValidateFunction, yaml: PositionedYaml, file: string): Problem[] {
  if (check(yaml.value ?? {})) return [];
  const all = (check.errors ?? []).filter(({ propertyName }) => propertyName === undefined);
  const told = all.filter((error) => !isMisspelt(error, all));
  return told.map((error) => {
    const where = showPointer(error.instancePath);
    const prefix = where === '' ? '' : `${where}: `;
    const { message, hint, at } = tellKey(error, yaml, prefix) ?? tellValue(error, prefix);
    const place = at ?? yaml.values[error.instancePath] ?? { line: 1, column: 1 };
    const own =
      error.keyword === 'required' && error.instancePath === '' ? { line: 1, column: 1 } : place;
    return { file, ...own, message, hint };
  });
}

/** Every string key with its default, as a schema: `strings.yml` may set nothing else. */
function stringsSchema(keys: readonly string[]): object {
  const properties = Object.fromEntries(keys.map((key) => [key, { type: 'string' }]));
  return { $id: 'strings', type: 'object', additionalProperties: false, properties };
}

/** Compiles the schemas that need no vocabulary; `stringKeys` are the words a folder may set. */
export function createFolderValidator(stringKeys: readonly string[]): Validate {
  const ajv = new Ajv2020(AJV);
  const all = [site, vocabulary, sources, helplines, rules, stringsSchema(stringKeys)];
  for (const schema of all) ajv.addSchema(schema);
  return compileLazily(ajv);
}

/** Compiles the schemas of texts; `choices` holds the enums of this folder. */
export function createTextValidator(choices: object, stagesExist: boolean): Validate {
  const ajv = new Ajv2020(AJV);
  const required = stagesExist ? [...worksheet.required, 'stage'] : worksheet.required;
  const texts = [page, article, companion, packet, { ...worksheet, required }];
  for (const schema of [choices, ...texts]) ajv.addSchema(schema);
  return compileLazily(ajv);
}

function compileLazily(ajv: Ajv2020): Validate {
  return (name, yaml, file) => {
    const check = ajv.getSchema(name);
    if (!check) throw new Error(`no schema "${name}" was added to this validator`);
    return toProblems(check as ValidateFunction, yaml, file);
  };
}
