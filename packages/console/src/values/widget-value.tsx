import type { Widget } from '../generator/define-resource.ts';
import { ProblemSentence } from '../pay-run/problem-sentence.tsx';
import { EntityLabel, SourceLink } from './source-link.tsx';
import type { Row } from './value.tsx';

interface WidgetValueProps {
  readonly widget: Extract<Widget, 'entity' | 'source' | 'problem'>;
  readonly text: string;
  readonly record: Row;
  readonly plain: boolean;
}

/** Values of few entities, drawn otherwise than their kind says. */
export default function WidgetValue({ widget, text, record, plain }: WidgetValueProps) {
  switch (widget) {
    case 'entity':
      return <EntityLabel name={text} />;
    case 'source':
      return <SourceLink id={text} record={record} plain={plain} />;
    case 'problem':
      return <ProblemSentence code={String(record['code'])} message={text} values={textsOf(record['values'])} />;
  }
}

const textsOf = (values: unknown): readonly string[] => (Array.isArray(values) ? values.map(String) : []);
