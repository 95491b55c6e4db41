import { withActor } from './acting.ts';
import { type Register, report, Unusable } from './session.ts';

export const addSieExport: Register = (group) => {
  group
    .command('sie')
    .description('write a fiscal year of the books to stdout as a SIE file of type 4E')
    .requiredOption('--company <code>', 'company whose books they are')
    .requiredOption('--year <year>', 'fiscal year, by its name or the year that it begins in')
    .action(async (options: { company: string; year: string }, command) => {
      await withActor(command, async (app, viewer) => {
        const [{ exportSie }] = await Promise.all([import('../ledger/sie/export-sie.ts'), import('../schema.ts')]);
        const company = await app.prisma.company.findUnique({ where: { code: options.company } });
        if (!company) throw new Unusable(`There is no company with the code ${options.company}`);
        const { bytes, lostCharacters } = await exportSie(app, viewer, { companyId: company.id, year: options.year });
        await new Promise<void>((resolve) => process.stdout.write(bytes, () => resolve()));
        if (lostCharacters.length > 0) report(`PC8 has no ${lostCharacters.join(' ')}: question marks stand for them.`);
      });
    });
};
