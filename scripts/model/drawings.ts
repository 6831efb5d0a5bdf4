import { drawCycle } from './cycle.ts';
import { drawLadder } from './ladder.ts';
import { drawTimeline } from './timeline.ts';
import { drawWheel } from './wheel.ts';

/** What templates ask for by the kind of a field, the same on paper and on the page. */
export const DRAWINGS = {
  wheel: drawWheel,
  timeline: drawTimeline,
  ladder: drawLadder,
  cycle: drawCycle,
};
