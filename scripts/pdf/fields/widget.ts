/** A box to type in. */
export type TextWidget = {
  kind: 'text';
  name: string;
  /** What a screen reader says: the label, and the hint that belongs to it. */
  label: string;
  /** Ruled lines the box lies on; what is typed covers them. */
  rows?: number;
  /** Whether it holds more than one line. */
  multiline: boolean;
  /** Whether what is typed stands in its middle: a number in a small box. */
  centered?: boolean;
};

/** A box to tick. */
export type CheckWidget = { kind: 'check'; name: string; label: string };

/** Buttons of which one is chosen; each is known by the state that it gives the group. */
export type RadioWidget = {
  kind: 'radio';
  name: string;
  label: string;
  choices: { state: string; label: string }[];
};

/** What one PDF form field is, before it has a place on a page. */
export type Widget = TextWidget | CheckWidget | RadioWidget;
