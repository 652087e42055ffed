/** Changing a key result: the preview of a rule, the reason a begun plan asks for, and who was faster, in words. */
import { screen, waitFor, within } from '@testing-library/react';
import type { KeyResultView, RulePreview } from '../../../src/contract/okr';
import type { CountingRule } from '../../../src/domain/model';
import { ApiError } from '../../../static/api-error';
import EditKeyResultDialog from '../../../static/features/project-okrs/edit-key-result-dialog';
import { createFakeHost, type Answers } from '../support/fake-host';
import { renderScreen } from '../support/render-screen';
import { details, metric, people, work } from '../project-okrs/sample-okrs';
import { milestones } from './samples';

const open = (keyResult: KeyResultView, answers: Answers) => {
  const host = createFakeHost({ listChanges: () => [], ...answers }, { people });
  const onClose = jest.fn();
  const shown = renderScreen(<EditKeyResultDialog keyResult={keyResult} projectId="10000" onClose={onClose} />, host);
  return { host, onClose, ...shown };
};
const sent = (host: ReturnType<typeof open>['host'], name: string) =>
  host.calls.filter((call) => call.name === name).map(({ input }) => input);

const ship = work('KR-32', 'Ship the payment sheet', { counts: { inScope: 12, counted: 12, done: 6 } });
const rule: CountingRule = ship.rule;
const previewOf = (progress: number): RulePreview => ({
  before: { progress: 0.5, expected: 0.57, health: 'on-track', work: ship.work },
  after: { progress, expected: 0.57, health: 'at-risk', work: { ...ship.work, counted: 9, done: 4, unestimated: 3 } },
  sharedIssues: 2,
});

describe('another counting rule', () => {
  it('shows what it would do, asks nothing while untouched, and writes nothing until it is saved', async () => {
    const { host, user, onClose } = open(ship, { previewRule: () => previewOf(0.44), editKeyResult: () => ship });
    const preview = within(screen.getByRole('region', { name: 'What the change would do' }));
    expect(preview.getByText(/Nothing is saved until you save/)).toBeInTheDocument();
    await user.click(screen.getByRole('radio', { name: /Its story points/ }));
    expect(await preview.findByRole('row', { name: 'Progress 50\u00a0% 44\u00a0%' })).toBeInTheDocument();
    expect(preview.getByRole('row', { name: 'Issues that count 12 9' })).toBeInTheDocument();
    expect(preview.getByRole('row', { name: 'Left out without an estimate 0 3' })).toBeInTheDocument();
    expect(preview.getByText('2 of the issues are in other key results too.')).toBeInTheDocument();
    expect(sent(host, 'previewRule')).toEqual([{ keyResultId: 'kr-32', rule: { ...rule, weightBy: 'points' } }]);
    expect(sent(host, 'editKeyResult')).toEqual([]);

    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(sent(host, 'editKeyResult')).toEqual([{ id: 'kr-32', version: 1, rule: { ...rule, weightBy: 'points' } }]);
  });

  it('asks once the typing has paused, and not for a rule that is not complete', async () => {
    const { host, user } = open(ship, { previewRule: () => previewOf(0.15) });
    await user.click(screen.getByRole('radio', { name: /A wanted amount/ }));
    expect(screen.getByText('The numbers follow once the rule is complete.')).toBeInTheDocument();
    await user.type(screen.getByRole('spinbutton', { name: /^Wanted/ }), '40');
    await screen.findByRole('row', { name: /^Progress 50\u00a0% 15/ });
    expect(sent(host, 'previewRule').at(-1)).toEqual({ keyResultId: 'kr-32', rule: { ...rule, wanted: 40 } });
    await user.click(screen.getByRole('radio', { name: /All that is in scope/ }));
    expect(screen.getByText(/Nothing is saved until you save/)).toBeInTheDocument();
  });

  it('says when there is no preview, and offers to ask again', async () => {
    let up = false;
    const { user } = open(ship, {
      previewRule: () => {
        if (!up) throw new ApiError({ code: 'JIRA_UNAVAILABLE', message: 'Jira did not answer as it should.' });
        return previewOf(0.44);
      },
    });
    await user.click(screen.getByRole('radio', { name: /^Split/ }));
    expect(await screen.findByText('Jira did not answer as it should.')).toBeInTheDocument();
    up = true;
    await user.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await screen.findByRole('row', { name: /^Progress 50\u00a0% 44/ })).toBeInTheDocument();
  });

  it('of the issues beside a metric is edited there too', async () => {
    const twoTracks = metric('KR-31', 'Time to pay', { track: { progress: 0.9, rule, work: ship.work, diverges: true } });
    open(twoTracks, {});
    expect(screen.getByRole('button', { name: 'How the issues beside it count' })).toBeInTheDocument();
    expect(screen.getByRole('spinbutton', { name: /^Start/ })).toHaveDisplayValue('4.2');
  });
});

