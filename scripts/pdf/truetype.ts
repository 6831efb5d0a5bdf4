/** Length of the header and of a table's entry in it, in bytes (OpenType, "Organization of an OpenType Font"). */
const HEADER = 12;
const ENTRY = 16;
/** Places in the table "head". */
const HEAD = { adjustment: 8, unitsPerEm: 18 };
/** What the sums of a whole file and its adjustment come to. */
const MAGIC = 0xb1b0afba;

type Table = { entry: number; offset: number; length: number };

function findTable(font: Buffer, tag: string): Table {
  const count = font.readUInt16BE(4);
  for (let index = 0; index < count; index++) {
    const entry = HEADER + index * ENTRY;
    if (font.toString('latin1', entry, entry + 4) !== tag) continue;
    return { entry, offset: font.readUInt32BE(entry + 8), length: font.readUInt32BE(entry + 12) };
  }
  throw new TypeError(`expected a TrueType font with a table "${tag}", found none`);
}

/** Sum of a stretch as numbers of 32 bits, the last one filled up with zeros. */
function checksum(font: Buffer, from: number, length: number): number {
  const padded = Buffer.alloc(Math.ceil(length / 4) * 4);
  font.copy(padded, 0, from, from + length);
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}

/**
 * The same font with letters that many times larger at every size: its em has fewer units. Nothing
 * else is touched, so the letters themselves are the same to the last point.
 */
export function enlarge(font: Buffer, times: number): Buffer {
  const larger = Buffer.from(font);
  const { entry, offset, length } = findTable(larger, 'head');
  const units = larger.readUInt16BE(offset + HEAD.unitsPerEm);
  larger.writeUInt16BE(Math.round(units / times), offset + HEAD.unitsPerEm);
  larger.writeUInt32BE(0, offset + HEAD.adjustment);
  larger.writeUInt32BE(checksum(larger, offset, length), entry + 4);
  const adjustment = (MAGIC - checksum(larger, 0, larger.length)) >>> 0;
  larger.writeUInt32BE(adjustment, offset + HEAD.adjustment);
  return larger;
}
