/** The limit: SQL by hand with `json_build_object`, passed through `node:http` as it comes, for no viewer in particular. */
import { createServer } from 'node:http';
import pg from 'pg';

const row = `json_build_object('id', e.id, 'firstName', e.first_name, 'lastName', e.last_name, 'employeeNumber', e.employee_number,
  'startOn', e.start_on, 'salary', e.salary::text,
  'department', case when d.id is null then null else json_build_object('id', d.id, 'name', d.name) end,
  'position', case when p.id is null then null else json_build_object('id', p.id, 'title', p.title) end,
  'manager', case when m.id is null then null else json_build_object('id', m.id, 'firstName', m.first_name, 'lastName', m.last_name) end,
  'compensations', json_build_object('nodes', coalesce(c.rows, '[]')))`;

const joins = `left join department d on d.id = e.department_id left join position p on p.id = e.position_id
  left join employee m on m.id = e.manager_id
  left join lateral (select json_agg(json_build_object('id', c.id, 'amount', c.amount::text, 'startOn', c.start_on) order by c.start_on, c.id) as rows
    from (select * from compensation c where c.employee_id = e.id order by c.start_on, c.id limit 3) c) c on true`;

const order = `e.last_name collate "en-x-icu", e.first_name collate "en-x-icu", e.id`;

export const statements: Readonly<Record<string, string>> = {
  list: `select json_build_object('nodes', coalesce(json_agg(${row} order by ${order}), '[]'))::text from
    (select * from employee e where (e.last_name collate "en-x-icu", e.first_name collate "en-x-icu", e.id) >
       (select c.last_name collate "en-x-icu", c.first_name collate "en-x-icu", c.id from employee c where c.id = $1)
     order by ${order} limit 50) e ${joins}`,
  one: `select json_build_object('id', e.id, 'firstName', e.first_name, 'lastName', e.last_name, 'salary', e.salary::text,
    'department', case when d.id is null then null else json_build_object('name', d.name) end)::text
    from employee e left join department d on d.id = e.department_id where e.id = $1`,
  page: `select json_build_object('nodes', coalesce(json_agg(json_build_object('id', e.id, 'firstName', e.first_name, 'lastName', e.last_name,
      'department', case when d.id is null then null else json_build_object('name', d.name) end) order by e.start_on desc, e.id), '[]'))::text
    from (select * from employee e where e.status = 'ACTIVE' and e.salary >= 31000 and $1::uuid is not null order by e.start_on desc, e.id limit 50 offset 2950) e
    left join department d on d.id = e.department_id`,
};

if (process.send) {
  const pool = new pg.Pool({ connectionString: process.argv[2], max: 10, application_name: 'by hand' });
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const { name, id } = JSON.parse(Buffer.concat(chunks).toString()) as { name: string; id: string };
      pool
        .query({ name, text: statements[name] ?? '', values: [id], rowMode: 'array' })
        .then(({ rows }) =>
          res.writeHead(200, { 'content-type': 'application/json' }).end(String((rows[0] as unknown[])[0])),
        )
        .catch((error: unknown) => res.writeHead(500).end(String(error)));
    });
  });
  server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as { port: number }).port }));
  process.on('message', () => process.send?.({ cpu: process.cpuUsage() }));
}
