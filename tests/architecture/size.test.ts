import type { Node } from 'typescript/unstable/ast';
import { SyntaxKind } from 'typescript/unstable/ast';
import { API } from 'typescript/unstable/sync';
import { afterAll, describe, expect, it } from 'vitest';
import { filesBelow, ROOT, textOf } from './source-tree.ts';

const MOST_LINES = { file: 250, function: 50 };
const FUNCTIONS = new Set([
  SyntaxKind.FunctionDeclaration,
  SyntaxKind.FunctionExpression,
  SyntaxKind.ArrowFunction,
  SyntaxKind.MethodDeclaration,
  SyntaxKind.Constructor,
  SyntaxKind.GetAccessor,
  SyntaxKind.SetAccessor,
]);

const program = [...filesBelow('scripts'), ...filesBelow('templates/client')];
const sources = program.filter((file) => file.endsWith('.ts'));
const api = new API({ cwd: ROOT });
afterAll(() => api.close());

/** A function of a source, with its lines from the first word to the closing brace. */
type Measured = { place: string; lines: number };

function measureFunctions(file: string, root: Node): Measured[] {
  const text = textOf(file);
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  const measured: Measured[] = [];
  const visit = (node: Node): void => {
    if (FUNCTIONS.has(node.kind)) {
      const first = lineAt(node.getStart());
      measured.push({ place: `${file}:${first}`, lines: lineAt(node.end) - first + 1 });
    }
    node.forEachChild(visit);
  };
  visit(root);
  return measured;
}

function measureAll(): Measured[] {
  const config = `${ROOT}tsconfig.json`;
  const project = api.updateSnapshot({ openProjects: [config] }).getProject(config);
  return sources.flatMap((file) => {
    const source = project?.program.getSourceFile(`${ROOT}${file}`);
    if (!source) throw new Error(`${file} is not in tsconfig.json`);
    return measureFunctions(file, source);
  });
}

describe('the files of the program', () => {
  it(`have at most ${MOST_LINES.file} lines`, () => {
    const long = program
      .map((file) => ({ file, lines: textOf(file).trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > MOST_LINES.file);
    expect(long).toEqual([]);
  });
});

describe('the functions of the program', () => {
  const all = measureAll();

  it('are found by the compiler’s own parser', () => {
    expect(all.length).toBeGreaterThan(300);
  });

  it(`have at most ${MOST_LINES.function} lines`, () => {
    expect(all.filter(({ lines }) => lines > MOST_LINES.function)).toEqual([]);
  });
});
