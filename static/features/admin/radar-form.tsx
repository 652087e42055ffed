/** The limits by which the radar judges, derailer by derailer. */
import type { SettingView } from '../../../src/contract/settings';
import { useHost } from '../../host';
import { NumberField } from '../../ui/field';
import { errorAt } from '../project-okrs/field-errors';
import { useEdit } from '../project-okrs/use-edit';
import { sameSetting, useSettingChange } from './queries';
import { radarTitles } from '../radar/titles';
import type { Derailer } from '../../../src/domain/radar/derailers';
import { SettingForm } from './setting-form';

type Thing = SettingView<'radar'>;
type Field = keyof Thing['value'];
type RadarDraft = Readonly<Record<Field, string>>;

const labels: Readonly<Record<Field, string>> = {
  tooHard: 'Too hard below this chance',
  tooSafe: 'Too safe above this first chance',
  strain: 'Most times the recent pace',
  jump: 'Largest step from the start',
  load: 'Most work taken on',
  companyObjectives: 'Objectives of the company or a group',
  projectObjectives: 'Objectives of a project',
  fewestKeyResults: 'Key results of an objective, at least',
  mostKeyResults: 'Key results of an objective, at most',
  idleDays: 'Days without an issue that moved',
  dataDays: 'Days without a new value',
  strong: 'Well put from this strength',
  weak: 'Weak below this strength',
  overdueDays: 'Days a check-in is overdue',
  blockedDays: 'Days a blocker may be open',
  patienceDays: 'Days of patience',
  mostOwned: 'Key results one person can own',
  fewestVotes: 'Fewest votes that say something',
  turnout: 'Share of those asked that votes',
  spread: 'Votes lie apart from this difference',
};

const help: Readonly<Record<Field, string>> = {
  tooHard: '0 to 1; 0.1 by default.',
  tooSafe: '0 to 1; 0.95 by default.',
  strain: 'Needed pace ÷ recent pace; 1.5 by default.',
  jump: 'Without a forecast, as a share of the start; 1 (it doubles) by default.',
  load: 'Committed ÷ what a team finishes; 1.2 by default.',
  companyObjectives: '5 by default.',
  projectObjectives: '3 by default.',
  fewestKeyResults: '2 by default.',
  mostKeyResults: '5 by default.',
  idleDays: '14 by default.',
  dataDays: '14 by default.',
  strong: '0 to 100; 75 by default.',
  weak: '0 to 100; 45 by default.',
  overdueDays: 'From then on it counts whole; 3 by default.',
  blockedDays: '7 by default.',
  patienceDays: 'Before something new, unread, unanswered or not closed counts; 7 by default.',
  mostOwned: '5 by default.',
  fewestVotes: '3 by default.',
  turnout: '0 to 1; 0.5 by default.',
  spread: 'Highest − lowest, of 10; 4 by default.',
};

const sections: readonly (readonly [Derailer, readonly Field[]])[] = [
  ['realistic', ['tooHard', 'tooSafe', 'strain', 'jump', 'load']],
  ['planned', ['companyObjectives', 'projectObjectives', 'fewestKeyResults', 'mostKeyResults']],
  ['aligned', ['idleDays']],
  ['monitored', ['dataDays']],
  ['well-put', ['strong', 'weak']],
  ['followed-up', ['overdueDays', 'blockedDays', 'patienceDays']],
  ['owned', ['mostOwned']],
  ['bought-into', ['fewestVotes', 'turnout', 'spread']],
];
const fields = sections.flatMap(([, own]) => own);

const each = <T,>(of: (field: Field) => T): Readonly<Record<Field, T>> => ({
  tooHard: of('tooHard'),
  tooSafe: of('tooSafe'),
  strain: of('strain'),
  jump: of('jump'),
  load: of('load'),
  companyObjectives: of('companyObjectives'),
  projectObjectives: of('projectObjectives'),
  fewestKeyResults: of('fewestKeyResults'),
  mostKeyResults: of('mostKeyResults'),
  idleDays: of('idleDays'),
  dataDays: of('dataDays'),
  strong: of('strong'),
  weak: of('weak'),
  overdueDays: of('overdueDays'),
  blockedDays: of('blockedDays'),
  patienceDays: of('patienceDays'),
  mostOwned: of('mostOwned'),
  fewestVotes: of('fewestVotes'),
  turnout: of('turnout'),
  spread: of('spread'),
});

const draftOf = ({ value }: Thing): RadarDraft => each((field) => String(value[field]));

const checkNumbers = (draft: RadarDraft): Partial<Record<Field, string>> =>
  Object.fromEntries(
    fields
      .filter((field) => draft[field].trim() === '' || !Number.isFinite(Number(draft[field])))
      .map((field) => [field, 'Give a number.']),
  );

const RadarForm = ({ setting }: { readonly setting: Thing }) => {
  const { showFlag } = useHost();
  const { save, reload, stored } = useSettingChange('radar');
  const edit = useEdit({
    thing: setting,
    draftOf,
    reload,
    stored: () => stored(setting),
    check: (_, draft) => checkNumbers(draft),
    requestOf: ({ value, version }, draft) => {
      const next = each((field) => Number(draft[field]));
      return sameSetting(next, value) ? null : { group: 'radar' as const, version, value: next };
    },
    save,
    onSaved: () => showFlag({ title: 'Radar saved', tone: 'success' }),
  });
  return (
    <SettingForm
      title="Radar"
      about="By these limits the ten scores of the Health view are judged, from the next look on. What is on record of past weeks stays."
      edit={edit}
      labels={labels}
    >
      {sections.map(([derailer, own]) => (
        <fieldset key={derailer} className="setting-group">
          <legend>{radarTitles[derailer]}</legend>
          {own.map((field) => (
            <NumberField
              key={field}
              label={labels[field]}
              help={help[field]}
              min={0}
              max={100}
              value={edit.draft[field]}
              onChange={edit.set(field)}
              error={errorAt(field, edit.wrong, edit.error)}
            />
          ))}
        </fieldset>
      ))}
    </SettingForm>
  );
};

export default RadarForm;
