/** A value of a key result's form as a person reads it, for the question which of two to keep. */
import type { ReactNode } from 'react';
import type { Format } from '../../ui/format';
import { Person } from '../../ui/person';
import { DismissedShown } from '../quality/dismissed-shown';
import type { KeyResultDraft } from './key-result-draft';
import type { MilestoneDraft } from './milestone-draft';

const choices: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  weightBy: { count: '1, whatever its size', points: 'its story points', estimate: 'its original estimate', field: 'a number field' },
  unestimatedAs: { 'leave-out': 'left out', weight: 'counted all the same' },
  against: { scope: 'all that is in scope', wanted: 'a wanted amount' },
  shared: { repeat: 'counted whole in each', split: 'split' },
  valueBy: { hand: 'people type it in', jira: 'Jira says it' },
  measure: { count: 'how many issues it finds', sum: 'the sum of a field', average: 'the average of a field' },
};

const MilestonesShown = ({ milestones, format }: { readonly milestones: readonly MilestoneDraft[]; readonly format: Format }) => (
  <>
    {milestones.map(({ id, title, weight, reachedDay }, at) => (
      <span key={id} className="clash-choice__line">
        {`${at + 1}. ${title} (weighs ${weight}${reachedDay === '' ? '' : `, reached on ${format.day(reachedDay)}`})`}
      </span>
    ))}
  </>
);

/** An empty list is an empty list of whichever. */
const ListShown = ({
  list,
  format,
}: {
  readonly list: KeyResultDraft['milestones'] | KeyResultDraft['dismissedRules'];
  readonly format: Format;
}) => {
  const dismissed = list.flatMap((one) => ('rule' in one ? [one] : []));
  const milestones = list.flatMap((one) => ('rule' in one ? [] : [one]));
  return milestones.length > 0 ? <MilestonesShown milestones={milestones} format={format} /> : <DismissedShown rules={dismissed} />;
};

export const showKeyResultField =
  (format: Format) =>
  <K extends keyof KeyResultDraft>(field: K, value: KeyResultDraft[K]): ReactNode => {
    if (typeof value !== 'string') return <ListShown list={value} format={format} />;
    if (field === 'owner') return <Person accountId={value === '' ? null : value} withName />;
    if (field === 'startDay' || field === 'dueDay') return value === '' ? 'with the cycle' : format.day(value);
    if (field === 'jql') return <code>{value}</code>;
    return choices[field]?.[value] ?? (value === '' ? 'empty' : value);
  };
