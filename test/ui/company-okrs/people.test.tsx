/** Whose an objective is and who may see it: what is offered to whom, and what is asked of the backend. */
import { screen, within } from '@testing-library/react';
import { Ownership } from '../../../static/features/people/ownership';
import { Privacy } from '../../../static/features/people/privacy';
import type { ObjectiveView } from '../../../src/contract/okr';
import { createFakeHost, type Answers } from '../support/fake-host';
import { renderScreen } from '../support/render-screen';
import { objective, people } from '../project-okrs/sample-okrs';

const show = (over: Partial<ObjectiveView>, may: boolean, answers: Answers = {}) => {
  const thing = objective('O-7', 'Checkout feels instant', [], { version: 4, ...over });
  const host = createFakeHost(answers, { people });
  const screenOf = (
    <>
      <Ownership of={{ type: 'objective', thing }} may={may} projectId="10000" />
      <Privacy objective={thing} may={may} />
    </>
  );
  return { host, thing, ...renderScreen(screenOf, host) };
};

it('offers what nobody owns to whoever looks', async () => {
  const { host, user } = show({ ownerAccountId: null }, false, { takeOwnership: () => null });
  await user.click(screen.getByRole('button', { name: 'Take ownership' }));
  expect(host.calls).toEqual([{ name: 'takeOwnership', input: { subject: { type: 'objective', id: 'o-7' }, version: 4 } }]);
});

it('offers what is owned by an account that is not active any more, and says so', () => {
  show({ ownerInactive: true }, false);
  expect(screen.getByText(/not active any more/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Take ownership' })).toBeInTheDocument();
});

it('offers nothing of what somebody owns to those who may not change it', () => {
  show({ contributorIds: ['jan'] }, false);
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
  expect(within(screen.getByRole('list', { name: 'Contributors' })).getAllByRole('listitem')).toHaveLength(1);
});

it('takes a contributor away under the version that was shown', async () => {
  const { host, user } = show({ contributorIds: ['jan', 'mia'] }, true, { editObjective: () => objective('O-7', 'x', []) });
  const [first] = within(screen.getByRole('list', { name: 'Contributors' })).getAllByRole('button', { name: 'Remove' });
  if (first === undefined) throw new Error('There is nobody to remove.');
  await user.click(first);
  expect(host.calls).toEqual([{ name: 'editObjective', input: { id: 'o-7', version: 4, contributorIds: ['mia'] } }]);
});

it('says what being private means before it is chosen', async () => {
  const { host, user } = show({}, true, { editObjective: () => objective('O-7', 'x', []) });
  expect(screen.getByText(/It counts for no\s+other objective, and none counts for it/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Make private' }));
  expect(host.calls).toEqual([{ name: 'editObjective', input: { id: 'o-7', version: 4, audience: [] } }]);
});

it('shows a private one to everybody again', async () => {
  const { host, user } = show({ audience: ['jan'] }, true, { editObjective: () => objective('O-7', 'x', []) });
  await user.click(screen.getByRole('button', { name: 'Show it to everybody' }));
  expect(host.calls).toEqual([{ name: 'editObjective', input: { id: 'o-7', version: 4, audience: null } }]);
});
