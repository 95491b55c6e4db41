import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { type DeviceModelRecord, normaliseDeviceType } from '@kontor/core';
import { isScalar, type ParsedNode, parseDocument, type Tags, visit } from 'yaml';
import { badInput } from '../errors.ts';

/** A file of one device model, as read, or why it cannot be. */
export type DeviceModelFile = { readonly content: Buffer } & (
  | { readonly model: DeviceModelRecord; readonly fault: null }
  | { readonly model: null; readonly fault: string }
);

/** Far more than the longest file of the library: what is larger is something else. */
const bytesAtMost = 256 * 1024;

const codeOf = (error: unknown): string => String((error as { code?: unknown }).code ?? 'unknown');
const firstLine = (error: unknown): string =>
  String((error as Error).message)
    .split('\n')[0]
    ?.replace(/:$/, '') ?? '';

/** Why a file or folder cannot be read, for whoever named it. */
function readFault(error: unknown): string {
  const code = codeOf(error);
  if (code === 'ENOENT') return 'there is no such file or folder';
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be read by this user';
  return `it cannot be read (${code})`;
}

/**
 * The YAML files below a folder, as paths from it, in the order of their names. What begins with a dot is passed over,
 * and links to folders are not followed. Throws BAD_INPUT for a folder that cannot be read or has no such file.
 */
export async function deviceModelFiles(folder: string): Promise<readonly string[]> {
  const found = await yamlBelow(folder).catch((error: unknown) => {
    const at = String((error as { path?: unknown }).path ?? folder);
    throw badInput(codeOf(error) === 'ENOTDIR' ? `${at}: this is no folder` : `${at}: ${readFault(error)}`);
  });
  if (found.length === 0) throw badInput(`${folder}: there is no .yaml or .yml file in it`);
  return found.sort();
}

async function yamlBelow(folder: string): Promise<string[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter((entry) => !entry.name.startsWith('.'));
  const below = await Promise.all(
    entries.map(async (entry) => {
      if (!entry.isDirectory()) return /\.ya?ml$/i.test(entry.name) ? [entry.name] : [];
      const files = await yamlBelow(path.join(folder, entry.name));
      return files.map((file) => path.join(entry.name, file));
    }),
  );
  return below.flat();
}

/** Reads one file; whatever is in it, it is a model or a reason on one line. */
export async function readDeviceModelFile(file: string): Promise<DeviceModelFile> {
  try {
    const found = await stat(file);
    if (!found.isFile()) return refuse('it is no ordinary file');
    if (found.size > bytesAtMost) return refuse(`it is larger than ${bytesAtMost / 1024} kB`);
    const content = await readFile(file);
    const parsed = parse(content);
    return 'fault' in parsed ? { content, model: null, fault: parsed.fault } : modelOf(content, parsed.value);
  } catch (error) {
    return refuse(readFault(error));
  }
}

const refuse = (fault: string): DeviceModelFile => ({ content: Buffer.alloc(0), model: null, fault });

function modelOf(content: Buffer, value: unknown): DeviceModelFile {
  const result = normaliseDeviceType(value);
  if (result.ok) return { content, model: result.value, fault: null };
  const [first, ...others] = result.rejections;
  const at = first && first.path.length > 0 ? `${first.path.join('.')}: ` : '';
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return { content, model: null, fault: `${at}${first?.message ?? ''}${more}` };
}

/** Numbers stay the text that they are written as: 00123 is a part number, and 1.10 is no 1.1. */
const withoutNumbers = (tags: Tags): Tags =>
  tags.filter((tag) => typeof tag === 'string' || !/:(int|float)$/.test(tag.tag));

function parse(content: Buffer): { readonly value: unknown } | { readonly fault: string } {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return { fault: 'it is not written in UTF-8' };
  }
  try {
    const document = parseDocument(text, { customTags: withoutNumbers, uniqueKeys: sameKey() });
    const [error] = document.errors;
    if (error) return unusable(error);
    visit(document, { Alias: counter(aliasesAtMost, 'it refers to its own parts too often') });
    return { value: document.toJS({ maxAliasCount: aliasesAtMost }) };
  } catch (error) {
    return unusable(error);
  }
}

const unusable = (error: unknown): { readonly fault: string } => ({
  fault: `it is no usable YAML: ${firstLine(error).replace('Maximum call stack size exceeded', 'it is nested too deeply')}`,
});

/** An alias stands for a whole part of the file: aliases of aliases, a few lines long, would fill the memory. */
const aliasesAtMost = 100;
/** Each key of a mapping is compared with all others: a model needs a few thousand comparisons. */
const comparisonsAtMost = 1_000_000;

/** Throws when it is called more often than any model needs. */
function counter(most: number, message: string): () => void {
  let count = 0;
  return () => {
    count += 1;
    if (count > most) throw new Error(message);
  };
}

function sameKey(): (a: ParsedNode, b: ParsedNode) => boolean {
  const count = counter(comparisonsAtMost, 'it has too many fields');
  return (a, b) => {
    count();
    return a === b || (isScalar(a) && isScalar(b) && a.value === b.value);
  };
}
