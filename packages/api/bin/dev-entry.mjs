// The command line from its sources, without the bundle.
import { main } from '../src/command-line/main.ts';

await main(process.argv);
