/** A value of an objective's form as a person reads it, for the question which of two to keep. */
import type { ReactNode } from 'react';
import type { CycleView } from '../../../src/contract/okr';
import type { Format } from '../../ui/format';
import { Person } from '../../ui/person';
import { ambitionNames } from '../closing/ambition-words';
import { DismissedShown } from '../quality/dismissed-shown';
import type { ObjectiveDraft, ObjectiveField } from './objective-draft';
import { ParentName } from './parent-picker';

type Known = { readonly objectiveId: string; readonly cycles: readonly CycleView[]; readonly format: Format };

const choices: Readonly<Record<string, string>> = {
  ...ambitionNames,
  'key-results': 'its key results only',
  'with-children': 'its key results, and the objectives aligned to it',
  computed: 'its parts say it',
  written: 'written in for a while',
};

export const showObjectiveField =
  ({ objectiveId, cycles, format }: Known) =>
  (field: ObjectiveField, value: ObjectiveDraft[ObjectiveField]): ReactNode => {
    if (typeof value !== 'string') return <DismissedShown rules={value} />;
    switch (field) {
      case 'owner':
        return <Person accountId={value === '' ? null : value} withName />;
      case 'cycle':
        return cycles.find((cycle) => cycle.id === value)?.name ?? value;
      case 'parent':
        return <ParentName about={{ objectiveId }} parent={value} />;
      case 'ambition':
      case 'rollUp':
      case 'override':
        return choices[value] ?? value;
      case 'overrideUntil':
        return value === '' ? 'empty' : format.day(value);
      default:
        return value === '' ? 'empty' : value;
    }
  };
