/** A page of an app of your own: colleagues as whoever has signed in may see them, while others change them. */
import { type EmployeesQuery, type SessionClient, signIn, UserErrors } from '@kontor/client';
import { type FormEvent, StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

/** The page comes from an address of its own; there, a proxy passes `/graphql` on to Kontor. */
const graph = new URL('/graphql', location.href).href;
const orderBy = [{ lastName: { direction: 'ASC' as const } }];

type Colleague = EmployeesQuery['employees']['nodes'][number];

function SignIn({ onDone }: { readonly onDone: (kontor: SessionClient) => void }) {
  const [problem, setProblem] = useState('');
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    try {
      onDone(await signIn(graph, String(typed.get('email')), String(typed.get('password'))));
    } catch (error) {
      // What a person can mend is said in the graph's words; all else is for whoever looks after the page.
      if (!(error instanceof UserErrors)) throw error;
      setProblem(error.message);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <label>
        Email <input name="email" type="email" required />
      </label>
      <label>
        Password <input name="password" type="password" required />
      </label>
      <button type="submit">Sign in</button>
      <p role="alert">{problem}</p>
    </form>
  );
}

/** Colleagues that a search finds: read at once, and read again whenever one of them changes. */
function useColleagues(kontor: SessionClient, search: string): readonly Colleague[] {
  const [found, setFound] = useState<readonly Colleague[]>([]);
  useEffect(() => {
    const left = new AbortController();
    const { signal } = left;
    const read = async () => {
      const { employees } = await kontor.sdk.employees({ first: 50, orderBy, ...(search && { search }) });
      if (!signal.aborted) setFound(employees.nodes);
    };
    const follow = async () => {
      await read();
      // From a little before: nothing is missed between the reading and the listening.
      for await (const _ of kontor.changes(['Employee'], { signal, secondsBack: 5 })) await read();
    };
    follow().catch((error: unknown) => signal.aborted || console.error(error));
    return () => left.abort();
  }, [kontor, search]);
  return found;
}

function Colleagues({ kontor }: { readonly kontor: SessionClient }) {
  const [search, setSearch] = useState('');
  return (
    <>
      <h1>Colleagues of {kontor.user.name}</h1>
      <input aria-label="Search" type="search" value={search} onChange={({ target }) => setSearch(target.value)} />
      <ul>
        {useColleagues(kontor, search).map(({ id, firstName, lastName, department, workEmail }) => (
          <li key={id}>
            {firstName} {lastName}, {department?.name ?? 'no department'}{' '}
            {workEmail && <a href={`mailto:${workEmail}`}>{workEmail}</a>}
          </li>
        ))}
      </ul>
    </>
  );
}

function Page() {
  const [kontor, setKontor] = useState<SessionClient | null>(null);
  return kontor ? <Colleagues kontor={kontor} /> : <SignIn onDone={setKontor} />;
}

const page = document.getElementById('page');
if (page)
  createRoot(page).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  );
