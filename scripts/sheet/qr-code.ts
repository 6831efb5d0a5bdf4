import { correction, generate } from 'lean-qr';
import { type EditionName, type TypeSize, typeSizeOf } from '../model/edition.ts';

/** Empty modules that every reader needs around a code (ISO/IEC 18004, 5.3.8). */
const QUIET_ZONE = 4;
/** The smallest code, and the smallest module that a photocopy keeps; in mm. */
const SIZES: Record<TypeSize, { least: number; module: number }> = {
  standard: { least: 18, module: 0.55 },
  large: { least: 24, module: 0.58 },
};

/**
 * A QR code as one path; a module is one unit. The quiet zone belongs to it but for the right side:
 * there lies the white margin of the page, and dark modules end where the lines of the sheet end.
 */
export type QrCode = {
  width: number;
  height: number;
  /** What `height` is on paper: code and quiet zone, in mm. */
  heightMm: number;
  /** Every dark module, run by run. */
  path: string;
};

/** Draws the QR code of an address, large enough to be read from paper. */
export function drawQrCode(address: string, edition: EditionName): QrCode {
  const { M } = correction;
  const code = generate(address, { minCorrectionLevel: M, maxCorrectionLevel: M });
  const modules = code.size + 2 * QUIET_ZONE;
  const runs: string[] = [];
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) {
      if (!code.get(x, y)) continue;
      const start = x;
      while (code.get(x + 1, y)) x++;
      const length = x + 1 - start;
      runs.push(`M${start + QUIET_ZONE} ${y + QUIET_ZONE}h${length}v1h-${length}z`);
    }
  }
  const { least, module } = SIZES[typeSizeOf(edition)];
  const heightMm = Math.max(least, Math.ceil(modules * module * 10) / 10);
  return { width: modules - QUIET_ZONE, height: modules, heightMm, path: runs.join('') };
}
