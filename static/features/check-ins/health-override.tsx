/** The health somebody says in place of the computed one: who, until when and why, beside what is computed. */
import type { KeyResultView, ObjectiveView } from '../../../src/contract/okr';
import { useFormat } from '../../ui/format';
import { healthWords } from '../../ui/health-lozenge';
import { Person } from '../../ui/person';

export type HealthSubject =
  { readonly type: 'key-result'; readonly thing: KeyResultView } | { readonly type: 'objective'; readonly thing: ObjectiveView };

export const HealthOverride = ({ of, today }: { readonly of: HealthSubject; readonly today: string }) => {
  const format = useFormat();
  const { healthOverride: override, computedHealth } = of.thing;
  if (override === null) return null;
  return (
    <p>
      <Person accountId={override.byAccountId} withName /> says {healthWords[override.health].word.toLowerCase()} until{' '}
      {format.day(override.untilDay, today)}: <bdi>{override.reason}</bdi>{' '}
      <span className="subtle">It is computed as {healthWords[computedHealth].word.toLowerCase()}.</span>
    </p>
  );
};
