import type { Explanation, StepExplanation } from '@kontor/core';
import { builder } from '../../builder.ts';

/** One step of an explanation; `code` and `value` are null for the line itself. */
interface ExplainedStep extends StepExplanation {
  readonly code: string | null;
  readonly value: string | null;
}

/** How a line came about: the steps that its rule needed, and then the rule. */
export type ReadableExplanation = readonly ExplainedStep[];

/** An explanation for somebody; null where it holds a rule of the company that they may not read. */
export function readableExplanation(
  { through, ...line }: Explanation,
  readsRules: boolean,
): ReadableExplanation | null {
  const steps = [...through, { ...line, code: null, value: null }];
  return readsRules || steps.every(({ level }) => level === 'COUNTRY') ? steps : null;
}

const Input = builder.objectRef<{ readonly name: string; readonly value: string }>('ExplainedInput').implement({
  description: 'What a rule read.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name, in the rule.' }),
    value: t.exposeString('value', { description: 'What it stood for.' }),
  }),
});

const Bracket = builder.objectRef<StepExplanation['steps'][number]>('ExplainedBracket').implement({
  description: 'A bracket that was applied.',
  fields: (t) => ({
    from: t.exposeString('from', { description: 'From where on.' }),
    upTo: t.exposeString('upTo', { nullable: true, description: 'Up to where; null for no end.' }),
    rate: t.exposeString('rate', { description: 'Rate.' }),
    amount: t.exposeString('amount', { description: 'What of the whole fell into it.' }),
    result: t.exposeString('result', { description: 'What it came to.' }),
  }),
});

const Step = builder.objectRef<ExplainedStep>('ExplainedStep').implement({
  description: 'One step of how a line came about; the last is the line itself.',
  fields: (t) => ({
    code: t.exposeString('code', { nullable: true, description: 'Code of the step; null for the line itself.' }),
    value: t.exposeString('value', { nullable: true, description: 'What it came to; null for the line itself.' }),
    level: t.exposeString('level', { description: 'Whose rule it is: `COUNTRY`, `COMPANY` or `EMPLOYEE`.' }),
    version: t.field({ type: 'Date', description: 'First day of the rule.', resolve: ({ version }) => version }),
    rule: t.exposeString('rule', { nullable: true, description: 'The rule; null where the amount was given.' }),
    inputs: t.field({
      type: [Input],
      description: 'What it read.',
      resolve: ({ inputs }) => Object.entries(inputs).map(([name, value]) => ({ name, value })),
    }),
    brackets: t.field({ type: [Bracket], description: 'The brackets.', resolve: ({ steps }) => [...steps] }),
    beforeRounding: t.exposeString('beforeRounding', { description: 'What it was before it was rounded.' }),
    roundingMode: t.string({
      nullable: true,
      description: 'How it was rounded; null where it was not.',
      resolve: ({ rounding }) => rounding?.mode ?? null,
    }),
    roundingUnit: t.string({
      nullable: true,
      description: 'To what it was rounded.',
      resolve: ({ rounding }) => rounding?.unit ?? null,
    }),
  }),
});

export const ExplanationType = builder.objectRef<ReadableExplanation>('PayExplanation').implement({
  description: 'How a line of pay came about.',
  fields: (t) => ({
    steps: t.field({
      type: [Step],
      description: 'The steps, in the order of computing.',
      resolve: (steps) => [...steps],
    }),
  }),
});
