/** Where Jira says a value: the query in words, and asking it again now. */
import Button from '@atlaskit/button/new';
import type { KeyResultView } from '../../../src/contract/okr';
import { useHost } from '../../host';
import { ErrorState } from '../../ui/error-state';
import { useFormat } from '../../ui/format';
import { useNumberFields } from '../key-result-form/queries';
import type { JiraSource } from '../key-result-form/value-source-draft';
import { useChange } from './queries';
import './refresh-value.css';

const estimateName = 'Original estimate';

/** The field's name as Jira gives it to the viewer. */
const FieldName = ({ fieldId }: { readonly fieldId: string }) => {
  const fields = useNumberFields();
  if (fieldId === 'timeoriginalestimate') return <>{estimateName}</>;
  return <>{fields.data?.find(({ id }) => id === fieldId)?.name ?? (fields.isPending ? '…' : 'a field you cannot see')}</>;
};

const Measure = ({ source }: { readonly source: JiraSource }) =>
  source.measure === 'count' ? (
    <>How many issues this query finds:</>
  ) : (
    <>
      {source.measure === 'sum' ? 'The sum of ' : 'The average of '}
      <bdi>
        <FieldName fieldId={source.fieldId} />
      </bdi>{' '}
      over the issues this query finds:
    </>
  );

type Props = {
  readonly keyResult: Pick<KeyResultView, 'id' | 'key'>;
  readonly source: JiraSource;
};

export const RefreshValue = ({ keyResult, source }: Props) => {
  const { showFlag } = useHost();
  const format = useFormat();
  const refresh = useChange('refreshValue');
  const ask = () =>
    refresh.mutate(
      { keyResultId: keyResult.id },
      {
        onSuccess: (fresh) => {
          const value = fresh.kind === 'metric' ? fresh.metric : fresh.kind === 'band' ? fresh.band : null;
          const words = value === null || value.current === null ? 'no number yet' : format.measure(value.current, value.unit);
          showFlag({ title: `${keyResult.key}: Jira says ${words}`, tone: 'success' });
        },
      },
    );
  return (
    <div className="refresh-value">
      <p>
        <Measure source={source} /> <code>{source.jql}</code>
      </p>
      <Button onClick={ask} isLoading={refresh.isPending}>
        Refresh from Jira
      </Button>
      <span className="small">Jira is asked every hour by itself.</span>
      {refresh.error && <ErrorState title="The value was not refreshed" error={refresh.error} />}
    </div>
  );
};
