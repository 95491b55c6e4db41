// One program of the setup: quiet if it is quick, a line of progress if it takes longer
// than two seconds, its whole output if it fails.
import { spawn } from 'node:child_process';

export function runStep(file, args, { cwd, title, env = {} }) {
  return new Promise((resolve, reject) => {
    const windows = process.platform === 'win32';
    const child = spawn(file, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // npx is a script there.
      shell: windows && file === 'npx',
    });
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    const stopProgress = showProgress(title ?? `${file} ${args.join(' ')}`);
    const passOn = (signal) => child.kill(signal);
    process.on('SIGINT', passOn);
    process.on('SIGTERM', passOn);
    const done = (failure) => {
      process.off('SIGINT', passOn);
      process.off('SIGTERM', passOn);
      stopProgress(failure === null);
      if (failure === null) return resolve(Buffer.concat(output).toString());
      process.stderr.write(Buffer.concat(output));
      reject(Object.assign(new Error(`${title} failed: ${failure}`), { oneLine: true }));
    };
    child.on('error', (error) => done(error.message));
    child.on('close', (status, signal) => done(status === 0 ? null : (signal ?? `exit code ${status}`)));
  });
}

function showProgress(title) {
  const started = Date.now();
  let shown = false;
  const show = () => {
    const seconds = Math.round((Date.now() - started) / 1000);
    if (!process.stderr.isTTY) {
      if (!shown) process.stderr.write(`${title} …\n`);
    } else process.stderr.write(`\r${title} … ${seconds} s`);
    shown = true;
  };
  let ticking = null;
  const waiting = setTimeout(() => {
    show();
    ticking = setInterval(show, 1000);
  }, 2000);
  return (succeeded) => {
    clearTimeout(waiting);
    clearInterval(ticking);
    if (!shown) return;
    const seconds = Math.round((Date.now() - started) / 1000);
    const line = `${title}: ${succeeded ? 'done' : 'failed'} after ${seconds} s`;
    process.stderr.write(process.stderr.isTTY ? `\r${line}\n` : `${line}\n`);
  };
}
