/** A file in a ZIP: what is known of it before its content is read. */
export interface ZipEntry {
  readonly name: string;
  readonly size: number;
  /** CRC-32 of the content. */
  readonly crc: number;
  readonly modifiedAt: Date;
}

const localBytes = 30;
const centralBytes = 46;
const endBytes = 22;
const end64Bytes = 56 + 20;
/** Larger numbers do not fit where they stood before ZIP64. */
const most16 = 0xffff;
const most32 = 0xffffffff;
/** Names are UTF-8. */
const flags = 0x0800;
const [version, version64] = [20, 45];

/** Days and times of a ZIP have two seconds, and no time zone: it is UTC here. */
function stampOf(at: Date): { readonly time: number; readonly day: number } {
  return {
    time: (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
    day: ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
  };
}

/** What the two headers of an entry have in common, at a place. */
function writeCommon(to: Buffer, at: number, { size, crc, modifiedAt, name }: ZipEntry): void {
  const { time, day } = stampOf(modifiedAt);
  to.writeUInt16LE(flags, at);
  to.writeUInt16LE(0, at + 2);
  to.writeUInt16LE(time, at + 4);
  to.writeUInt16LE(day, at + 6);
  to.writeUInt32LE(crc, at + 8);
  to.writeUInt32LE(size, at + 12);
  to.writeUInt32LE(size, at + 16);
  to.writeUInt16LE(Buffer.byteLength(name), at + 20);
}

/** What stands before the content of an entry. */
export function localHeader(entry: ZipEntry): Buffer {
  const header = Buffer.alloc(localBytes);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(version, 4);
  writeCommon(header, 6, entry);
  return Buffer.concat([header, Buffer.from(entry.name)]);
}

function centralHeader(entry: ZipEntry, offset: number): Buffer {
  const far = offset >= most32;
  const header = Buffer.alloc(centralBytes);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(far ? version64 : version, 4);
  header.writeUInt16LE(far ? version64 : version, 6);
  writeCommon(header, 8, entry);
  header.writeUInt16LE(far ? 12 : 0, 30);
  header.writeUInt32LE(far ? most32 : offset, 42);
  const place = Buffer.alloc(far ? 12 : 0);
  if (far) {
    place.writeUInt16LE(0x0001, 0);
    place.writeUInt16LE(8, 2);
    place.writeBigUInt64LE(BigInt(offset), 4);
  }
  return Buffer.concat([header, Buffer.from(entry.name), place]);
}

function end64(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(end64Bytes);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE(version64, 12);
  end.writeUInt16LE(version64, 14);
  end.writeBigUInt64LE(BigInt(count), 24);
  end.writeBigUInt64LE(BigInt(count), 32);
  end.writeBigUInt64LE(BigInt(size), 40);
  end.writeBigUInt64LE(BigInt(offset), 48);
  end.writeUInt32LE(0x07064b50, 56);
  end.writeBigUInt64LE(BigInt(offset + size), 64);
  end.writeUInt32LE(1, 72);
  return end;
}

const sizeOf = (entry: ZipEntry): number => localBytes + Buffer.byteLength(entry.name) + entry.size;

/** What stands after the last entry: the list of all, with their places. */
export function directory(entries: readonly ZipEntry[]): Buffer {
  let offset = 0;
  const headers = entries.map((entry) => {
    const header = centralHeader(entry, offset);
    offset += sizeOf(entry);
    return header;
  });
  const size = headers.reduce((sum, header) => sum + header.length, 0);
  const count = entries.length;
  const needs64 = count >= most16 || offset >= most32;
  const end = Buffer.alloc(endBytes);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(needs64 ? most16 : count, 8);
  end.writeUInt16LE(needs64 ? most16 : count, 10);
  end.writeUInt32LE(needs64 ? most32 : size, 12);
  end.writeUInt32LE(needs64 ? most32 : offset, 16);
  return Buffer.concat([...headers, ...(needs64 ? [end64(count, size, offset)] : []), end]);
}

/** Bytes of the whole file (APPNOTE 6.3.10), whose entries are stored as they are: PDFs are packed already. */
export const zipSize = (entries: readonly ZipEntry[], list: Buffer): number =>
  entries.reduce((sum, entry) => sum + sizeOf(entry), list.length);
