declare module 'subset-font' {
  type Options = { targetFormat: 'woff2'; keepFeatures: readonly string[] };
  /** The font with the glyphs of some letters, and some of its features, alone. */
  export default function subsetFont(
    font: Uint8Array,
    letters: string,
    options: Options,
  ): Promise<Buffer>;
}
