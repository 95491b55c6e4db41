import type { Rejection } from '@kontor/core';

/**
 * The core's rejections at the inputs of a command: `['salary', 'amount']` stands at `salary` where the input is flat.
 * The keys are the core's paths, joined by dots.
 */
export const atInputs = (
  rejections: readonly Rejection[],
  inputs: Readonly<Record<string, string>>,
): readonly Rejection[] =>
  rejections.map((rejection) => {
    const input = inputs[rejection.path.join('.')];
    return input === undefined ? rejection : { ...rejection, path: [input] };
  });

/** One rejection at an input of the command. */
export const rejection = (code: string, message: string, input?: string): Rejection => ({
  code,
  message,
  path: input === undefined ? [] : [input],
});
