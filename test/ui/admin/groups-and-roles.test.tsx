/** The administration of groups and roles: what it lists, and what it asks of the backend. */
import { screen, waitFor, within } from '@testing-library/react';
import { ApiError } from '../../../static/api-error';
import GroupsAndRoles from '../../../static/features/admin/groups-and-roles';
import { createFakeHost, type Answers } from '../support/fake-host';
import { renderScreen } from '../support/render-screen';

const people = [
  { accountId: 'mia', name: 'Mia Kern', avatarUrl: null, active: true },
  { accountId: 'jan', name: 'Jan Lind', avatarUrl: null, active: true },
];
const shops = { id: 'g-1', name: 'Shops', projectIds: ['10000'], leadIds: ['mia'], version: 3 };
const lists: Answers = {
  listOkrAdmins: () => [{ accountId: 'mia', grantedAt: '2026-11-01T00:00:00.000Z', grantedByAccountId: 'jan' }],
  listGroups: () => [shops],
};
const show = (answers: Answers = {}) => {
  const host = createFakeHost(
    { ...lists, ...answers },
    { people, projects: { '10000': { key: 'WEB', name: 'Acme Web' }, '10001': { key: 'OPS', name: 'Operations' } } },
  );
  return { host, ...renderScreen(<GroupsAndRoles />, host) };
};

it('lists who holds the role, and takes it back', async () => {
  const { host, user } = show({ revokeOkrAdmin: () => null });
  const admins = within(screen.getByRole('region', { name: 'OKR admins' }));
  await admins.findByText('Mia Kern');
  await user.click(admins.getByRole('button', { name: 'Take the role back' }));
  expect(host.calls).toContainEqual({ name: 'revokeOkrAdmin', input: { holderAccountId: 'mia' } });
});

it('gives the role to a person found by name', async () => {
  const { host, user } = show({ grantOkrAdmin: () => null });
  await user.click(await screen.findByRole('combobox', { name: 'New OKR admin' }));
  await user.paste('Jan');
  await waitFor(() => expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['Jan Lind']));
  await user.click(screen.getByRole('option', { name: 'Jan Lind' }));
  await user.click(screen.getByRole('button', { name: 'Add' }));
  expect(host.calls).toContainEqual({ name: 'grantOkrAdmin', input: { holderAccountId: 'jan' } });
});

it('makes a group of projects found by name', async () => {
  const { host, user } = show({ createGroup: ({ id, name, projectIds, leadIds }) => ({ id, name, projectIds, leadIds, version: 1 }) });
  await user.click(await screen.findByRole('button', { name: 'New group' }));
  const dialog = within(screen.getByRole('dialog', { name: 'New group' }));
  await user.click(dialog.getByRole('button', { name: 'Create' }));
  expect(dialog.getByText('Give the group a name.')).toBeInTheDocument();
  await user.type(dialog.getByRole('textbox', { name: /^Name/ }), 'Back office');
  await user.type(dialog.getByRole('searchbox', { name: 'Add a project' }), 'oper');
  await user.click(await dialog.findByRole('button', { name: 'Add OPS' }));
  await user.click(dialog.getByRole('button', { name: 'Create' }));
  expect(host.calls).toContainEqual({
    name: 'createGroup',
    input: { id: expect.any(String), name: 'Back office', projectIds: ['10001'], leadIds: [] },
  });
});

it('edits a group under the version it was shown with', async () => {
  const { host, user } = show({ editGroup: () => ({ ...shops, version: 4 }) });
  await user.click(await screen.findByRole('button', { name: 'Edit Shops' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Edit Shops' }));
  await user.click(within(dialog.getByRole('list', { name: 'Leads of the group' })).getByRole('button', { name: 'Remove' }));
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  expect(host.calls).toContainEqual({
    name: 'editGroup',
    input: { id: 'g-1', version: 3, name: 'Shops', projectIds: ['10000'], leadIds: [] },
  });
});

describe('archiving a group', () => {
  const ask = async (archiveGroup: () => null) => {
    const shown = show({ archiveGroup });
    await shown.user.click(await screen.findByRole('button', { name: 'Archive Shops' }));
    return { ...shown, dialog: within(screen.getByRole('dialog', { name: 'Archive Shops?' })) };
  };
  const asked = { name: 'archiveGroup', input: { id: 'g-1', version: 3 } };

  it('is asked about first, with what becomes of its objectives', async () => {
    const { host, user, dialog } = await ask(() => null);
    expect(dialog.getByText(/cannot be brought back/)).toBeInTheDocument();
    expect(dialog.getByText(/while any live in the group it is not archived/)).toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(host.calls).not.toContainEqual(asked);
  });

  it('is done when that is confirmed', async () => {
    const { host, user, dialog } = await ask(() => null);
    await user.click(dialog.getByRole('button', { name: 'Archive' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(host.calls).toContainEqual(asked);
  });

  it('that is refused says why', async () => {
    const { user, dialog } = await ask(() => {
      throw new ApiError({ code: 'LIMIT', message: 'Objectives live in this group. Archive them first.' });
    });
    await user.click(dialog.getByRole('button', { name: 'Archive' }));
    expect(await dialog.findByText('Objectives live in this group. Archive them first.')).toBeInTheDocument();
  });
});
