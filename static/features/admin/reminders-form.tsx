/** Whether and when people are reminded of what waits for them, and how much of it in a week. */
import type { SettingView } from '../../../src/contract/settings';
import { useHost } from '../../host';
import { NumberField, SelectField } from '../../ui/field';
import { errorAt } from '../project-okrs/field-errors';
import { useEdit } from '../project-okrs/use-edit';
import { sameSetting, useSettingChange } from './queries';
import { SettingForm } from './setting-form';

type Thing = SettingView<'reminders'>;
type RemindersDraft = Readonly<Record<keyof Thing['value'], string>>;
type Wrong = Partial<Record<keyof RemindersDraft, string>>;

const labels = {
  isOn: 'Reminders',
  againDays: 'Days until it is said again',
  staleDays: 'Days until it is said to be stale',
  escalateDays: 'Days until the owner of the objective is told',
  perWeek: 'Most reminders a person gets within seven days',
  digest: 'Weekly digest',
} as const;

const switches = [
  { value: 'on', label: 'On' },
  { value: 'off', label: 'Off' },
] as const;

const steps = ['againDays', 'staleDays', 'escalateDays'] as const;

const switched = (isOn: boolean): string => (isOn ? 'on' : 'off');

const draftOf = ({ value }: Thing): RemindersDraft => ({
  isOn: switched(value.isOn),
  againDays: String(value.againDays),
  staleDays: String(value.staleDays),
  escalateDays: String(value.escalateDays),
  perWeek: String(value.perWeek),
  digest: switched(value.digest),
});

const valueOf = (draft: RemindersDraft): Thing['value'] => ({
  isOn: draft.isOn === 'on',
  againDays: Number(draft.againDays),
  staleDays: Number(draft.staleDays),
  escalateDays: Number(draft.escalateDays),
  perWeek: Number(draft.perWeek),
  digest: draft.digest === 'on',
});

const isWhole = (text: string, most: number): boolean => /^[1-9]\d{0,2}$/.test(text.trim()) && Number(text) <= most;

function check(_: Thing, draft: RemindersDraft): Wrong {
  const days: Wrong = Object.fromEntries(
    steps.filter((step) => !isWhole(draft[step], 60)).map((step) => [step, 'Give a whole number of days, 1 to 60.']),
  );
  const value = valueOf(draft);
  const grows = value.againDays < value.staleDays && value.staleDays < value.escalateDays;
  return {
    ...(grows ? {} : { escalateDays: 'Each step comes after the one before. Give days that grow from one to the next.' }),
    ...days,
    ...(isWhole(draft.perWeek, 100) ? {} : { perWeek: 'Give a whole number, 1 to 100.' }),
  };
}

const RemindersForm = ({ setting }: { readonly setting: Thing }) => {
  const { showFlag } = useHost();
  const { save, reload, stored } = useSettingChange('reminders');
  const edit = useEdit({
    thing: setting,
    draftOf,
    reload,
    stored: () => stored(setting),
    check,
    requestOf: ({ value, version }, draft) => {
      const next = valueOf(draft);
      return sameSetting(next, value) ? null : { group: 'reminders' as const, version, value: next };
    },
    save,
    onSaved: () => showFlag({ title: 'Reminders saved', tone: 'success' }),
  });
  const wrongAt = (field: keyof RemindersDraft) => errorAt(field, edit.wrong, edit.error);
  return (
    <SettingForm
      title="Reminders"
      about="Who owns a check-in that is due, an answer or a vote finds it in the inbox of the OKR pages. Nothing is sent on days off, about drafts or closed cycles. Everybody may switch it off for themselves."
      edit={edit}
      labels={labels}
    >
      <SelectField label={labels.isOn} value={edit.draft.isOn} choices={switches} onChange={edit.set('isOn')} error={wrongAt('isOn')} />
      {steps.map((step) => (
        <NumberField
          key={step}
          label={labels[step]}
          help={step === 'againDays' ? 'Counted from the day it was due.' : undefined}
          min={1}
          max={60}
          value={edit.draft[step]}
          onChange={edit.set(step)}
          error={wrongAt(step)}
        />
      ))}
      <NumberField
        label={labels.perWeek}
        help="What is held back is told later; the inbox says how much it is."
        min={1}
        max={100}
        value={edit.draft.perWeek}
        onChange={edit.set('perWeek')}
        error={wrongAt('perWeek')}
      />
      <SelectField
        label={labels.digest}
        help="Everybody who owns, contributes or leads finds their week in the inbox on its first working day."
        value={edit.draft.digest}
        choices={switches}
        onChange={edit.set('digest')}
        error={wrongAt('digest')}
      />
    </SettingForm>
  );
};

export default RemindersForm;
