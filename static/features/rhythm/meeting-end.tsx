/** The end of a meeting: how many key results were looked at, and what was decided, to be copied. */
import Button from '@atlaskit/button/new';
import { useQuery } from '@tanstack/react-query';
import { useHost } from '../../host';
import { CopiedText } from '../../ui/copied-text';
import { useFormat } from '../../ui/format';
import { decidedText, type Decided } from './meeting-words';

type Props = {
  readonly decided: readonly Decided[];
  /** How many key results were on the screen. */
  readonly seen: number;
  readonly today: string;
  readonly onBack: () => void;
  readonly onLeave: () => void;
};

export const MeetingEnd = ({ decided, seen, today, onBack, onLeave }: Props) => {
  const { jira, place } = useHost();
  const format = useFormat();
  const { projectId } = place;
  const project = useQuery({
    queryKey: ['project', projectId],
    queryFn: () => (projectId === null ? null : jira.project(projectId)),
    staleTime: Infinity,
  });
  const name = project.data?.name ?? place.projectKey ?? 'OKRs';
  return (
    <section className="meeting-end" aria-labelledby="meeting-end">
      <h2 id="meeting-end" className="meeting-stop__title">
        What was decided
      </h2>
      {decided.length === 0 && <p className="subtle">Nobody checked in during this meeting.</p>}
      <CopiedText label="What was decided" text={decidedText(decided, name, format.day(today), seen)} />
      <div className="button-row">
        <Button onClick={onBack}>Back to the meeting</Button>
        <Button onClick={onLeave}>Close</Button>
      </div>
    </section>
  );
};
