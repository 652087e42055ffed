/** What would help: what is suggested, what trying does, and that the form takes it up. */
import { screen, waitFor, within } from '@testing-library/react';
import type { KeyResultView } from '../../../src/contract/okr';
import { addDays } from '../../../src/domain/calendar';
import { forecastOf, type Outlook } from '../../../src/domain/forecast/forecast';
import { ApiError } from '../../../static/api-error';
import LeversSection from '../../../static/features/forecast/levers-section';
import { details, metric, people, scopeIssue, work } from '../project-okrs/sample-okrs';
import { createFakeHost } from '../support/fake-host';
import { renderScreen } from '../support/render-screen';

const today = '2026-11-22';
const outlook: Outlook = {
  creditSum: 30,
  divisor: 60,
  target: 1,
  weeks: [5, 4, 6, 5, 4, 6, 5, 5].map((finished) => ({ finished, added: 0 })),
  today,
  dueDay: '2026-12-31',
};

const open = (keyResult: KeyResultView, of: Outlook | null = outlook, may = true) => {
  const told = of === null ? ({ kind: 'not-enough-data', weeks: 1 } as const) : forecastOf(of);
  const issues = ['WEB-1', 'WEB-2', 'WEB-3'].map((key) => ({ ...scopeIssue(key), weight: 5, credit: 0, standing: 'counted' as const }));
  const shown = details(keyResult, { issues });
  const host = createFakeHost(
    { getForecast: () => ({ today, dueDay: '2026-12-31', told, outlook: of }), getKeyResult: () => shown },
    { people },
  );
  return { host, ...renderScreen(<LeversSection details={shown} may={may} />, host) };
};

const section = () => screen.findByRole('region', { name: 'What would help' });
const byMetric = metric('KR-33', 'Seconds to pay', { health: 'off-track' });
const target = (keyResult: KeyResultView) => (keyResult.kind === 'metric' ? keyResult.metric.target : NaN);

describe('what would help', () => {
  it('says that the forecast could not be read, and reads it again', async () => {
    let failing = true;
    const getForecast = () => {
      if (failing) throw new ApiError({ code: 'JIRA_UNAVAILABLE', message: 'Jira does not answer.' });
      return { today, dueDay: '2026-12-31', told: forecastOf(outlook), outlook };
    };
    const shown = details(byMetric);
    const { user } = renderScreen(<LeversSection details={shown} may />, createFakeHost({ getForecast }, { people }));
    expect(await screen.findByText('The forecast could not be loaded')).toBeVisible();
    failing = false;
    await user.click(screen.getByRole('button', { name: 'Retry' }));
    expect(await section()).toBeVisible();
  });

  it('offers a target and a day that are likely, and fills the form with what was tried', async () => {
    const { user } = open(byMetric);
    const card = within(await section());
    await user.click(card.getByRole('button', { name: /^Try it: A target of/ }));
    expect(card.getByRole('status')).toHaveTextContent(/would be (7\d|8\d)\s%/);
    const tried = card.getByLabelText(/Another target/);
    expect(tried).not.toHaveValue(target(byMetric));
    await user.click(card.getByRole('button', { name: 'Change the plan' }));
    const form = within(await screen.findByRole('dialog', { name: 'Edit KR-33' }));
    expect(form.getByLabelText(/^Target/)).toHaveValue((tried as HTMLInputElement).valueAsNumber);
  });

  it('takes a later day as an answer too', async () => {
    const { user } = open(byMetric);
    const card = within(await section());
    await user.click(card.getByRole('button', { name: /^Try it: Due/ }));
    expect(card.getByRole('status')).toHaveTextContent(/would be (7\d|8\d)\s%/);
    await user.click(card.getByRole('button', { name: 'Start over' }));
    expect(card.getByRole('status')).not.toHaveTextContent('would be');
  });

  it('tries out what leaving issues out would do, of work that is wanted whole', async () => {
    const { user, host } = open(work('KR-32', 'Ship the payment sheet', { progress: 0.5, health: 'off-track' }));
    const card = within(await section());
    expect(card.getByText(/open issues less|of what is open less/)).toBeInTheDocument();
    expect(card.queryByLabelText(/Another target/)).toBeNull();
    await user.click(card.getByRole('checkbox', { name: /WEB-2/ }));
    expect(card.getByRole('status')).toHaveTextContent('would be');
    const steps = within(card.getByRole('list', { name: 'How they leave the scope' }));
    expect(steps.getByText(/brought by a filter: close it in Jira/)).toBeInTheDocument();
    await user.click(steps.getByRole('link', { name: 'WEB-2' }));
    expect(host.openedIssues).toEqual(['WEB-2']);
    await user.click(card.getByRole('button', { name: 'Change the scope' }));
    expect(await screen.findByRole('dialog', { name: /^Scope/ })).toBeInTheDocument();
    expect(card.queryByRole('button', { name: 'Change the plan' })).toBeNull();
  });

  it('suggests nothing for what is likely as it is', async () => {
    open(byMetric, { ...outlook, dueDay: addDays(today, 90) });
    expect(within(await section()).getByText(/It is likely as it is/)).toBeInTheDocument();
  });

  it('lets only those change the plan who may', async () => {
    const { user } = open(byMetric, outlook, false);
    const card = within(await section());
    await user.click(card.getByRole('button', { name: /^Try it: Due/ }));
    expect(card.queryByRole('button', { name: 'Change the plan' })).toBeNull();
  });

  it('is not there without a forecast', async () => {
    const { host } = open(byMetric, null);
    await waitFor(() => expect(host.calls.map(({ name }) => name)).toEqual(['getForecast']));
    expect(screen.queryByRole('region', { name: 'What would help' })).toBeNull();
  });
});
