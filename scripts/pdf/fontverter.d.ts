declare module 'fontverter' {
  /** Converts a font file between its wrappers. */
  function convert(buffer: Uint8Array, to: 'truetype' | 'woff' | 'woff2' | 'sfnt'): Promise<Buffer>;
  const fontverter: { convert: typeof convert };
  export default fontverter;
}
