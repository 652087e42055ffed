/** What the radar needs to know of the site before it looks at anything: the cycles, the day, the limits, and the words of the coach. One SQL request. */
import { lexiconOf, type Lexicon } from '../../domain/quality/lexicon';
import { wordListsOf } from '../../domain/quality/site-words';
import type { RadarThresholds } from '../../domain/radar/thresholds';
import type { CycleRecord } from '../../store/cycles';
import { knownCycles } from '../cycles/cycles';
import type { AppDeps } from '../deps';
import { settingsOf } from '../settings/settings';
import { siteDayOf, type SiteDay } from '../site-day';

export type RadarSite = {
  readonly cycles: readonly CycleRecord[];
  readonly on: SiteDay;
  readonly thresholds: RadarThresholds;
  readonly lexicon: Lexicon;
  /** People get a weekly digest unless they have chosen otherwise. */
  readonly sendsDigest: boolean;
};

export async function readRadarSite(deps: AppDeps): Promise<RadarSite> {
  const { cycles, settings: written } = await deps.store.siteFrame.read();
  const on = siteDayOf(written, deps.now());
  const settings = settingsOf(written);
  return {
    cycles: knownCycles(cycles, on.today),
    on,
    thresholds: settings.radar.value,
    lexicon: lexiconOf(wordListsOf(settings.wording.value.languages)),
    sendsDigest: settings.reminders.value.digest,
  };
}
