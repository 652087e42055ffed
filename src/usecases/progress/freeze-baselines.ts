/** Freezes scopes: each key result's once, when the day on which it began and had its first source is over. */
import { addDays, dayOf } from '../../domain/calendar';
import { measureWork } from '../../domain/work';
import type { AppDeps } from '../deps';
import { readableGroups } from '../scope/readable-groups';

const BATCH = 100;

export async function freezeBaselines(deps: AppDeps): Promise<void> {
  const today = dayOf(deps.now());
  for (let afterId = ''; ;) {
    const due = await deps.store.baselines.listDue(today, Date.parse(today), afterId, BATCH);
    if (due.length === 0) return;
    const records = await deps.store.numbers.listForRecompute(due);
    for (const group of readableGroups(records, ({ scopeRows }) => scopeRows, BATCH)) {
      const facts = await deps.store.scope.listFacts(group.map(({ keyResult }) => keyResult.id));
      for (const { keyResult } of group) {
        const { issues } = measureWork(facts.get(keyResult.id) ?? [], keyResult.rule);
        const frozen = issues.flatMap(({ issueId, weight }) => (weight === null ? [] : [{ issueId, weight }]));
        await deps.store.baselines.freeze(keyResult.id, { id: deps.newId(), day: addDays(today, -1), issues: frozen }, deps.now());
      }
    }
    afterId = due.at(-1) ?? '';
  }
}
