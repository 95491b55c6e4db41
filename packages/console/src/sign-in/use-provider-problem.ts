import { useTranslate } from 'react-admin';
import { useLocation } from 'react-router-dom';

/** Why an identity provider let nobody in, told by the code in the address; empty where it tells none. */
export function useProviderProblem(): string {
  const translate = useTranslate();
  const { search } = useLocation();
  const code = new URLSearchParams(search).get('problem') ?? '';
  if (code === '') return '';
  const known = /^[A-Z_]{1,60}$/.test(code) ? code : 'OTHER';
  return translate(`kontor.providerProblem.${known}`, { _: translate('kontor.providerProblem.OTHER') });
}
