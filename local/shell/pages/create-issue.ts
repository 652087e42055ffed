/** The form for a new issue: project where it is open, type, summary, parent. Also what an app gets that asks for Jira's own form. */
import { h } from './dom';
import { field, openForm, textOf } from './dialog';
import { flagError, showFlag } from './flags';
import { createIssue, getProject, listProjects, type IssueType } from './jira';
import { wordsOf } from './api';

type Options = {
  /** By id or key; without it the form asks for the project. */
  readonly project?: string | undefined;
  /** An app's form offers no sub-tasks, as Jira's does not. */
  readonly withSubtasks?: boolean;
  /** With the id of the issue, or null where none was created. */
  readonly onClose?: (createdId: string | null) => void;
};

/** Stories and tasks are what one makes most; epics and sub-tasks come after. */
const offered = (types: readonly IssueType[], withSubtasks: boolean): readonly IssueType[] =>
  types
    .filter((type) => withSubtasks || type.subtask !== true)
    .sort((a, b) => Number((a.hierarchyLevel ?? 0) !== 0) - Number((b.hierarchyLevel ?? 0) !== 0));

export async function openCreateIssue({ project, withSubtasks = true, onClose }: Options): Promise<void> {
  try {
    const choices = project === undefined ? await listProjects() : [await getProject(project)];
    const [first] = choices;
    if (first === undefined) throw new Error('There is no project to create an issue in.');
    const typeChoice = h('select', { name: 'type', required: true });
    const fill = async (key: string): Promise<void> => {
      const { issueTypes } = await getProject(key);
      typeChoice.replaceChildren(...offered(issueTypes, withSubtasks).map((type) => h('option', { value: type.id }, type.name)));
    };
    const projectChoice = h(
      'select',
      { name: 'project', required: true },
      choices.map(({ key, name }) => h('option', { value: key }, name)),
    );
    projectChoice.addEventListener('change', () => void fill(projectChoice.value));
    await fill(first.key);
    const controls = [
      ...(project === undefined ? [field('Project', projectChoice)] : []),
      field('Type', typeChoice),
      field('Summary', h('input', { name: 'summary', required: true, maxlength: 255, autocomplete: 'off' })),
      field(
        'Parent',
        h('input', { name: 'parent', autocomplete: 'off', placeholder: `${first.key}-1` }),
        'The key of an epic, or of an issue for a sub-task. May stay empty.',
      ),
    ];
    let createdId: string | null = null;
    const save = async (values: FormData): Promise<void> => {
      const parent = textOf(values, 'parent');
      const { id, key } = await createIssue({
        project: { key: projectChoice.value },
        issuetype: { id: textOf(values, 'type') },
        summary: textOf(values, 'summary'),
        ...(parent === '' ? {} : { parent: { key: parent.toUpperCase() } }),
      });
      createdId = id;
      showFlag({
        id: key,
        type: 'success',
        title: `${key} created`,
        isAutoDismiss: true,
        actions: [{ text: 'View issue', onClick: () => window.location.assign(`/browse/${key}`) }],
      });
    };
    const title = project === undefined ? 'Create issue' : `Create issue in ${first.name}`;
    openForm(title, 'Create', controls, save, { onClose: () => onClose?.(createdId) });
  } catch (error) {
    flagError('The form could not be opened', wordsOf(error));
    onClose?.(null);
  }
}
