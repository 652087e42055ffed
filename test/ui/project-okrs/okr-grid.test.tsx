/** The keyboard of the tree grid, as the ARIA pattern for a tree grid with row focus has it. */
import { act, screen } from '@testing-library/react';
import type { ObjectiveView } from '../../../src/contract/okr';
import ProjectPage from '../../../static/features/project-okrs/project-page';
import { byWork } from '../explain/sample-explanations';
import { history, ledger, noComments } from '../history/sample-history';
import { coverage } from '../coverage/sample-coverage';
import { createFakeHost } from '../support/fake-host';
import { renderScreen } from '../support/render-screen';
import { details, objective, okrs, people, twoObjectives, work } from './sample-okrs';

const show = async (objectives = twoObjectives) => {
  const host = createFakeHost(
    {
      getProjectOkrs: () => okrs(objectives),
      getKeyResult: () => details(work('KR-32', 'Ship the payment sheet')),
      explain: () => byWork(),
      listComments: () => noComments,
      getHistory: () => history(),
      getLedger: () => ledger(),
      getCoverage: () => coverage(),
    },
    { people, administers: ['10000'] },
  );
  const { user } = renderScreen(<ProjectPage />, host);
  await screen.findByRole('treegrid');
  return user;
};
const rowOf = (name: RegExp) => screen.getByRole('row', { name });
const focused = () => document.activeElement?.getAttribute('data-row');

it('has one Tab stop, on the first row, and names levels and places', async () => {
  await show();
  expect(rowOf(/O-7/)).toHaveAttribute('tabindex', '0');
  expect(rowOf(/KR-31/)).toHaveAttribute('tabindex', '-1');
  expect(rowOf(/O-7/)).toHaveAttribute('aria-level', '1');
  expect(rowOf(/KR-32/)).toHaveAttribute('aria-level', '2');
  expect(rowOf(/KR-32/)).toHaveAttribute('aria-posinset', '2');
  expect(rowOf(/KR-32/)).toHaveAttribute('aria-setsize', '2');
});

it('moves with the arrows, Home and End, and stops at the ends', async () => {
  const user = await show();
  act(() => rowOf(/O-7/).focus());
  await user.keyboard('{ArrowUp}');
  expect(focused()).toBe('o-7');
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(focused()).toBe('kr-32');
  await user.keyboard('{End}');
  expect(focused()).toBe('kr-41');
  await user.keyboard('{ArrowDown}');
  expect(focused()).toBe('kr-41');
  await user.keyboard('{Home}');
  expect(focused()).toBe('o-7');
  expect(rowOf(/O-7/)).toHaveAttribute('tabindex', '0');
});

it('closes with ←, opens with →, and walks between parent and child with both', async () => {
  const user = await show();
  act(() => rowOf(/KR-32/).focus());
  await user.keyboard('{ArrowLeft}');
  expect(focused()).toBe('o-7');
  await user.keyboard('{ArrowLeft}');
  expect(rowOf(/O-7/)).toHaveAttribute('aria-expanded', 'false');
  expect(screen.queryByRole('row', { name: /KR-31/ })).not.toBeInTheDocument();
  await user.keyboard('{ArrowRight}');
  expect(rowOf(/O-7/)).toHaveAttribute('aria-expanded', 'true');
  await user.keyboard('{ArrowRight}');
  expect(focused()).toBe('kr-31');
});

it('opens the page of a key result with Enter and gives the focus back to the row', async () => {
  const user = await show();
  act(() => rowOf(/KR-32/).focus());
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('heading', { level: 1, name: 'Ship the payment sheet' })).toHaveFocus();
  await user.click(screen.getByRole('button', { name: 'OKRs' }));
  await screen.findByRole('treegrid');
  expect(focused()).toBe('kr-32');
});

it('draws the way of a progress, and says where it began', async () => {
  const trend = [
    { day: '2026-10-07', progress: 0.12 },
    { day: '2026-11-18', progress: 0.5 },
  ];
  await show([objective('O-7', 'Checkout feels instant', [work('KR-31', 'Moves', { trend }), work('KR-32', 'Stays')])]);
  expect(screen.getByRole('img', { name: /^From 12\s% on 7 Oct to 62\s%$/ })).toBeInTheDocument();
  expect(screen.getAllByRole('img', { name: /^From/ })).toHaveLength(1);
});

it('reaches the button of a row from the row, and Enter there is the button’s', async () => {
  const user = await show();
  act(() => rowOf(/O-7/).focus());
  await user.tab();
  expect(screen.getByRole('button', { name: 'Add key result to O-7' })).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('dialog', { name: 'New key result for O-7' })).toBeInTheDocument();
});

it('draws a long list in part and still reaches its end', async () => {
  const many = Array.from({ length: 80 }, (_, at) =>
    objective(`O-${at + 1}`, `Objective ${at + 1}`, [work(`KR-${at + 1}`, `Key result ${at + 1}`)]),
  );
  await show(many);
  expect(screen.getByRole('treegrid')).toHaveAttribute('aria-rowcount', '161');
  expect(screen.getAllByRole('row').length).toBeLessThan(80);
});

/** The same objective, which counts how often it is drawn: a row that is drawn reads its title. */
const counted = (of: ObjectiveView): { readonly objective: ObjectiveView; readonly drawn: () => number } => {
  let reads = 0;
  const watched = Object.defineProperty({ ...of }, 'title', {
    enumerable: true,
    get: () => {
      reads += 1;
      return of.title;
    },
  });
  return { objective: watched, drawn: () => reads };
};

it('draws no row anew at a letter that leaves it on the page, nor while another one is selected', async () => {
  const { objective: watched, drawn } = counted(objective('O-7', 'Checkout feels instant', [work('KR-31', 'Pays within a second')]));
  const user = await show([watched, objective('O-8', 'Charts feel instant', [work('KR-41', 'Draws within a second')])]);
  const search = screen.getByRole('searchbox');
  await user.type(search, 'che');
  expect(screen.queryByRole('row', { name: /O-8/ })).not.toBeInTheDocument();
  const before = drawn();
  await user.type(search, 'ckout');
  expect(rowOf(/O-7/)).toBeVisible();
  expect(drawn()).toBe(before);
  await user.type(search, '{Backspace>7/}');
  expect(rowOf(/O-8/)).toBeVisible();
  expect(drawn()).toBe(before);
  await user.click(screen.getByRole('checkbox', { name: 'Select KR-31' }));
  const selecting = drawn();
  await user.click(screen.getByRole('checkbox', { name: 'Select O-8' }));
  expect(rowOf(/O-8/)).toHaveAttribute('aria-selected', 'true');
  expect(drawn()).toBe(selecting);
});
