/** What health is judged by: the chance where there is a forecast, else progress divided by expected progress; each against its limits. */
import type { SettingView } from '../../../src/contract/settings';
import { useHost } from '../../host';
import { NumberField } from '../../ui/field';
import { errorAt } from '../project-okrs/field-errors';
import { useEdit } from '../project-okrs/use-edit';
import { sameSetting, useSettingChange } from './queries';
import { SettingForm } from './setting-form';

type Thing = SettingView<'health'>;
type Field = keyof Thing['value'];
type HealthDraft = Readonly<Record<Field, string>>;

const labels = {
  chanceOnTrack: 'On track from a chance of',
  chanceAtRisk: 'At risk from a chance of',
  onTrack: 'On track from a pace of',
  atRisk: 'At risk from a pace of',
  grace: 'Judged by pace once this much is expected',
} as const;
const fields: readonly Field[] = ['chanceOnTrack', 'chanceAtRisk', 'onTrack', 'atRisk', 'grace'];

const help: Readonly<Record<Field, string>> = {
  chanceOnTrack: 'Of reaching the target by the due day; 0.7 by default.',
  chanceAtRisk: 'Below it is off track; 0.4 by default.',
  onTrack: 'Progress ÷ expected progress, where there is no forecast; 0.85 by default.',
  atRisk: 'Below it is off track; 0.6 by default.',
  grace: 'Before that, being behind means nothing yet; 0.1 by default.',
};

const checkNumbers = (draft: HealthDraft): Partial<Record<Field, string>> =>
  Object.fromEntries(
    fields
      .filter((field) => draft[field].trim() === '' || !Number.isFinite(Number(draft[field])))
      .map((field) => [field, 'Give a number.']),
  );

const draftOf = ({ value }: Thing): HealthDraft => ({
  chanceOnTrack: String(value.chanceOnTrack),
  chanceAtRisk: String(value.chanceAtRisk),
  onTrack: String(value.onTrack),
  atRisk: String(value.atRisk),
  grace: String(value.grace),
});

export const HealthForm = ({ setting }: { readonly setting: Thing }) => {
  const { showFlag } = useHost();
  const { save, reload, stored } = useSettingChange('health');
  const edit = useEdit({
    thing: setting,
    draftOf,
    reload,
    stored: () => stored(setting),
    check: (_, draft) => checkNumbers(draft),
    requestOf: ({ value, version }, draft) => {
      const next = {
        onTrack: Number(draft.onTrack),
        atRisk: Number(draft.atRisk),
        grace: Number(draft.grace),
        chanceOnTrack: Number(draft.chanceOnTrack),
        chanceAtRisk: Number(draft.chanceAtRisk),
      };
      return sameSetting(next, value) ? null : { group: 'health' as const, version, value: next };
    },
    save,
    onSaved: () => showFlag({ title: 'Health saved', tone: 'success' }),
  });
  return (
    <SettingForm
      title="Health"
      about="Applies at once to every health that is shown, of running cycles and of closed ones."
      edit={edit}
      labels={labels}
    >
      {fields.map((field) => (
        <NumberField
          key={field}
          label={labels[field]}
          help={help[field]}
          min={0}
          max={2}
          value={edit.draft[field]}
          onChange={edit.set(field)}
          error={errorAt(field, edit.wrong, edit.error)}
        />
      ))}
    </SettingForm>
  );
};