describe('a plan that has begun', () => {
  const begun = work('KR-32', 'Ship the payment sheet', { asksReason: true });

  it('asks why only once something of the plan changes, and sends the reason with it', async () => {
    const { host, user, onClose } = open(begun, { editKeyResult: () => begun });
    await user.type(screen.getByRole('textbox', { name: /^Key result/ }), '!');
    expect(screen.queryByRole('textbox', { name: /^Why does the plan change/ })).not.toBeInTheDocument();
    const weight = screen.getByRole('spinbutton', { name: 'Weight in the objective' });
    await user.clear(weight);
    await user.type(weight, '2');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    const why = screen.getByRole('textbox', { name: /^Why does the plan change/ });
    expect(why).toHaveAccessibleDescription(/say in a few words why it changes/);
    expect(why).toHaveFocus();
    expect(sent(host, 'editKeyResult')).toEqual([]);
    await user.type(why, 'It matters more{Enter}');
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(sent(host, 'editKeyResult')).toEqual([
      { id: 'kr-32', version: 1, title: 'Ship the payment sheet!', weight: 2, reason: 'It matters more' },
    ]);
  });

  it('does not ask when the change was taken back', async () => {
    const { host, user, onClose } = open(begun, {});
    const weight = screen.getByRole('spinbutton', { name: 'Weight in the objective' });
    await user.clear(weight);
    await user.type(weight, '2');
    expect(screen.getByRole('textbox', { name: /^Why does the plan change/ })).toBeInTheDocument();
    await user.clear(weight);
    await user.type(weight, '1{Enter}');
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(host.calls.filter(({ name }) => name !== 'getWording')).toEqual([]);
  });
});

describe('when somebody else saved first', () => {
  it('two lists of milestones are told in words', async () => {
    const mine = milestones('KR-5', 'Certificate');
    const theirs = {
      ...mine,
      version: 2,
      milestones: [{ id: 'milestone-1', title: 'Auditor chosen', weight: 3, reachedDay: '2026-10-20' }],
    };
    let stored = mine;
    const { host, user, onClose } = open(mine, {
      getKeyResult: () => details(stored),
      editKeyResult: ({ version }) => {
        if (version === 2) return stored;
        stored = theirs;
        throw new ApiError({ code: 'CONFLICT', message: 'Somebody else saved first.' });
      },
    });
    await user.click(screen.getByRole('button', { name: 'Remove Certificate on the site' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    const yours = await screen.findByRole('radio', { name: /^Yours: 1\. Auditor chosen \(weighs 1, reached on 20 Oct\)$/ });
    expect(yours).toBeChecked();
    await user.click(screen.getByRole('radio', { name: /^Theirs: 1\. Auditor chosen \(weighs 3, reached on 20 Oct\)$/ }));
    expect(screen.getByRole('spinbutton', { name: 'Weight of Auditor chosen' })).toHaveDisplayValue('3');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(sent(host, 'editKeyResult')).toHaveLength(1);
  });

  it('their other choices are taken over, and mine stay', async () => {
    const theirs = work('KR-32', 'Ship the payment sheet', { version: 2, rule: { ...rule, weightBy: 'points' } });
    let stored: KeyResultView = ship;
    const { host, user, onClose } = open(ship, {
      previewRule: () => previewOf(0.44),
      getKeyResult: () => details(stored),
      editKeyResult: ({ version }) => {
        if (version === 2) return stored;
        stored = theirs;
        throw new ApiError({ code: 'CONFLICT', message: 'Somebody else saved first.' });
      },
    });
    await user.click(screen.getByRole('radio', { name: /^Split/ }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/It does not touch what you changed/)).toBeInTheDocument();
    expect(screen.getByRole('radio', { name: /Its story points/ })).toBeChecked();
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(sent(host, 'editKeyResult').at(-1)).toEqual({
      id: 'kr-32',
      version: 2,
      rule: { ...rule, weightBy: 'points', shared: 'split' },
    });
  });
});
