/** Which days are worked: expected progress counts those only. */
import { isDay } from '../../../src/domain/calendar';
import type { SettingView } from '../../../src/contract/settings';
import { useHost } from '../../host';
import { TextAreaField } from '../../ui/field';
import { errorAt } from '../project-okrs/field-errors';
import { useEdit } from '../project-okrs/use-edit';
import { linesOf, textOfLines } from './lines';
import { sameSetting, useSettingChange } from './queries';
import { SettingForm } from './setting-form';

type Thing = SettingView<'calendar'>;
type CalendarDraft = { readonly workingWeekdays: string; readonly holidays: string };

const labels = { workingWeekdays: 'Working days', holidays: 'Days off' } as const;
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** `1,2,3` */
const textOfDays = (days: readonly number[]): string => [...days].sort((a, b) => a - b).join(',');
const daysOfText = (text: string): number[] => (text === '' ? [] : text.split(',').map(Number));

const toggled = (text: string, day: number): string => {
  const days = daysOfText(text);
  return textOfDays(days.includes(day) ? days.filter((each) => each !== day) : [...days, day]);
};

const draftOf = ({ value }: Thing): CalendarDraft => ({
  workingWeekdays: textOfDays(value.workingWeekdays),
  holidays: textOfLines(value.holidays),
});

const checkDays = (draft: CalendarDraft): Partial<CalendarDraft> => {
  const odd = linesOf(draft.holidays).find((line) => !isDay(line));
  return {
    ...(draft.workingWeekdays === '' ? { workingWeekdays: 'Choose at least one day.' } : {}),
    ...(odd === undefined ? {} : { holidays: `${odd} is not a day like 2026-12-25.` }),
  };
};

export const CalendarForm = ({ setting }: { readonly setting: Thing }) => {
  const { showFlag } = useHost();
  const { save, reload, stored } = useSettingChange('calendar');
  const edit = useEdit({
    thing: setting,
    draftOf,
    reload,
    stored: () => stored(setting),
    check: (_, draft) => checkDays(draft),
    requestOf: ({ value, version }, draft) => {
      const next = { workingWeekdays: daysOfText(draft.workingWeekdays), holidays: linesOf(draft.holidays) };
      return sameSetting(next, value) ? null : { group: 'calendar' as const, version, value: next };
    },
    save,
    onSaved: () => showFlag({ title: 'Calendar saved', tone: 'success' }),
  });
  const chosen = daysOfText(edit.draft.workingWeekdays);
  const wrongDays = errorAt('workingWeekdays', edit.wrong, edit.error);
  return (
    <SettingForm title="Calendar" about="Where a steady pace would be today counts working days only." edit={edit} labels={labels}>
      <fieldset className="field">
        <legend className="field__label">{labels.workingWeekdays}</legend>
        {weekdays.map((name, index) => (
          <label key={name} className="field__choice">
            <input
              type="checkbox"
              checked={chosen.includes(index + 1)}
              onChange={() => edit.set('workingWeekdays')(toggled(edit.draft.workingWeekdays, index + 1))}
            />
            <span>{name}</span>
          </label>
        ))}
        {wrongDays !== null && (
          <div className="field__error" role="alert">
            {wrongDays}
          </div>
        )}
      </fieldset>
      <TextAreaField
        label={labels.holidays}
        help="One a line, like 2026-12-25."
        rows={6}
        value={edit.draft.holidays}
        onChange={edit.set('holidays')}
        error={errorAt('holidays', edit.wrong, edit.error)}
      />
    </SettingForm>
  );
};
