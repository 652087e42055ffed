/** Who has looked at a key result and what they said: its check-ins and a health said in place of the computed one. Asks only when opened. */
import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { KeyResultView } from '../../../src/contract/okr';
import { useFormat } from '../../ui/format';
import { attentionWords } from './attention';
import { CheckInList } from './check-in-list';
import './check-ins.css';
import { HealthForm } from './health-form';
import { HealthOverride } from './health-override';

type Props = {
  readonly keyResult: KeyResultView;
  /** Whether the viewer may say how it stands. */
  readonly may: boolean;
  readonly today: string;
  /** Where the objective lives; null: in no project. */
  readonly projectId: string | null;
};

const AttentionSection = ({ keyResult, may, today, projectId }: Props) => {
  const format = useFormat();
  const [open, setOpen] = useState<'check-ins' | 'health' | null>(null);
  const { attention } = keyResult;
  const toggle = (part: 'check-ins' | 'health') => () => setOpen((before) => (before === part ? null : part));
  return (
    <section className="key-result-card attention" aria-labelledby="attention">
      <h2 id="attention" className="key-result-card__title">
        Check-ins and health
      </h2>
      <p>
        {attention.lastDay === null ? 'Nobody has checked in yet' : `Last check-in ${format.day(attention.lastDay, today)}`}
        {attention.dueDay !== null && `, ${attentionWords(attention, today, format)}`}.
      </p>
      <HealthOverride of={{ type: 'key-result', thing: keyResult }} today={today} />
      <div className="button-row">
        <Button spacing="compact" aria-expanded={open === 'check-ins'} onClick={toggle('check-ins')}>
          Check-ins
        </Button>
        {may && (
          <Button spacing="compact" aria-expanded={open === 'health'} onClick={toggle('health')}>
            {keyResult.healthOverride === null ? 'Override health' : 'Change the override'}
          </Button>
        )}
      </div>
      {open === 'check-ins' && <CheckInList keyResult={keyResult} today={today} projectId={projectId} may={may} />}
      {open === 'health' && <HealthForm of={{ type: 'key-result', thing: keyResult }} today={today} onDone={() => setOpen(null)} />}
    </section>
  );
};

export default AttentionSection;
