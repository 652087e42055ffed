/** Asks Jira who of the owners is not active any more, so that what they owned can be shown as such and taken over. */
import type { AppDeps } from '../deps';

/** Two or three SQL requests and one Jira call a hundred owners. */
export async function findInactiveOwners(deps: AppDeps): Promise<void> {
  const owners = await deps.store.inactiveAccounts.listOwners();
  const active = await deps.jiraAsApp.activeAccounts(owners);
  await deps.store.inactiveAccounts.write(
    owners.filter((id) => !active.has(id)),
    deps.now(),
  );
}
