/** Carrying objectives over from another cycle: all of its pages are offered, found by words, and no more than can be copied at once. */
import { fireEvent, screen, waitFor } from '@testing-library/react';
import CopyDialog from '../../../static/features/writing/copy-dialog';
import { objective, okrs, people, q3, q4, work } from '../project-okrs/sample-okrs';
import { createFakeHost } from '../support/fake-host';
import { renderScreen } from '../support/render-screen';

const numbered = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) =>
    objective(`O-${from + at}`, `Aim number ${from + at}`, [work(`KR-${from + at}`, `Measure ${from + at}`)]),
  );

/** The cycle before has this many objectives, in pages of sixty. */
const open = (total: number) => {
  const all = numbered(1, total);
  const perPage = 60;
  const host = createFakeHost(
    {
      getProjectOkrs: ({ cursor }) => {
        const from = Number(cursor ?? 0);
        const next = from + perPage;
        return {
          ...okrs(all.slice(from, next)),
          totalObjectives: total,
          nextCursor: next < total ? String(next) : null,
        };
      },
      copyObjectives: ({ copies }) => ({ objectives: copies.map(({ id }) => ({ id, key: 'O-900', title: '', version: 1 })) }),
    },
    { people },
  );
  const onCopied = jest.fn();
  const shown = renderScreen(
    <CopyDialog cycles={[q3, q4]} only={null} cycle={q4} projectId="10000" onClose={() => undefined} onCopied={onCopied} />,
    host,
  );
  const copied = () =>
    host.calls.flatMap(({ name, input }) =>
      name === 'copyObjectives' && typeof input === 'object' && input !== null && 'copies' in input ? [input.copies] : [],
    );
  return { ...shown, onCopied, copied };
};

it('offers a few all chosen', async () => {
  const { user, copied } = open(2);
  expect(await screen.findByRole('group', { name: 'Objectives, 2 of 2 chosen' })).toBeInTheDocument();
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  await user.click(screen.getByRole('checkbox', { name: /O-1 / }));
  await user.click(screen.getByRole('button', { name: 'Carry over 1' }));
  await waitFor(() => expect(copied()).toEqual([[{ id: expect.any(String), fromId: 'o-2' }]]));
});

it('offers every page of a cycle, and what is on the last one is found by its words and those of its key results', async () => {
  const { user, copied, onCopied } = open(140);
  expect(await screen.findByRole('group', { name: 'Objectives, 0 of 140 chosen' })).toBeInTheDocument();
  expect(screen.getAllByRole('checkbox', { name: /^O-/ })).toHaveLength(50);
  await user.type(screen.getByRole('textbox', { name: /^Search them/ }), 'measure 139');
  await user.click(await screen.findByRole('checkbox', { name: /^O-139 / }));
  await user.clear(screen.getByRole('textbox', { name: /^Search them/ }));
  expect(screen.getByRole('group', { name: 'Objectives, 1 of 140 chosen' })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Carry over 1' }));
  await waitFor(() => expect(onCopied).toHaveBeenCalledWith(q4.id));
  expect(copied()).toEqual([[{ id: expect.any(String), fromId: 'o-139' }]]);
});

it('shows the rest of a long list on demand, and says how many are too many', async () => {
  const { user, copied } = open(70);
  await user.click(await screen.findByRole('button', { name: 'Show more, 20 are left' }));
  expect(screen.getAllByRole('checkbox', { name: /^O-/ })).toHaveLength(70);
  expect(screen.queryByRole('button', { name: 'Choose all' })).not.toBeInTheDocument();
  expect(screen.getByText('At most 50 at once.')).toBeInTheDocument();
  const search = screen.getByRole('textbox', { name: /^Search them/ });
  for (const words of ['number 1', 'number 2', 'number 3', 'number 4', 'number 5']) {
    fireEvent.change(search, { target: { value: words } });
    await user.click(await screen.findByRole('button', { name: 'Choose the 11 found' }));
  }
  expect(screen.getByText('At most 50 at once: take some out.')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Carry over 55' }));
  expect(copied()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Choose none' }));
  expect(screen.queryByText(/take some out/)).not.toBeInTheDocument();
});
