#!/usr/bin/env node
// The way in from a bare clone: plain JavaScript that an old Node can read far enough
// to say that it is too old. Everything else is in bootstrap.mjs.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`kontor: needs Node 20.19 or newer, and this is ${process.versions.node}`);
  process.exit(1);
}
import('./bootstrap.mjs')
  .then(({ run }) => run(process.argv.slice(2)))
  .catch((error) => {
    // biome-ignore lint/complexity/useOptionalChain: an old Node could not read it.
    console.error(error && error.oneLine ? `kontor: ${error.message}` : error);
    process.exit(1);
  });
