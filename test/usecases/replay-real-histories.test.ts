/**
 * Two real files of histories, one of Jira Server and one of Jira Cloud, played event by event through the handlers. The app's numbers against a
 * recomputation from the file that shares no code with the app or with the replay.
 */
import { describeWithData, sharedText } from '../local/jira/shared-data';
import { readFiledHistories } from '../oracle/filed/filed-issue';
import { replayHistory, type Compared } from './support/replay-history';
import { watchDays, type RebuiltCompared } from './support/rebuilt-window';
import { watchParents } from './support/watched-parents';
import { openReplayedSite, type ReplayedSite } from './support/replayed-site';

/** More of them take longer. */
const instants = Number(process.env.OKR_REPLAY_INSTANTS ?? 60);

describeWithData('real histories, replayed', () => {
  describe.each([
    ['duraspace, Jira Server', 'issues/duraspace-2015.jsonl', 1316, 7120, ['parent']],
    ['bitovi, Jira Cloud', 'issues/bitovi-cloud-2024.json', 53, 1142, ['epic link', 'issueparentassociation', 'parent link']],
  ])('%s', (name, file, issues, entries, parentForms) => {
    let replayed: ReplayedSite;
    let compared: Compared;
    let rebuilt: RebuiltCompared;
    let parents: ReturnType<typeof watchParents>;

    beforeAll(async () => {
      const began = performance.now();
      const content = sharedText(file);
      const histories = readFiledHistories(content);
      replayed = await openReplayedSite(content, histories);
      const days = watchDays(replayed, 40);
      parents = watchParents(replayed, histories);
      compared = await replayHistory(replayed, histories, instants, async (at, next) => {
        await parents.between(at);
        await days.between(at, next);
      });
      rebuilt = days.compared();
      const { faults, ...figures } = compared;
      const seconds = Math.round((performance.now() - began) / 1000);
      process.stdout.write(
        `${name}: ${replayed.replay.steps.length} steps, ${replayed.plan.length} key results, ${JSON.stringify(figures)}, ${faults.length} faults, ${seconds} s; rebuilt ${JSON.stringify({ ...rebuilt, faults: rebuilt.faults.length })}; parents ${JSON.stringify(parents.forms())}\n`,
      );
    }, 1_200_000);

    afterAll(() => replayed.site.close());

    test('every issue is created and every changelog entry happens', () => {
      const steps = (kind: string): number => replayed.replay.steps.filter((step) => step.kind === kind).length;
      expect(replayed.imported).toMatchObject({ issues, changelogEntries: entries });
      expect({ created: steps('created'), changed: steps('changed') }).toEqual({ created: issues, changed: entries });
    });

    test('at no fewer than fifty instants every key result shows what the file says', () => {
      expect(compared.instants).toBeGreaterThanOrEqual(50);
      expect(compared.faults).toEqual([]);
    });

    test('the rebuilt past is the past that was seen, day by day', () => {
      expect(rebuilt.faults).toEqual([]);
    });

    test('a change of parent arrives in every form the changelogs have', () => {
      expect(parents.faults()).toEqual([]);
      const known = Object.entries(parents.forms()).flatMap(([form, count]) => (count.known > 0 ? [form] : []));
      expect(known.sort()).toEqual(parentForms);
    });

    test('changelogs that contradict themselves are the exception', () => {
      expect(compared.ambiguous / compared.comparisons).toBeLessThan(0.01);
    });
  });
});
