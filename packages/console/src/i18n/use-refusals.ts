import { useTranslate } from 'react-admin';
import { adviceKey, type Placed, placeErrors, refusalOf } from '../data/graph-error.ts';

/** Says why something failed: beside the inputs where it speaks of one, else as a sentence for the whole. */
export function useRefusals(): (error: unknown, inputs?: ReadonlySet<string>) => Placed {
  const translate = useTranslate();
  return (error, inputs) => {
    const refusal = refusalOf(error);
    if (!refusal) return { faults: {}, problem: translate(adviceKey(error)) };
    const say = ({ code, message }: { code: string; message: string }) =>
      translate(`kontor.refusal.${code}`, { _: message });
    return placeErrors(refusal.userErrors, say, inputs);
  };
}
