/** How often people are asked to check in on a key result. */
import type { SettingView } from '../../../src/contract/settings';
import { useHost } from '../../host';
import { NumberField } from '../../ui/field';
import { errorAt } from '../project-okrs/field-errors';
import { useEdit } from '../project-okrs/use-edit';
import { sameSetting, useSettingChange } from './queries';
import { SettingForm } from './setting-form';

type Thing = SettingView<'checkIns'>;
type CheckInsDraft = { readonly cadenceDays: string };

const labels = { cadenceDays: 'Days between two check-ins' } as const;

const draftOf = ({ value }: Thing): CheckInsDraft => ({ cadenceDays: String(value.cadenceDays) });

export const CheckInsForm = ({ setting }: { readonly setting: Thing }) => {
  const { showFlag } = useHost();
  const { save, reload, stored } = useSettingChange('checkIns');
  const edit = useEdit({
    thing: setting,
    draftOf,
    reload,
    stored: () => stored(setting),
    check: (_, { cadenceDays }) => (/^[1-9]\d?$/.test(cadenceDays.trim()) ? {} : { cadenceDays: 'Give a whole number of days, 1 to 92.' }),
    requestOf: ({ value, version }, { cadenceDays }) => {
      const next = { cadenceDays: Number(cadenceDays) };
      return sameSetting(next, value) ? null : { group: 'checkIns' as const, version, value: next };
    },
    save,
    onSaved: () => showFlag({ title: 'Check-ins saved', tone: 'success' }),
  });
  return (
    <SettingForm
      title="Check-ins"
      about="A key result of a running cycle that nobody has checked in on for longer is stale, and never shown as on track."
      edit={edit}
      labels={labels}
    >
      <NumberField
        label={labels.cadenceDays}
        help="7 is weekly, the default."
        min={1}
        max={92}
        value={edit.draft.cadenceDays}
        onChange={edit.set('cadenceDays')}
        error={errorAt('cadenceDays', edit.wrong, edit.error)}
      />
    </SettingForm>
  );
};
