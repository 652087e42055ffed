/** The form for a new issue: type, summary, parent. */
import { h } from './dom';
import { field, openForm, textOf } from './dialog';
import { flagError, showFlag } from './flags';
import { createIssue, getProject } from './jira';
import { wordsOf } from './api';

export async function openCreateIssue(projectKey: string): Promise<void> {
  try {
    const { issueTypes, name } = await getProject(projectKey);
    // Stories and tasks are what one makes most; epics and sub-tasks come after.
    const types = [...issueTypes].sort((a, b) => Number((a.hierarchyLevel ?? 0) !== 0) - Number((b.hierarchyLevel ?? 0) !== 0));
    const controls = [
      field(
        'Type',
        h(
          'select',
          { name: 'type', required: true },
          types.map((type) => h('option', { value: type.id }, type.name)),
        ),
      ),
      field('Summary', h('input', { name: 'summary', required: true, maxlength: 255, autocomplete: 'off' })),
      field(
        'Parent',
        h('input', { name: 'parent', autocomplete: 'off', placeholder: `${projectKey}-1` }),
        'The key of an epic, or of an issue for a sub-task. May stay empty.',
      ),
    ];
    openForm(`Create issue in ${name}`, 'Create', controls, async (values) => {
      const parent = textOf(values, 'parent');
      const key = await createIssue({
        project: { key: projectKey },
        issuetype: { id: textOf(values, 'type') },
        summary: textOf(values, 'summary'),
        ...(parent === '' ? {} : { parent: { key: parent.toUpperCase() } }),
      });
      showFlag({
        id: key,
        type: 'success',
        title: `${key} created`,
        isAutoDismiss: true,
        actions: [{ text: 'View issue', onClick: () => window.location.assign(`/browse/${key}`) }],
      });
    });
  } catch (error) {
    flagError('The form could not be opened', wordsOf(error));
  }
}
