/** The bar on every page: where to go, the site's time, the colours, and who is looking. */
import type { SessionView } from '../session-view';
import { send } from './api';
import { field, openForm, textOf } from './dialog';
import { h, icon, spoken } from './dom';
import { formatInstant } from './format';
import { avatar } from './issue-marks';
import { listProjects } from './jira';
import { onLive } from './live';
import { menuButton } from './menu';
import { colorMode, switchTheme, switchUser } from './session';

const moon = 'M6 2a6 6 0 1 0 8 8 5 5 0 0 1-8-8z';

export function topBar(session: SessionView): HTMLElement {
  const projects = menuButton(h('span', {}, 'Projects', h('span', { 'aria-hidden': 'true' }, ' ▾')), { class: 'subtle' }, async () => {
    const known = await listProjects();
    const all = { label: 'All projects', run: () => window.location.assign('/projects') };
    return [
      ...known.map(({ key, name }) => ({ label: `${name} (${key})`, run: () => window.location.assign(`/projects/${key}/issues`) })),
      all,
    ];
  });
  const theme = h(
    'button',
    { type: 'button', class: 'subtle icon-button', 'aria-label': 'Dark colours', 'aria-pressed': String(colorMode() === 'dark') },
    icon(moon),
  );
  theme.addEventListener('click', () => {
    const next = colorMode() === 'dark' ? 'light' : 'dark';
    theme.setAttribute('aria-pressed', String(next === 'dark'));
    void switchTheme(next);
  });
  const userLabel = h(
    'span',
    { class: 'person' },
    spoken('Switch the user:'),
    avatar(session.user),
    h('bdi', { class: 'user-name' }, session.user.displayName),
  );
  const users = menuButton(userLabel, { class: 'subtle' }, () =>
    session.users.map((user) => ({
      label: h(
        'span',
        { class: 'person' },
        avatar(user),
        h('bdi', {}, user.displayName),
        user.siteAdmin ? h('span', { class: 'lozenge' }, 'site admin') : null,
      ),
      run: () => void switchUser(user.accountId),
    })),
  );
  return h(
    'header',
    { class: 'top-bar' },
    h('a', { href: '/projects', class: 'product' }, h('span', { class: 'logo', 'aria-hidden': 'true' }), 'Local Jira'),
    projects,
    ...session.globalPages.map(({ slug, title }) => h('a', { href: `/apps/${slug}`, class: 'button subtle' }, title)),
    h('span', { class: 'spring' }),
    clockButton(session.now),
    session.adminPages.map(({ slug, title }) => h('a', { href: `/settings/${slug}`, class: 'button subtle' }, title)),
    h('a', { href: '/inspector', class: 'button subtle' }, 'Inspector'),
    theme,
    users,
  );
}

/** Shows the site's time, which may be any; setting it runs the schedules that are then due. */
function clockButton(now: number): HTMLElement {
  let offset = now - Date.now();
  const siteNow = (): number => Date.now() + offset;
  const face = h('span', {}, '');
  const button = h('button', { type: 'button', class: 'subtle clock' }, face);
  const draw = (): void => {
    const text = `${formatInstant(siteNow())} UTC`;
    if (face.textContent === text) return;
    face.textContent = text;
    button.setAttribute('aria-label', `The site’s time: ${text}. Set it`);
  };
  button.addEventListener('click', () => {
    const control = h('input', {
      name: 'now',
      type: 'datetime-local',
      required: true,
      value: new Date(siteNow()).toISOString().slice(0, 16),
    });
    openForm(
      'Set the site’s time',
      'Set',
      field('Time (UTC)', control, 'Schedules that are due by then run at once. The clock goes on from there.'),
      async (values) => {
        await send('POST', '/__shell/clock', { now: `${textOf(values, 'now')}:00Z` });
      },
    );
  });
  onLive('clock', (event) => {
    offset = event.now - Date.now();
    draw();
  });
  setInterval(draw, 1000);
  draw();
  return button;
}
