import type { Galley } from '../../../scripts/pdf/fit/plan-pages.ts';
import type { Slab } from '../../../scripts/pdf/fit/slab.ts';

export const PX_PER_MM = 96 / 25.4;

/** A slab as a test writes it: its height in mm, and what is special about it. */
export type Piece = Partial<Omit<Slab, 'topPx' | 'bottomPx'>> & { mm: number; gapMm?: number };

/** Pieces below each other, each a block of its own unless it says otherwise. */
export function galleyOf(...pieces: (number | Piece)[]): Galley {
  let at = 0;
  const slabs = pieces.map((piece, index): Slab => {
    const { mm, gapMm = 0, ...rest } = typeof piece === 'number' ? { mm: piece } : piece;
    const topPx = at + gapMm * PX_PER_MM;
    const bottomPx = topPx + mm * PX_PER_MM;
    at = bottomPx;
    const plain = { kind: 'other', start: 'free', headPx: 0, stretch: [] } as const;
    return { ...plain, stretch: [], block: `b${index}`, ...rest, topPx, bottomPx };
  });
  return { slabs, pitchPx: 9 * PX_PER_MM };
}
