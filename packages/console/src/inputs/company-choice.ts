import { useEffect } from 'react';
import { useStore } from 'react-admin';

interface Company {
  readonly id: string;
}

/**
 * The company that a page of the books is about: the one in the address, else the last one that any of these pages was
 * about, else the first. Undefined while the companies are not known, and where the address names another than these: no
 * other books take the place of those that were asked for.
 */
export function companyOf<One extends Company>(
  companies: readonly One[] | undefined,
  chosen: string | null,
  last: string | null,
): One | undefined {
  const named = (id: string | null) => companies?.find((company) => company.id === id);
  return chosen === null ? (named(last) ?? companies?.[0]) : named(chosen);
}

/** Keeps the company for the next page that is about one. */
export function useCompanyChoice<One extends Company>(
  companies: readonly One[] | undefined,
  chosen: string | null,
): One | undefined {
  const [last, setLast] = useStore<string | null>('books.company', null);
  const company = companyOf(companies, chosen, last);
  const id = company?.id;
  useEffect(() => {
    if (id !== undefined) setLast(id);
  }, [id, setLast]);
  return company;
}
