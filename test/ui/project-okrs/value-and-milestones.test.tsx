/** The next value of a metric or band, typed in or asked of Jira; milestones that are reached. */
import { screen, waitFor } from '@testing-library/react';
import type { KeyResultView } from '../../../src/contract/okr';
import { ApiError } from '../../../static/api-error';
import { MilestoneList } from '../../../static/features/project-okrs/milestone-list';
import { ValueEntry } from '../../../static/features/key-result/value-entry';
import { band, milestones } from '../key-result-form/samples';
import { createFakeHost, type Answers } from '../support/fake-host';
import { renderScreen } from '../support/render-screen';
import { metric, people, today, work } from './sample-okrs';

const value = (keyResult: KeyResultView, may: boolean, answers: Answers = {}) => {
  const host = createFakeHost(answers, { people });
  return { host, ...renderScreen(<ValueEntry keyResult={keyResult} may={may} today={today} />, host) };
};

describe('the next value', () => {
  it('of a band is typed in', async () => {
    const cost = band('KR-4', 'Cost');
    const { host, user } = value(cost, true, { recordValue: () => cost });
    await user.type(screen.getByRole('spinbutton', { name: 'New value (ct)' }), '12.4{Enter}');
    await waitFor(() => expect(host.flags).toEqual([{ title: 'KR-4: 12.4\u00a0ct recorded', tone: 'success' }]));
  });

  it('is not offered to who may not record it, nor where there is none', () => {
    const { container } = value(band('KR-4', 'Cost'), false);
    expect(container).toBeEmptyDOMElement();
    expect(value(work('KR-1', 'Work'), true).container).toBeEmptyDOMElement();
  });

  const fromJira = (over: Partial<ReturnType<typeof metric>['metric']> = {}) =>
    metric('KR-2', 'Value delivered', {
      metric: {
        start: 0,
        target: 50,
        current: 17,
        currentDay: today,
        unit: '',
        source: { by: 'jira', jql: 'labels = slow', measure: 'sum', fieldId: 'customfield_10020' },
        ...over,
      },
    });

  it('is asked of Jira by anybody, with the query and the field in words', async () => {
    const { host, user } = value(fromJira(), false, {
      refreshValue: () => fromJira({ current: 21 }),
      listNumberFields: () => [{ id: 'customfield_10020', name: 'Business value' }],
    });
    expect(await screen.findByText('Business value')).toBeInTheDocument();
    expect(screen.getByText('labels = slow')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Refresh from Jira' }));
    await waitFor(() => expect(host.flags).toEqual([{ title: 'KR-2: Jira says 21', tone: 'success' }]));
  });

  it('stays as it is where Jira refuses, and says why', async () => {
    const { user } = value(fromJira(), true, {
      listNumberFields: () => [],
      refreshValue: () => {
        throw new ApiError({ code: 'INVALID', message: 'Jira refuses the query: no such label. Change it, then try again.' });
      },
    });
    await user.click(screen.getByRole('button', { name: 'Refresh from Jira' }));
    expect(await screen.findByText(/Jira refuses the query/)).toBeInTheDocument();
    expect(screen.getByText('a field you cannot see')).toBeInTheDocument();
  });
});

describe('milestones', () => {
  const certificate = milestones('KR-5', 'Certificate', { version: 3 });
  const list = (may: boolean, answers: Answers = {}) => {
    const host = createFakeHost(answers, { people });
    return { host, ...renderScreen(<MilestoneList keyResult={certificate} may={may} today={today} />, host) };
  };

  it('are reached today by a tick, and not reached by taking it away', async () => {
    const { host, user } = list(true, { reachMilestone: () => certificate });
    await user.click(screen.getByRole('checkbox', { name: 'Certificate on the site' }));
    await waitFor(() => expect(screen.getByRole('checkbox', { name: 'Auditor chosen' })).toBeEnabled());
    await user.click(screen.getByRole('checkbox', { name: 'Auditor chosen' }));
    await waitFor(() =>
      expect(host.calls.map(({ input }) => input)).toEqual([
        { keyResultId: 'kr-5', version: 3, milestoneId: 'milestone-2', reachedDay: today },
        { keyResultId: 'kr-5', version: 3, milestoneId: 'milestone-1', reachedDay: null },
      ]),
    );
  });

  it('take another day, once it is left', async () => {
    const { host, user } = list(true, { reachMilestone: () => certificate });
    const day = screen.getByLabelText('Day on which Auditor chosen was reached');
    await user.clear(day);
    await user.type(day, '2026-10-22');
    expect(host.calls).toEqual([]);
    await user.tab();
    await waitFor(() =>
      expect(host.calls.map(({ input }) => input)).toEqual([
        { keyResultId: 'kr-5', version: 3, milestoneId: 'milestone-1', reachedDay: '2026-10-22' },
      ]),
    );
  });

  it('are only read by who may not edit them', () => {
    list(false);
    expect(screen.getByRole('checkbox', { name: 'Certificate on the site' })).toBeDisabled();
    expect(screen.getByText('reached on 20 Oct')).toBeInTheDocument();
  });

  it('say when a tick was not saved', async () => {
    const { user } = list(true, {
      reachMilestone: () => {
        throw new ApiError({ code: 'CONFLICT', message: 'Somebody else changed this key result. Look again, then repeat your change.' });
      },
    });
    await user.click(screen.getByRole('checkbox', { name: 'Certificate on the site' }));
    expect(await screen.findByText(/Look again/)).toBeInTheDocument();
  });
});
