/** The moves an issue can make. One into a done status asks which resolution it gets, since that decides whether its work counts. */
import { field, openForm, textOf } from './dialog';
import { h } from './dom';
import { listResolutions, listTransitions, transitionIssue, type Transition } from './jira';

export type Move = Transition & { run(change: (work: Promise<void>) => Promise<void>): void };

export async function listMoves(issueKey: string): Promise<readonly Move[]> {
  const transitions = await listTransitions(issueKey);
  return transitions.map((transition) => ({
    ...transition,
    run(change) {
      if (transition.to.statusCategory.key === 'done') void askResolution(issueKey, transition);
      else void change(transitionIssue(issueKey, transition.id, null));
    },
  }));
}

async function askResolution(issueKey: string, { id, to }: Transition): Promise<void> {
  const names = await listResolutions();
  const select = h(
    'select',
    { name: 'resolution', required: true },
    names.map((name) => h('option', { value: name, selected: name === 'Done' }, name)),
  );
  openForm(`Move ${issueKey} to ${to.name}`, `Move to ${to.name}`, field('Resolution', select), (values) =>
    transitionIssue(issueKey, id, textOf(values, 'resolution')),
  );
}
