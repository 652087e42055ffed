/** The admin page: cycles and their next steps, settings under their version, and two administrators at once. */
import { screen, waitFor, within } from '@testing-library/react';
import { radarThresholds } from '../../../src/domain/radar/thresholds';
import type { Input } from '../../../src/contract/api';
import type { ClosingLine, CycleClosing } from '../../../src/contract/closing';
import type { CycleView } from '../../../src/contract/okr';
import type { SettingsView } from '../../../src/contract/settings';
import { ApiError } from '../../../static/api-error';
import AdminPage from '../../../static/features/admin/admin-page';
import { createFakeHost, type Answers } from '../support/fake-host';
import { renderScreen } from '../support/render-screen';

const cycle = (over: Partial<CycleView>): CycleView => ({
  id: '2026-q4',
  name: 'Q4 2026',
  startDay: '2026-10-01',
  endDay: '2026-12-31',
  state: 'running',
  closedDay: null,
  themes: [],
  capacity: null,
  version: 1,
  ...over,
});
const quarter = cycle({});
const year = cycle({ id: 'year', name: '2026', startDay: '2026-01-01', state: 'draft' });
const over = cycle({
  id: '2026-q3',
  name: 'Q3 2026',
  startDay: '2026-07-01',
  endDay: '2026-09-30',
  state: 'closed',
  closedDay: '2026-10-02',
});

const line = (key: string, over: Partial<ClosingLine> = {}): ClosingLine => ({
  id: key.toLowerCase(),
  key,
  title: 'A quick checkout',
  home: { level: 'company' },
  ownerAccountId: 'mia',
  ambition: 'committed',
  progress: 0.4,
  grade: null,
  nextStep: null,
  waitsFor: null,
  carriedOverFrom: [],
  carriedOverTo: [],
  ...over,
});

const closing = (lines: readonly ClosingLine[], over: Partial<CycleClosing> = {}): CycleClosing => ({
  cycle: quarter,
  today: '2026-11-22',
  roles: { isOkrAdmin: true, ledGroupIds: [] },
  lines,
  ...over,
});

const settings: SettingsView = {
  counting: { value: { excludedResolutions: ["Won't Do", 'Duplicate'], pointsFieldId: null }, version: 0 },
  health: { value: { onTrack: 0.85, atRisk: 0.6, grace: 0.1, chanceOnTrack: 0.7, chanceAtRisk: 0.4 }, version: 0 },
  calendar: { value: { workingWeekdays: [1, 2, 3, 4, 5], holidays: [] }, version: 0 },
  checkIns: { value: { cadenceDays: 7 }, version: 2 },
  radar: { value: radarThresholds, version: 0 },
  reminders: { value: { isOn: true, againDays: 1, staleDays: 3, escalateDays: 7, perWeek: 10, digest: true }, version: 0 },
  wording: { value: { languages: [] }, version: 0 },
};

const page = (answers: Answers = {}) => {
  const host = createFakeHost({
    getSettings: () => settings,
    listCycles: () => [over, year, quarter],
    listNumberFields: () => [],
    ...answers,
  });
  return { host, ...renderScreen(<AdminPage />, host) };
};

