/**
 * One issue: what it is, its status and details to change, its history, and the app beside it. Reads itself anew when the
 * issue changes, wherever the change came from; the app's frames stay as they are and are told.
 */
import { wordsOf } from './api';
import { openForm } from './dialog';
import { h, redraw, spoken } from './dom';
import { flagError } from './flags';
import { issueDetails } from './issue-details';
import { issueHistory } from './issue-history';
import { statusMark, typeMark } from './issue-marks';
import { loadIssueSurfaces } from './issue-surfaces';
import { deleteIssue, editIssue, findPointsField, getIssue, type FullIssue } from './jira';
import { onLive, onReconnect } from './live';
import { menuButton } from './menu';
import { listMoves, type Move } from './transition';
import { editableText } from './editable-text';

export async function issuePage(key: string): Promise<HTMLElement> {
  const pointsField = await findPointsField();
  let issue = await getIssue(key);
  const main = h('div', { class: 'issue-main' });
  const details = h('section', { class: 'details', 'aria-label': 'Details' });
  const status = h('div', { class: 'status-row' });

  const change = async (work: Promise<void>): Promise<void> => {
    try {
      await work;
    } catch (error) {
      flagError(`${issue.key} was not changed`, wordsOf(error));
    }
    await reload();
  };
  const draw = (): void => {
    document.title = `[${issue.key}] ${issue.fields.summary} · Local Jira`;
    redraw(main, [issueHead(issue, change), issueHistory(issue)]);
    redraw(details, [h('h2', {}, 'Details'), issueDetails(issue, pointsField, change)]);
    const { resolution } = issue.fields;
    redraw(status, [statusButton(issue, change), h('span', { class: 'resolution' }, resolution?.name ?? '')]);
  };
  const reload = async (): Promise<void> => {
    try {
      issue = await getIssue(issue.id);
      draw();
    } catch (error) {
      flagError(`${issue.key} could not be read`, wordsOf(error));
    }
  };

  const surfaces = await loadIssueSurfaces(issue.key, () => void reload());
  const actions = [...surfaces.actions, { label: 'Delete issue', run: () => confirmDelete(issue) }];
  draw();
  onLive('issue', (event) => {
    if (event.issueId !== issue.id) return;
    if (event.change === 'deleted') {
      flagError(`${issue.key} was deleted`, 'Someone deleted this issue while it was open.');
      return;
    }
    void reload();
    surfaces.issueChanged(event.accountId);
  });
  onReconnect(() => void reload());
  return h(
    'div',
    { class: 'issue' },
    main,
    h(
      'aside',
      { class: 'issue-side', 'aria-label': 'Issue details' },
      h(
        'div',
        { class: 'issue-actions' },
        status,
        menuButton('⋯', { class: 'icon-button', 'aria-label': 'Actions' }, () => actions),
      ),
      details,
      surfaces.panels,
    ),
  );
}

type Change = (work: Promise<void>) => Promise<void>;

function issueHead({ key, fields }: FullIssue, change: Change): HTMLElement {
  const projectKey = key.slice(0, key.lastIndexOf('-'));
  return h(
    'div',
    { class: 'issue-head' },
    h(
      'nav',
      { class: 'crumbs', 'aria-label': 'Breadcrumbs' },
      h('a', { href: '/projects' }, 'Projects'),
      h('a', { href: `/projects/${projectKey}/issues` }, fields.project?.name ?? projectKey),
      fields.parent ? h('a', { href: `/browse/${fields.parent.key}` }, fields.parent.key) : null,
      h('span', { class: 'crumb-issue' }, typeMark(fields.issuetype), h('a', { href: `/browse/${key}`, 'aria-current': 'page' }, key)),
    ),
    h(
      'h1',
      {},
      editableText('Summary', fields.summary, (summary) => change(editIssue(key, { summary }))),
    ),
  );
}

function statusButton(issue: FullIssue, change: Change): HTMLElement {
  const { status } = issue.fields;
  const label = h('span', {}, spoken('Change the status:'), status.name, h('span', { 'aria-hidden': 'true' }, ' ▾'));
  return menuButton(label, { class: `status-button category-${status.statusCategory.key}` }, async () => {
    const moves = await listMoves(issue.key);
    return moves.map((move: Move) => ({
      label: h('span', { class: 'move' }, move.name === move.to.name ? null : `${move.name} → `, statusMark(move.to)),
      run: () => move.run(change),
    }));
  });
}

function confirmDelete({ key }: FullIssue): void {
  openForm(
    `Delete ${key}?`,
    'Delete',
    h('p', {}, 'The issue, its sub-tasks and its history go for good.'),
    async () => {
      await deleteIssue(key);
      window.location.assign(`/projects/${key.slice(0, key.lastIndexOf('-'))}/issues`);
    },
    { appearance: 'danger' },
  );
}
