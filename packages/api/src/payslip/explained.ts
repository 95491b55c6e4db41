import { calendarDate, type Explanation, type StepExplanation } from '@kontor/core';
import type { PrintedLine } from './payslip-document.ts';
import type { Sheet } from './sheet.ts';
import type { PayslipTexts } from './texts.ts';
import type { Writing } from './written.ts';

const small = { size: 8 } as const;
const bracketColumns = [
  { part: 0.2, isNumber: true },
  { part: 0.2, isNumber: true },
  { part: 0.2, isNumber: true },
  { part: 0.2, isNumber: true },
  { part: 0.2, isNumber: true },
] as const;

function ruleLine({ level, version, rule }: StepExplanation, texts: PayslipTexts, writing: Writing): string {
  const whose = `${texts.levels[level]}, ${texts.since} ${writing.day(calendarDate(version))}`;
  return rule === null ? `${texts.given} (${whose})` : `${whose}: ${rule.replace(/\s+/g, ' ')}`;
}

/** What a rule read, its brackets, and how it was rounded. */
function tellStep(sheet: Sheet, step: StepExplanation, texts: PayslipTexts, writing: Writing): void {
  sheet.paragraph(ruleLine(step, texts, writing), small);
  const inputs = Object.entries(step.inputs).map(([name, value]) => `${name} = ${writing.number(value)}`);
  if (inputs.length > 0) sheet.paragraph(`${texts.reads}: ${inputs.join('; ')}`, small);
  if (step.steps.length > 0)
    sheet.table(
      bracketColumns,
      [texts.from, texts.upTo, texts.rate, texts.ofThis, texts.result],
      step.steps.map(({ from, upTo, rate, amount, result }) => [
        writing.number(from),
        upTo === null ? '–' : writing.number(upTo),
        writing.rate(rate),
        writing.number(amount),
        writing.number(result),
      ]),
      8,
    );
  if (step.rounding !== null) {
    const { mode, unit } = step.rounding;
    const before = `${texts.beforeRounding}: ${writing.number(step.beforeRounding)}`;
    sheet.paragraph(`${before}; ${texts.rounded} ${writing.number(unit)}, ${texts.roundings[mode]}`, small);
  }
}

/** Tells how a line came about: every step that its rule needed, then the rule. */
export function tellExplanation(
  sheet: Sheet,
  line: PrintedLine,
  explanation: Explanation,
  texts: PayslipTexts,
  writing: Writing,
): void {
  sheet.heading(3, `${line.name} (${line.code}): ${writing.amount(line.amount)}`);
  for (const step of explanation.through) {
    sheet.paragraph(`${texts.step} ${step.code} = ${writing.number(step.value)}`, { ...small, weight: 'bold' });
    tellStep(sheet, step, texts, writing);
  }
  tellStep(sheet, explanation, texts, writing);
}
