import type { Draft } from '../draft.ts';
import { reachable } from '../objects.ts';

/** Deletes every object that the passes cut off. */
export function collectGarbage({ document: { context } }: Draft): void {
  const live = new Set<string>();
  for (const start of [context.trailerInfo.Root, context.trailerInfo.Info]) {
    for (const ref of reachable(context, start)) live.add(ref.tag);
  }
  for (const [ref] of context.enumerateIndirectObjects())
    if (!live.has(ref.tag)) context.delete(ref);
}
