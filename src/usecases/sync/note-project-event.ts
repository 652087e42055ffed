/**
 * A project that comes or goes takes its issues along, and Jira tells of the project alone: every known issue of it is noted, to be read again.
 * Whether they are there is what reading them says, not the event.
 */
import { askForSync } from './ask-for-sync';
import type { AppDeps } from '../deps';

/** One SQL request where nobody follows an issue of the project. */
export async function noteProjectEvent(deps: AppDeps, projectId: string): Promise<void> {
  if (await deps.store.pendingIssues.noteProject(projectId, deps.newId(), deps.now())) await askForSync(deps);
}
