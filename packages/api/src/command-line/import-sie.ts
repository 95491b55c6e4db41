import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { SieAnswer, SieNote } from '../ledger/sie/sie-request.ts';
import { withActor } from './acting.ts';
import { progressBar } from './progress-bar.ts';
import { type Register, report, Unusable } from './session.ts';

interface Options {
  readonly company: string;
  readonly dryRun?: true;
}

const noteLine = (kind: string, { line, code, message }: SieNote): string =>
  `${kind}  ${line === null ? '' : `line ${line}: `}${message} (${code})`;

/** What a file holds and what the books lack of it, a line for each. */
function linesOf(answer: SieAnswer): string[] {
  const { accounts, dimensions, objects, vouchers, lines, faults, warnings } = answer;
  const days = answer.startsOn === null ? 'no fiscal year' : `${answer.startsOn} to ${answer.endsOn}`;
  return [
    ...(answer.encoding === ''
      ? []
      : [`file      ${answer.companyName}, ${days}, ${answer.program}, ${answer.encoding}`]),
    ...faults.map((each) => noteLine('fault   ', each)),
    ...warnings.map((each) => noteLine('warning ', each)),
    `accounts  ${accounts.inFile}, new ${accounts.added}`,
    `dimensions ${dimensions.inFile}, new ${dimensions.added}; objects ${objects.inFile}, new ${objects.added}`,
    `opening   ${answer.openingLines} lines, debit ${answer.openingDebit}`,
    `vouchers  ${vouchers.inFile}, new ${vouchers.added}, kept unposted ${vouchers.kept}, there already ${vouchers.unchanged}`,
    `lines     ${lines.inFile}, new ${lines.added}, debit ${answer.debit}`,
  ];
}

export const addSie: Register = (group) => {
  group
    .command('sie')
    .description('bring the books of a SIE file, type 4E or 4I, into a company: all that it lacks of them, or nothing')
    .argument('<file>', 'the SIE file')
    .requiredOption('--company <code>', 'company whose books they are')
    .option('--dry-run', 'only say what would be done')
    .action(async (file: string, { company: code, dryRun }: Options, command) => {
      await withActor(command, async (app, viewer) => {
        const [{ checkSie, commitSie }] = await Promise.all([
          import('../ledger/sie/import-sie.ts'),
          import('../schema.ts'),
        ]);
        const company = await app.prisma.company.findUnique({ where: { code } });
        if (!company) throw new Unusable(`There is no company with the code ${code}`);
        const found = await stat(file).catch(() => null);
        if (!found?.isFile()) throw new Unusable(`There is no file ${file}`);
        const request = { companyId: company.id, fileName: path.basename(file), bytes: await readFile(file) };
        report(`Reading ${request.fileName} …`);
        const answer = dryRun
          ? await checkSie(app, viewer, request)
          : await commitSie(app, viewer, request, progressBar('vouchers'));
        const text = linesOf(answer).map((line) => `${line}\n`);
        // The process ends without waiting for what a pipe has not taken yet.
        await new Promise<void>((resolve) => process.stdout.write(text.join(''), () => resolve()));
        if (answer.faults.length > 0) process.exitCode = 1;
        if (answer.faults.length > 0) report('Nothing was written: the file is refused whole.');
        else if (dryRun) report('Nothing was written: this was a dry run.');
        else if (answer.batchId === null) report('Nothing changed: the books have all of it.');
      });
    });
};