describe('cycles', () => {
  it('are nested by their days, each with the steps it can take', async () => {
    page();
    const rows = within(await screen.findByRole('region', { name: 'Cycles of the site' })).getAllByRole('row');
    expect(rows.map((row) => within(row).queryByRole('rowheader')?.textContent)).toEqual([undefined, '2026', 'Q4 2026', 'Q3 2026']);
    expect(screen.getByRole('button', { name: 'Start 2026' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Close Q4 2026' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Reopen Q3 2026' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Edit Q3 2026' })).not.toBeInTheDocument();
  });

  it('are closed after a question, under the version that was seen', async () => {
    const { user, host } = page({
      getCycleClosing: () => closing([line('O-1', { grade: { grade: 1, verdict: 'met' } })]),
      closeCycle: () => cycle({ state: 'closed', closedDay: '2026-11-22', version: 2 }),
    });
    await user.click(await screen.findByRole('button', { name: 'Close Q4 2026' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Close Q4 2026?' }));
    expect(dialog.getByText(/its numbers stand still/)).toBeInTheDocument();
    expect(await dialog.findByText(/^One objective that you can see stands still, 1 of them graded/)).toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: 'Close the cycle' }));
    await waitFor(() => expect(host.flags).toEqual([{ title: 'Q4 2026 closed', tone: 'success' }]));
    expect(host.calls).toContainEqual({ name: 'closeCycle', input: { id: '2026-q4', version: 1 } });
  });

  it('with objectives that nobody has graded are closed with a reason only', async () => {
    const { user, host } = page({
      getCycleClosing: () => closing([line('O-1'), line('O-2')]),
      closeCycle: () => cycle({ state: 'closed', closedDay: '2026-11-22', version: 2 }),
    });
    await user.click(await screen.findByRole('button', { name: 'Close Q4 2026' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Close Q4 2026?' }));
    const reason = await dialog.findByRole('textbox', { name: /^Why is it closed without grades/ });
    const close = dialog.getByRole('button', { name: 'Close the cycle' });
    await user.click(close);
    expect(dialog.getByText('Say in a few words why it is closed with objectives that nobody has graded.')).toBeInTheDocument();
    await user.type(reason, 'The team is gone');
    await user.click(close);
    await waitFor(() => expect(host.flags).toHaveLength(1));
    expect(host.calls).toContainEqual({ name: 'closeCycle', input: { id: '2026-q4', version: 1, reason: 'The team is gone' } });
  });

  it('that are over lead from the question to what is to be graded, and back to the list', async () => {
    const { user } = page({ getCycleClosing: () => closing([line('O-1')]), listGroups: () => [] });
    await user.click(await screen.findByRole('button', { name: 'Close Q4 2026' }));
    await user.click(await screen.findByRole('button', { name: 'Grade first' }));
    expect(await screen.findByRole('heading', { name: 'Close Q4 2026' })).toBeInTheDocument();
    expect(await screen.findByRole('button', { name: 'Grade O-1' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /All cycles/ }));
    expect(await screen.findByRole('region', { name: 'Cycles of the site' })).toBeInTheDocument();
  });

  it('that begin later are prepared step by step, each of which opens in place', async () => {
    const edits: Input<'editCycle'>[] = [];
    const { user } = page({
      getCycleReadiness: () => ({
        cycle: quarter,
        previous: over,
        checks: [
          { check: 'dates', state: 'done', evidence: [], more: 0 },
          { check: 'themes', state: 'missing', evidence: [], more: 0 },
          {
            check: 'previous-graded',
            state: 'missing',
            evidence: [{ type: 'objective', id: 'o-9', key: 'O-9', title: 'Left over', cycleId: over.id, keyResults: 2 }],
            more: 3,
          },
          { check: 'company-objectives', state: 'not-asked', evidence: [], more: 0 },
          { check: 'project-objectives', state: 'missing', evidence: [], more: 2 },
          { check: 'key-results', state: 'missing', evidence: [], more: 0 },
        ],
        done: 1,
        asked: 5,
        limits: { companyObjectives: 5, projectObjectives: 1, fewestKeyResults: 1, mostKeyResults: 4 },
      }),
      editCycle: (input) => {
        edits.push(input);
        return cycle({ version: 2 });
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Prepare Q4 2026' }));
    expect(await screen.findByText('1 of 5 things are settled.')).toBeInTheDocument();
    expect(screen.getByText('No project wants more than 1 thing')).toBeInTheDocument();
    expect(screen.getByText('Every objective has 1 to 4 key results')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Left over' })).toBeInTheDocument();
    expect(screen.getByText('3 more')).toBeInTheDocument();
    expect(screen.queryByText(/at most 5 things/)).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Name themes' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Edit Q4 2026' }));
    await user.type(dialog.getByRole('textbox', { name: 'Themes' }), 'Fewer surprises{Enter}{Enter} Speed ');
    await user.type(dialog.getByRole('textbox', { name: 'Capacity' }), 'Two people less');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(edits).toEqual([{ id: '2026-q4', version: 1, themes: ['Fewer surprises', 'Speed'], capacity: 'Two people less' }]),
    );
  });

  it('begin with a usual span, or own dates', async () => {
    const made: Input<'createCycle'>[] = [];
    const { user } = page({
      createCycle: (input) => {
        made.push(input);
        return cycle({ ...input, state: 'draft' });
      },
    });
    await user.click(await screen.findByRole('button', { name: 'New cycle' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'New cycle' }));
    await user.click(dialog.getByRole('radio', { name: 'Half a year' }));
    const name = dialog.getByRole('textbox', { name: /Name/ });
    expect(name).toHaveDisplayValue(/^H[12] \d{4}$/);
    await user.clear(name);
    await user.click(dialog.getByRole('button', { name: 'Make the cycle' }));
    expect(await dialog.findByText('Give the cycle a name.')).toBeInTheDocument();
    await user.type(name, 'Two halves');
    await user.click(dialog.getByRole('button', { name: 'Make the cycle' }));
    await waitFor(() => expect(made).toMatchObject([{ name: 'Two halves' }]));
  });
});

describe('settings', () => {
  it('are saved under their version, and can be saved again', async () => {
    let stored = settings;
    const { user, host } = page({
      getSettings: () => stored,
      changeSetting: (input) => {
        if (input.group === 'checkIns') stored = { ...stored, checkIns: { value: input.value, version: input.version + 1 } };
        return stored;
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Check-ins' }));
    const days = await screen.findByRole('spinbutton', { name: 'Days between two check-ins' });
    for (const value of ['14', '7']) {
      await user.clear(days);
      await user.type(days, value);
      await user.click(screen.getByRole('button', { name: 'Save' }));
      await waitFor(() => expect(stored.checkIns.value.cadenceDays).toBe(Number(value)));
    }
    expect(host.calls.filter(({ name }) => name === 'changeSetting')).toEqual([
      { name: 'changeSetting', input: { group: 'checkIns', version: 2, value: { cadenceDays: 14 } } },
      { name: 'changeSetting', input: { group: 'checkIns', version: 3, value: { cadenceDays: 7 } } },
    ]);
  });

  it('of two administrators meet: both values are shown, and nobody’s words vanish', async () => {
    let stored = settings;
    const { user } = page({
      getSettings: () => stored,
      changeSetting: (input) => {
        if (input.group !== 'checkIns') throw new Error('Another group.');
        if (input.version !== stored.checkIns.version)
          throw new ApiError({ code: 'CONFLICT', message: 'Somebody else changed this setting.' });
        stored = { ...stored, checkIns: { value: input.value, version: input.version + 1 } };
        return stored;
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Check-ins' }));
    const days = await screen.findByRole('spinbutton', { name: 'Days between two check-ins' });
    await user.clear(days);
    await user.type(days, '14');
    stored = { ...settings, checkIns: { value: { cadenceDays: 10 }, version: 3 } };
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('radio', { name: 'Yours: 14' })).toBeChecked();
    await user.click(screen.getByRole('radio', { name: 'Theirs: 10' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('radio')).not.toBeInTheDocument());
    expect(stored.checkIns.value.cadenceDays).toBe(10);
  });

  it('say what is wrong before anything is sent', async () => {
    const { user, host } = page();
    await user.click(await screen.findByRole('button', { name: 'Calendar' }));
    await user.type(await screen.findByRole('textbox', { name: 'Days off' }), '25 December');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByText('25 December is not a day like 2026-12-25.')).toBeInTheDocument();
    expect(host.calls.filter(({ name }) => name === 'changeSetting')).toEqual([]);
  });

  it('are not shown to whoever may not change them', async () => {
    page({
      getSettings: () => {
        throw new ApiError({ code: 'FORBIDDEN', message: 'Only an OKR admin can do this. Ask one of them.' });
      },
    });
    expect(await screen.findByText('Only an OKR admin can do this. Ask one of them.')).toBeInTheDocument();
  });
});
