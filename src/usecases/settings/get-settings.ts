/** The settings of the site, for those who may change them. */
import type { SettingsView } from '../../contract/settings';
import type { Actor, Deps } from '../deps';
import { requireSetUp } from '../permission';
import { settingsOf } from './settings';

export async function getSettings(deps: Deps, actor: Actor): Promise<SettingsView> {
  await requireSetUp(deps, actor);
  return settingsOf((await deps.store.siteFrame.read()).settings);
}
