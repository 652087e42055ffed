/** The words by which the coach reads, for whoever writes an objective or a key result: what the site has changed of the built-in lists. One SQL request. */
import type { SiteSettings } from '../../contract/settings';
import type { Deps } from '../deps';
import { settingsOf } from './settings';

export const getWording = async (deps: Deps): Promise<SiteSettings['wording']> =>
  settingsOf((await deps.store.siteFrame.read()).settings).wording.value;
