import { report } from './session.ts';

const barWidth = 30;

/** A bar that fills on a terminal; a line for each tenth elsewhere. */
export function progressBar(what = ''): (done: number, total: number) => void {
  let told = 0;
  return (done, total) => {
    const share = total === 0 ? 1 : done / total;
    const counted = `${done} of ${total}${what === '' ? '' : ` ${what}`}`;
    if (process.stderr.isTTY) {
      const filled = Math.round(share * barWidth);
      const bar = '█'.repeat(filled) + '░'.repeat(barWidth - filled);
      process.stderr.write(`\r${bar} ${counted}${done === total ? '\n' : ''}`);
    } else if (share >= told + 0.1 || done === total) {
      told = Math.floor(share * 10) / 10;
      report(counted);
    }
  };
}
