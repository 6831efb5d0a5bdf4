import { hintNearest } from '../markdown/nearest.ts';
import type { Helplines } from '../model/library.ts';
import type { Position, Problem } from '../model/problem.ts';

/** `helplines.yml` as it was read; no value where there is no file, or one with problems. */
export type ReadHelplines = {
  value?: Pick<Helplines, 'groups' | 'lines'>;
  values: Record<string, Position>;
  file: string;
};

/** The helplines of a folder; without a file there are none. */
export function toHelplines({ value, values, file }: ReadHelplines): Helplines {
  return { groups: value?.groups ?? [], lines: value?.lines ?? [], file, positions: values };
}

/** Every line belongs to a group that is there. */
export function checkHelplines({ groups, lines, file, positions }: Helplines): Problem[] {
  const ids = groups.map(({ id }) => id);
  return lines.flatMap(({ group }, index) => {
    if (ids.includes(group)) return [];
    const at = positions[`/lines/${index}/group`] ?? { line: 1, column: 1 };
    const message = `lines[${index + 1}].group: there is no group "${group}"`;
    return [{ file, line: at.line, column: at.column, message, hint: hintNearest(group, ids) }];
  });
}
