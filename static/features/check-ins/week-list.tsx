/** Who has checked in this week and on what a check-in is due: every key result of the cycle that asks for one. */
import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { ObjectiveView } from '../../../src/contract/okr';
import { useFormat } from '../../ui/format';
import { HealthLozenge } from '../../ui/health-lozenge';
import { KeyBadge } from '../../ui/key-badge';
import { Person } from '../../ui/person';
import { attentionWords, byAttention } from './attention';

/** A company has thousands of key results; the longest due come first. */
const AT_ONCE = 50;

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
    <div className="week-list" role="region" aria-label="Check-ins of the team" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Key result</th>
            <th scope="col">Owner</th>
            <th scope="col">Health</th>
            <th scope="col">Last check-in</th>
            <th scope="col">Next</th>
          </tr>
        </thead>
        <tbody>
          {listed.slice(0, shown).map(({ keyResult, ownerAccountId }) => (
            <tr key={keyResult.id}>
              <th scope="row">
                <button type="button" className="text-button" onClick={() => onOpenKeyResult(keyResult.id)}>
                  <KeyBadge text={keyResult.key} /> <bdi>{keyResult.title}</bdi>
                </button>
              </th>
              <td>
                <Person accountId={ownerAccountId} withName />
              </td>
              <td>
                <HealthLozenge health={keyResult.health} because={keyResult.healthBecause} />
              </td>
              <td className="number">{keyResult.attention.lastDay === null ? 'never' : format.day(keyResult.attention.lastDay, today)}</td>
              <td>{attentionWords(keyResult.attention, today, format)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {listed.length > shown && (
        <Button spacing="compact" onClick={() => setShown((before) => before + AT_ONCE)}>
          {`Show more: ${listed.length - shown} are left`}
        </Button>
      )}
    </div>
  );
};
