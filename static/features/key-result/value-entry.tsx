/** The way a metric or band gets its next value: somebody records it, or Jira is asked again. Nothing for the other kinds. */
import type { KeyResultView } from '../../../src/contract/okr';
import { RecordValue } from '../project-okrs/record-value';
import { RefreshValue } from '../project-okrs/refresh-value';

type Props = {
  readonly keyResult: KeyResultView;
  /** Whether the viewer may record a value; anybody may have Jira asked again. */
  readonly may: boolean;
  readonly today: string;
};

export const ValueEntry = ({ keyResult, may, today }: Props) => {
  if (keyResult.kind !== 'metric' && keyResult.kind !== 'band') return null;
  const { source, unit } = keyResult.kind === 'metric' ? keyResult.metric : keyResult.band;
  if (source.by === 'hand' && !may) return null;
  return (
    <section className="key-result-card" aria-labelledby="where-the-value-comes-from">
      <h2 id="where-the-value-comes-from" className="key-result-card__title">
        {source.by === 'hand' ? 'Record a value' : 'Its value comes from Jira'}
      </h2>
      {source.by === 'hand' ? (
        <RecordValue keyResult={keyResult} unit={unit} today={today} />
      ) : (
        <RefreshValue keyResult={keyResult} source={source} />
      )}
    </section>
  );
};
