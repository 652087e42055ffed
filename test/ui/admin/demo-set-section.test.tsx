/** The demo set on the admin page: chosen, loaded step after step, stopped by an error and taken up, cleared after a question. */
import { screen, waitFor, within } from '@testing-library/react';
import type { DemoSetView } from '../../../src/contract/demo-set';
import { ApiError } from '../../../static/api-error';
import DemoSetSection from '../../../static/features/admin/demo-set-section';
import { createFakeHost, type Answers } from '../support/fake-host';
import { renderScreen } from '../support/render-screen';

const none: DemoSetView = { state: 'none', done: 0, total: 0, projectIds: [] };
const loading = (done: number): DemoSetView => ({ state: 'loading', done, total: 16, projectIds: ['10000'] });
const loaded: DemoSetView = { ...loading(16), state: 'loaded' };

const section = (found: DemoSetView, answers: Answers = {}) => {
  const host = createFakeHost({ getDemoSet: () => found, ...answers }, { projects: { '10000': { key: 'WEB', name: 'Acme Web' } } });
  return { host, ...renderScreen(<DemoSetSection />, host) };
};

describe('the demo set', () => {
  it('is loaded for the chosen projects, one call after the other', async () => {
    const steps = [loading(8), loaded];
    const { user, host } = section(none, { loadDemoSet: () => steps.shift() ?? loaded });
    const button = await screen.findByRole('button', { name: 'Load the demo set' });
    expect(button).toBeDisabled();
    await user.type(screen.getByRole('searchbox', { name: /Add a project/ }), 'acme');
    await user.click(await screen.findByRole('button', { name: 'Add WEB' }));
    await user.click(button);
    await waitFor(() => expect(host.calls.filter(({ name }) => name === 'loadDemoSet')).toHaveLength(2));
    expect(host.calls.find(({ name }) => name === 'loadDemoSet')?.input).toMatchObject({ projectIds: ['10000'] });
  });

  it('says how far it is when loading stopped, and goes on', async () => {
    const { user, host } = section(loading(8), { loadDemoSet: () => loaded });
    expect(await screen.findByText('Loading has stopped: 8 of 16 steps')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Go on loading' }));
    await waitFor(() => expect(host.calls.map(({ name }) => name)).toContain('loadDemoSet'));
  });

  it('says why it was not loaded', async () => {
    const { user } = section(loading(8), {
      loadDemoSet: () => {
        throw new ApiError({ code: 'JIRA_UNAVAILABLE', message: 'Jira does not answer. Try again in a minute.' });
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Go on loading' }));
    expect(await screen.findByText('Jira does not answer. Try again in a minute.')).toBeInTheDocument();
  });

  it('is cleared after a question that says what goes and what stays', async () => {
    const { user, host } = section(loaded, { clearDemoSet: () => none });
    await user.click(await screen.findByRole('button', { name: 'Clear the demo set' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Clear the demo set?' }));
    expect(dialog.getByText(/Jira is left as it is/)).toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: 'Clear' }));
    await waitFor(() => expect(host.calls.map(({ name }) => name)).toContain('clearDemoSet'));
  });

  it('says when it cannot be looked up, and tries again', async () => {
    let asked = 0;
    const { user } = section(none, {
      getDemoSet: () => {
        asked += 1;
        if (asked === 1) throw new ApiError({ code: 'INTERNAL', message: 'Something went wrong.' });
        return loaded;
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Retry' }));
    expect(await screen.findByText(/The demo set is loaded/)).toBeInTheDocument();
  });
});
