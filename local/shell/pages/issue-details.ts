/** The fields beside an issue, each changed in place through Jira's REST as the session's user. */
import { h, spoken, type Child } from './dom';
import { editableText } from './editable-text';
import { formatInstant } from './format';
import { personMark } from './issue-marks';
import { editIssue, getProject, listAssignable, type FullIssue } from './jira';
import { menuButton } from './menu';

type Change = (work: Promise<void>) => Promise<void>;

export function issueDetails({ key, fields }: FullIssue, pointsField: string | null, change: Change): HTMLElement {
  const projectKey = key.slice(0, key.lastIndexOf('-'));
  const edit = (values: Readonly<Record<string, unknown>>): Promise<void> => change(editIssue(key, values));
  const points = pointsField === null ? undefined : fields[pointsField];
  const versions = fields.fixVersions ?? [];

  const assignee = menuButton([spoken('Change the assignee:'), personMark(fields.assignee)], { class: 'editable' }, async () => {
    const people = await listAssignable(projectKey);
    return [
      { label: personMark(null), run: () => void edit({ assignee: null }) },
      ...people.map((person) => ({ label: personMark(person), run: () => void edit({ assignee: { accountId: person.accountId } }) })),
    ];
  });
  const addVersion = menuButton('Change', { class: 'link-button', 'aria-label': 'Change fix versions' }, async () => {
    const { versions: known } = await getProject(projectKey);
    return known.map(({ id, name }) => {
      const has = versions.some((version) => version.id === id);
      const next = has ? versions.filter((version) => version.id !== id) : [...versions, { id, name }];
      return { label: `${has ? '✓ ' : ''}${name}`, run: () => void edit({ fixVersions: next.map((version) => ({ id: version.id })) }) };
    });
  });
  const rows: readonly (readonly [string, Child])[] = [
    ['Assignee', assignee],
    ['Reporter', personMark(fields.reporter)],
    [
      'Parent',
      [
        fields.parent
          ? h(
              'a',
              { href: `/browse/${fields.parent.key}`, class: 'parent-link' },
              `${fields.parent.key} ${fields.parent.fields?.summary ?? ''}`,
            )
          : null,
        editableText(
          'Parent',
          fields.parent?.key ?? '',
          (parent) => edit({ parent: parent === '' ? null : { key: parent.toUpperCase() } }),
          { placeholder: 'Key of an issue' },
          fields.parent ? 'Change' : 'None',
        ),
      ],
    ],
    [
      'Labels',
      editableText(
        'Labels',
        (fields.labels ?? []).join(' '),
        (text) => edit({ labels: text.split(/\s+/).filter((label) => label !== '') }),
        { placeholder: 'Words, with spaces between' },
      ),
    ],
    [
      'Fix versions',
      h(
        'div',
        { class: 'versions' },
        versions.map(({ name }) => h('span', { class: 'tag' }, name)),
        addVersion,
      ),
    ],
    pointsField === null
      ? ['Story points', h('span', { class: 'muted' }, 'This site has no such field')]
      : [
          'Story points',
          editableText(
            'Story points',
            typeof points === 'number' ? String(points) : '',
            (text) => edit({ [pointsField]: text === '' ? null : Number(text) }),
            {
              type: 'number',
              step: 'any',
              min: '0',
            },
          ),
        ],
    ['Created', formatInstant(fields.created)],
    ['Updated', formatInstant(fields.updated)],
  ];
  return h(
    'dl',
    { class: 'detail-list' },
    rows.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))),
  );
}
