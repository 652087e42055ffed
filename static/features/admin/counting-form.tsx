/** How issues are counted: which resolutions take a done issue out of scope, and which field carries story points. */
import type { SettingView } from '../../../src/contract/settings';
import { useHost } from '../../host';
import { SelectField, TextAreaField } from '../../ui/field';
import { useNumberFields } from '../key-result-form/queries';
import { errorAt } from '../project-okrs/field-errors';
import { useEdit } from '../project-okrs/use-edit';
import { linesOf, textOfLines } from './lines';
import { sameSetting, useSettingChange } from './queries';
import { SettingForm } from './setting-form';

type Thing = SettingView<'counting'>;
type CountingDraft = { readonly excludedResolutions: string; readonly pointsFieldId: string };

const labels = {
  excludedResolutions: 'Resolutions that take a done issue out of scope',
  pointsFieldId: 'Field with story points',
} as const;

const draftOf = ({ value }: Thing): CountingDraft => ({
  excludedResolutions: textOfLines(value.excludedResolutions),
  pointsFieldId: value.pointsFieldId ?? '',
});

export const CountingForm = ({ setting }: { readonly setting: Thing }) => {
  const { showFlag } = useHost();
  const { save, reload, stored } = useSettingChange('counting');
  const fields = useNumberFields();
  const edit = useEdit({
    thing: setting,
    draftOf,
    reload,
    stored: () => stored(setting),
    check: () => ({}),
    requestOf: ({ value, version }, draft) => {
      const next = { excludedResolutions: linesOf(draft.excludedResolutions), pointsFieldId: draft.pointsFieldId || null };
      return sameSetting(next, value) ? null : { group: 'counting' as const, version, value: next };
    },
    save,
    onSaved: () => showFlag({ title: 'Counting saved', description: 'Numbers that depend on it follow.', tone: 'success' }),
  });
  const known = fields.data ?? [];
  const chosen = edit.draft.pointsFieldId;
  const choices = [
    { value: '', label: 'The one Jira uses' },
    ...known.map(({ id, name }) => ({ value: id, label: name })),
    ...(chosen === '' || known.some(({ id }) => id === chosen) ? [] : [{ value: chosen, label: chosen }]),
  ];
  return (
    <SettingForm
      title="Counting"
      about="A change is applied to every key result; on a large site it takes some minutes until all numbers have followed."
      edit={edit}
      labels={labels}
    >
      <TextAreaField
        label={labels.excludedResolutions}
        help="One a line. Upper and lower case are the same."
        rows={8}
        value={edit.draft.excludedResolutions}
        onChange={edit.set('excludedResolutions')}
        error={errorAt('excludedResolutions', edit.wrong, edit.error)}
      />
      <SelectField
        label={labels.pointsFieldId}
        choices={choices}
        value={chosen}
        onChange={edit.set('pointsFieldId')}
        error={errorAt('pointsFieldId', edit.wrong, edit.error)}
      />
    </SettingForm>
  );
};
