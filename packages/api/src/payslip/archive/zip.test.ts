/** Files in a ZIP, as another program reads them. */
import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { directory, localHeader, type ZipEntry, zipSize } from './zip.ts';

const entryOf = (name: string, content: Buffer): ZipEntry => ({
  name,
  size: content.length,
  crc: crc32(content),
  modifiedAt: new Date('2026-05-29T12:34:56Z'),
});

function zipOf(files: readonly (readonly [string, Buffer])[]): Buffer {
  const entries = files.map(([name, content]) => entryOf(name, content));
  const list = directory(entries);
  const zip = Buffer.concat([
    ...files.flatMap(([, content], index) => [localHeader(entries[index] as ZipEntry), content]),
    list,
  ]);
  expect(zip).toHaveLength(zipSize(entries, list));
  return zip;
}

/** What a reader that knows nothing of the writer finds, by the list at the end: names, and where each content is. */
function read(zip: Buffer): ReadonlyMap<string, Buffer> {
  const end = zip.length - 22;
  expect(zip.readUInt32LE(end)).toBe(0x06054b50);
  const has64 = zip.readUInt16LE(end + 10) === 0xffff;
  const end64 = has64 ? Number(zip.readBigUInt64LE(end - 20 + 8)) : 0;
  if (has64) expect(zip.readUInt32LE(end64)).toBe(0x06064b50);
  const count = has64 ? Number(zip.readBigUInt64LE(end64 + 32)) : zip.readUInt16LE(end + 10);
  let at = has64 ? Number(zip.readBigUInt64LE(end64 + 48)) : zip.readUInt32LE(end + 16);
  const found = new Map<string, Buffer>();
  for (let index = 0; index < count; index += 1) {
    const [crc, size] = [zip.readUInt32LE(at + 16), zip.readUInt32LE(at + 24)];
    const [nameLength, extraLength] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30)];
    const name = zip.subarray(at + 46, at + 46 + nameLength).toString();
    const local = zip.readUInt32LE(at + 42);
    expect(zip.readUInt32LE(local)).toBe(0x04034b50);
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const content = zip.subarray(begin, begin + size);
    expect(crc32(content)).toBe(crc);
    found.set(name, content);
    at += 46 + nameLength + extraLength;
  }
  return found;
}

test('what went in comes out, under its name', () => {
  const files = [
    ['1 Anna.pdf', Buffer.from('one')],
    ['2 Béla Őry.pdf', Buffer.alloc(0)],
    ['3 Čuk.pdf', Buffer.alloc(70_000, 7)],
  ] as const;
  expect([...read(zipOf(files))]).toEqual(files.map(([name, content]) => [name, content]));
});

test('more files than the first form of a ZIP can count', () => {
  const files = Array.from({ length: 70_000 }, (_, index) => [`${index}`, Buffer.from(String(index))] as const);
  const found = read(zipOf(files));
  expect(found.size).toBe(70_000);
  expect(found.get('69999')?.toString()).toBe('69999');
});
