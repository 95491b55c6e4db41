/** Where in the request a fault lies: field names and list indexes from the outside in. */
export type Path = readonly (string | number)[];

/**
 * An expected refusal. `code` is the stable name programs branch on; `message` is one English
 * sentence that says what to do; `path` points into the request, empty for the request as a whole.
 */
export interface Rejection<Code extends string = string> {
  readonly code: Code;
  readonly message: string;
  readonly path: Path;
}

/** What a decision returns: the value, or every rejection found. A rejected result has at least one. */
export type Result<Value, Reason extends Rejection = Rejection> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly rejections: readonly Reason[] };

/** A result that carries a value. */
export function accept<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** A result refused for one reason. */
export function reject<Code extends string>(
  code: Code,
  message: string,
  path: Path = [],
): { readonly ok: false; readonly rejections: readonly Rejection<Code>[] } {
  return { ok: false, rejections: [{ code, message, path }] };
}

/** A result refused for several reasons. Throws RangeError for none: that would be an acceptance. */
export function rejectAll<Reason extends Rejection>(
  rejections: readonly Reason[],
): { readonly ok: false; readonly rejections: readonly Reason[] } {
  if (rejections.length === 0) throw new RangeError('A refusal needs at least one rejection.');
  return { ok: false, rejections };
}

/** The rejections of a result; none if it was accepted. */
export function rejectionsOf<Reason extends Rejection>(result: Result<unknown, Reason>): readonly Reason[] {
  return result.ok ? [] : result.rejections;
}

/** The same rejections, found one level further in. */
export function within<Reason extends Rejection>(outer: Path, rejections: readonly Reason[]): readonly Reason[] {
  return rejections.map((rejection) => ({ ...rejection, path: [...outer, ...rejection.path] }));
}

/**
 * The value of a result that cannot fail here, such as a literal in the source.
 * Throws Error with the rejections' messages otherwise: that is a bug, not an expected refusal.
 */
export function unwrap<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  throw new Error(result.rejections.map(({ code, message }) => `${code}: ${message}`).join(' '));
}
