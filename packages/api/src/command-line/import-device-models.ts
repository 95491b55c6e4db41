import path from 'node:path';
import type { DeviceModelImport } from '../devices/index.ts';
import { withActor } from './acting.ts';
import { type Register, report } from './session.ts';

const betweenReportsMs = 2000;

/** Says how far a long import is, every two seconds. */
function progress(): (done: number, total: number) => void {
  let reportedAt = Date.now();
  return (done, total) => {
    if (Date.now() - reportedAt < betweenReportsMs) return;
    reportedAt = Date.now();
    report(`${done} of ${total} files`);
  };
}

function answer({ created, updated, unchanged, refused }: DeviceModelImport): Promise<void> {
  const counts = { created, updated, unchanged, refused: refused.length };
  const lines = [
    ...refused.map(({ file, reason }) => `refused  ${file}: ${reason}`),
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', '),
  ];
  // The process ends without waiting for what a pipe has not taken yet.
  return new Promise((resolve) => process.stdout.write(`${lines.join('\n')}\n`, () => resolve()));
}

export const addDeviceModels: Register = (group) => {
  group
    .command('device-models')
    .description('bring in models of devices from YAML files of the community library of device types')
    .argument('[folder]', 'folder below which the files are; without it, the models that ship with Kontor')
    .option('--dry-run', 'only say what would be done')
    .action(async (folder: string | undefined, options: { dryRun?: true }, command) => {
      // Loaded here alone, as everything that only some commands need.
      const { importDeviceModels, shippedDeviceModels } = await import('../devices/index.ts');
      const dryRun = options.dryRun ?? false;
      await withActor(command, async (app, viewer) => {
        const from = folder === undefined ? shippedDeviceModels : path.resolve(folder);
        const done = await importDeviceModels(app, viewer, { folder: from, dryRun, onProgress: progress() });
        await answer(done);
        if (dryRun) report('Nothing was written: this was a dry run.');
        else if (done.created + done.updated === 0) report('Nothing changed.');
        if (done.refused.length > 0) process.exitCode = 1;
      });
    });
};
