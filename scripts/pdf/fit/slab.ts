/** How a page may begin with a slab. */
export type SlabStart =
  /** At will. */
  | 'free'
  /** Never: it belongs to the slab before it. */
  | 'bound'
  /** Inside a paragraph: only the browser breaks there, and only where the next line does not fit. */
  | 'flowing';

/** What a slab is to its neighbours: a heading begins something, running text goes on. */
export type SlabKind = 'heading' | 'prose' | 'other';

/** A piece of a sheet that no page break may cut; heights are CSS pixels from the top of the sheet. */
export type Slab = {
  /** Id of the block that it is in. */
  block: string;
  kind: SlabKind;
  topPx: number;
  bottomPx: number;
  start: SlabStart;
  /** Height of what the browser repeats above it on a new page: the head of its table. */
  headPx: number;
  /** Fields in it whose room may grow, by their ids. */
  stretch: string[];
};

/** What the printing browser says of a sheet before it is cut into pages. */
export type SheetMeasure = {
  /** The slabs in reading order. */
  slabs: readonly Slab[];
  /** Distance of ruled lines. */
  pitchPx: number;
  /** Sides that are a page of their own, after all that flows. */
  leafSides: number;
};

/** What is done to a sheet so that the browser breaks it as planned. */
export type SheetChanges = {
  /** Numbers of the slabs that begin a page. */
  starts: number[];
  /** Ruled lines that a field's room grows by, by its id. */
  growth: Record<string, number>;
  /** Whether an empty side stands before the first side of its own, which has to be a right-hand page. */
  filler: boolean;
  /** Whether an empty page stands behind it, so that the next part begins a leaf. */
  blank: boolean;
};

/** What is done to all parts of a document, and the pages that its parts begin on, by their ids. */
export type DocumentChanges = { parts: SheetChanges[]; numbers: Record<string, number> };
