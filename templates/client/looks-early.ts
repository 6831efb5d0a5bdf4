import { applyKeptLooks } from './looks.ts';

// Asked for before the style sheet and waited for by nothing: it is there before the first paint,
// or a moment after it.
applyKeptLooks();
