/** A sheet that can be chosen for a packet, as its page brings it for the script. */
export type BuilderSheet = {
  /** What its files and its fields are named after: "16"; a private sheet has a letter. */
  stem: string;
  title: string;
  numberLabel: string;
  href: string;
  /** Who, and how long. */
  details: string[];
  /** A private sheet is never bound. */
  isPrivate: boolean;
  /** Whether there are fields in its files, and with them the font to type in. */
  hasFields: boolean;
  /** One for each who fills it in. */
  copies: number;
  /** Stems of the sheets that come before. */
  requires: string[];
  files: { href: string; paper: string; edition: string; pages: number }[];
};

/** What the page where readers make a packet brings for its script. */
export type BuilderData = {
  sheets: BuilderSheet[];
  /** Words that the script fills in. */
  words: Record<string, string>;
  lang: string;
};
