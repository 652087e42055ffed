/** Who has checked in this week and on what a check-in is due: every key result of the cycle that asks for one. */
import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { ObjectiveView } from '../../../src/contract/okr';
import { useFormat } from '../../ui/format';
import { HealthLozenge } from '../../ui/health-lozenge';
import { KeyBadge } from '../../ui/key-badge';
import { Person } from '../../ui/person';
import '../../ui/record-table.css';
import { attentionWords, byAttention } from './attention';

/** A company has thousands of key results; the longest due come first. */
const AT_ONCE = 50;

/** After that of the key result. */
const columns = { who: 'Who checks in', health: 'Health', last: 'Last check-in', next: 'Next' } as const;

type Props = {
  readonly objectives: readonly ObjectiveView[];
  readonly today: string;
  readonly onOpenKeyResult: (keyResultId: string) => void;
};

export const WeekList = ({ objectives, today, onOpenKeyResult }: Props) => {
  const format = useFormat();
  const listed = byAttention(objectives);
  const [shown, setShown] = useState(AT_ONCE);
  if (listed.length === 0) return <p className="subtle">No key result of this cycle asks for check-ins now.</p>;
  return (
    <section className="record-frame" aria-label="Check-ins of the team">
      <table className="record-table">
        <thead>
          <tr>
            <th scope="col">Key result</th>
            {Object.values(columns).map((words) => (
              <th key={words} scope="col">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {listed.slice(0, shown).map(({ keyResult, ownerAccountId }) => (
            <tr key={keyResult.id}>
              <th scope="row" className="week-list__name">
                <button type="button" className="text-button" onClick={() => onOpenKeyResult(keyResult.id)}>
                  <KeyBadge text={keyResult.key} /> <bdi>{keyResult.title}</bdi>
                </button>
              </th>
              <td data-label={columns.who} className="week-list__who">
                <Person accountId={ownerAccountId} withName />
              </td>
              <td data-label={columns.health}>
                <HealthLozenge health={keyResult.health} because={keyResult.healthBecause} />
              </td>
              <td data-label={columns.last} className="week-list__day number">
                {keyResult.attention.lastDay === null ? 'never' : format.day(keyResult.attention.lastDay, today)}
              </td>
              <td data-label={columns.next} className={`week-list__day number${keyResult.attention.isStale ? ' week-list__stale' : ''}`}>
                {attentionWords(keyResult.attention, today, format)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {listed.length > shown && (
        <Button spacing="compact" onClick={() => setShown((before) => before + AT_ONCE)}>
          {`Show more: ${listed.length - shown} are left`}
        </Button>
      )}
    </section>
  );
};
