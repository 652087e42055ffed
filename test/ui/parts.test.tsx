/** The shared parts: what they say to everyone, with and without eyes on the drawing. */
import { act, fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { AsOf } from '../../static/ui/as-of';
import { Dialog } from '../../static/ui/dialog';
import { ErrorBoundary } from '../../static/ui/error-boundary';
import { TextField } from '../../static/ui/field';
import { HealthLozenge, healthWords } from '../../static/ui/health-lozenge';
import { initialsOf, Person } from '../../static/ui/person';
import { ProgressBar } from '../../static/ui/progress-bar';
import { createFakeHost } from './support/fake-host';
import { renderScreen } from './support/render-screen';
import type { Health } from '../../src/domain/model';

const people = [
  { accountId: 'mia', name: 'Mia Kern', avatarUrl: 'https://avatar.test/mia.png', active: true },
  { accountId: 'rosa', name: 'Rosa Torres', avatarUrl: null, active: false },
];
const show = (screenful: React.ReactElement) => renderScreen(screenful, createFakeHost({}, { people }));

describe('a progress bar', () => {
  const widths = () => [...document.querySelectorAll('rect[height="8"]')].map((rect) => rect.getAttribute('width'));

  it('says progress, expectation and gain in words', () => {
    show(<ProgressBar progress={0.62} expected={0.57} health="on-track" gainTo={0.65} />);
    expect(screen.getByRole('img')).toHaveAccessibleName('Progress: 62\u00a0%, expected 57\u00a0%, would be 65\u00a0%');
  });

  it('says that nothing is measured and fills nothing', () => {
    show(<ProgressBar progress={null} expected={null} health="not-measured" />);
    expect(screen.getByRole('img')).toHaveAccessibleName('Progress: not measured');
    expect(widths()).toEqual(['100%']);
  });

  it('stays inside its track, whatever the ratio', () => {
    show(<ProgressBar progress={1.4} expected={-0.2} health="done" />);
    expect(widths()).toEqual(['100%', '100%']);
  });
});

it('names every health with a shape of its own', () => {
  const healths = Object.keys(healthWords) as Health[];
  show(
    <>
      {healths.map((health) => (
        <HealthLozenge key={health} health={health} />
      ))}
    </>,
  );
  expect(screen.getByText('At risk')).toHaveTextContent('▲ At risk');
  expect(new Set(healths.map((health) => healthWords[health].shape)).size).toBe(healths.length);
});

describe('a person', () => {
  it('is a name with initials behind the picture, and keeps the initials when the picture does not come', async () => {
    show(<Person accountId="mia" withName />);
    expect(await screen.findByText('Mia Kern')).toBeInTheDocument();
    const picture = document.querySelector('img');
    if (!picture) throw new Error('there is no picture');
    fireEvent.error(picture);
    expect(document.querySelector('img')).toBeNull();
    expect(screen.getByText('MK')).toBeInTheDocument();
  });

  it('says who was deactivated, who is unknown, and that there is nobody', async () => {
    show(
      <>
        <Person accountId="rosa" withName />
        <Person accountId="gone" withName />
        <Person accountId={null} withName />
      </>,
    );
    expect(await screen.findByText('Rosa Torres (deactivated)')).toBeInTheDocument();
    expect(await screen.findByText('Unknown user')).toBeInTheDocument();
    expect(screen.getByText('No owner')).toBeInTheDocument();
  });

  it.each([
    ['Mia Kern', 'MK'],
    ['mia', 'M'],
    ['Ana de la Cruz', 'AC'],
    ['𝒜da Żuk', '𝒜Ż'],
  ])('%s has the initials %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});

describe('a dialog', () => {
  const Opener = () => {
    const [open, setOpen] = useState(false);
    const [saved, setSaved] = useState('');
    return (
      <>
        <button onClick={() => setOpen(true)}>Open</button>
        <p>saved: {saved}</p>
        {open && (
          <Dialog
            title="Rename"
            onClose={() => setOpen(false)}
            onSubmit={() => setSaved('yes')}
            footer={<button type="submit">Save</button>}
          >
            <TextField label="Name" value="x" onChange={() => undefined} autoFocus />
          </Dialog>
        )}
      </>
    );
  };

  it('takes the focus, submits on Enter, closes on Esc and gives the focus back', async () => {
    const { user } = show(<Opener />);
    await user.click(screen.getByRole('button', { name: 'Open' }));
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(screen.getByText('saved: yes')).toBeInTheDocument();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Open' })).toHaveFocus();
  });

  it('stays while a request is on its way', async () => {
    const onClose = jest.fn();
    const { user } = show(
      <Dialog title="Busy" onClose={onClose} busy>
        <button>Inside</button>
      </Dialog>,
    );
    act(() => screen.getByRole('button', { name: 'Inside' }).focus());
    await user.keyboard('{Escape}');
    expect(onClose).not.toHaveBeenCalled();
  });
});

it('says since when numbers stand and whether they follow', () => {
  show(
    <>
      <AsOf asOf={null} live />
      <AsOf asOf={null} live={false} />
      <AsOf asOf={null} live stale />
    </>,
  );
  expect(screen.getByText('live')).toBeInTheDocument();
  expect(screen.getByText('refreshed every minute')).toBeInTheDocument();
  expect(screen.getByText('not refreshed, trying again')).toBeInTheDocument();
});

it('shows words and a way on when a screen breaks while it is drawn', async () => {
  // React reports a caught render error to the console: expected here.
  const reported = jest.mocked(console.error).mockImplementation(() => undefined);
  let broken = true;
  const Fragile = () => {
    if (broken) throw new Error('drawn wrong');
    return <p>Fine again</p>;
  };
  const { user } = show(
    <ErrorBoundary>
      <Fragile />
    </ErrorBoundary>,
  );
  expect(screen.getByRole('alert')).toHaveTextContent('This page stopped working');
  reported.mockClear();
  broken = false;
  await user.click(screen.getByRole('button', { name: 'Retry' }));
  expect(screen.getByText('Fine again')).toBeInTheDocument();
});
