/** A report: who was hired in which quarter, as one HTML page with a chart in it. `node --import tsx hires-report.ts > hires.html` */
import { createClient } from '@kontor/client';

interface Hires {
  readonly employeeGroups: {
    readonly nodes: readonly {
      readonly key: { readonly startOn: string };
      readonly aggregate: { readonly count: number };
    }[];
    readonly total: { readonly count: number };
  };
}

const { KONTOR_URL = 'http://127.0.0.1:4000/graphql', KONTOR_TOKEN = '' } = process.env;
const kontor = createClient({ url: KONTOR_URL, token: KONTOR_TOKEN });
const { employeeGroups } = await kontor.request<Hires>(`{
  employeeGroups(groupBy: [{ startOn: QUARTER }], orderBy: [{ key: { startOn: { direction: ASC } } }], first: 100) {
    nodes { key { startOn } aggregate { count } } total { count }
  }
}`);

const bars = employeeGroups.nodes.map(({ key, aggregate }) => ({ from: key.startOn, count: aggregate.count }));
const [step, height] = [48, 200];
const most = Math.max(1, ...bars.map(({ count }) => count));
const drawn = bars.map(({ from, count }, index) => {
  const [x, tall] = [index * step + 8, Math.round((count / most) * height)];
  const quarter = `${from.slice(0, 4)} Q${Math.ceil(Number(from.slice(5, 7)) / 3)}`;
  return `<rect x="${x}" y="${height - tall + 20}" width="32" height="${tall}" fill="#2f6f4f"><title>${quarter}: ${count}</title></rect>
    <text x="${x + 16}" y="${height - tall + 14}">${count}</text><text x="${x + 16}" y="${height + 36}">${quarter}</text>`;
});
console.log(`<!doctype html><html lang="en"><meta charset="utf-8"><title>Hires by quarter</title>
<h1>Hires by quarter</h1><p>${employeeGroups.total.count} in all</p>
<svg role="img" aria-label="Hires by quarter" width="${bars.length * step + 16}" height="${height + 50}" font-size="10" text-anchor="middle">
${drawn.join('\n')}
</svg></html>`);
