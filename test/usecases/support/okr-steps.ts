/**
 * The steps most tests of use cases begin with, as a person takes them through the app: an objective, key results, sources.
 * Each throws with the app's own words where the app refuses, so that a broken beginning is not taken for the fault under test.
 */
import type { ApiName, Input, Output } from '../../../src/contract/api';
import type { ObjectiveClosing } from '../../../src/contract/closing';
import type { KeyResultView, ObjectiveView, SourceDraft } from '../../../src/contract/okr';
import { gradeShown, suggestedGrade, suggestedObjectiveGrade } from '../../../src/domain/closing/grade';
import type { Home } from '../../../src/domain/home';
import type { Milestone } from '../../../src/domain/model';
import type { Failure, Result } from '../../../src/contract/result';
import type { TestSite } from '../../support/test-site';

export const WEB = '10000';
export const SEC = '10001';
export const Q4 = '2026-q4';

/** The issues of the small company, by the name a test calls them. */
export const issueIds = {
  epic: '20001',
  card: '20002',
  bank: '20003',
  funnel: '20004',
  talk: '20005',
  flicker: '20006',
  cheque: '20007',
  secret: '20101',
} as const;

let lastId = 0;
/** A new id of the form the browser sends. */
export const newId = (): string => `test-id-${String((lastId += 1)).padStart(4, '0')}`;

export const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.error.code} ${result.error.field ?? ''}: ${result.error.message}`);
  return result.value;
};

export const failureOf = (result: Result<unknown>): Failure => {
  if (result.ok) throw new Error(`No refusal, but ${JSON.stringify(result.value)}`);
  return result.error;
};

/** `ok`, or the code of the refusal. */
export const outcomeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.error.code);

/** Calls a function of the app and expects it to work. */
export const ask = async <N extends ApiName>(site: TestSite, name: N, input: Input<N>, from?: From): Promise<Output<N>> =>
  valueOf(await site.invoke(name, input, from));

/** Where an objective of a project lives. */
export const inProject = (projectId: string): Home => ({ level: 'project', projectId });

type ObjectiveInput = Partial<Input<'createObjective'>> & { readonly projectId?: string };

/** In the web shop unless it says where. */
export const addObjective = (site: TestSite, { projectId = WEB, ...input }: ObjectiveInput = {}): Promise<ObjectiveView> =>
  ask(site, 'createObjective', {
    id: newId(),
    home: inProject(projectId),
    cycleId: Q4,
    title: 'A checkout people finish',
    ownerAccountId: null,
    ...input,
  });

type WorkInput = Extract<Input<'createKeyResult'>, { kind: 'work' }>;
type MetricInput = Extract<Input<'createKeyResult'>, { kind: 'metric' }>;
type From = Parameters<TestSite['invoke']>[2];

export const addWork = (
  site: TestSite,
  objective: { readonly id: string },
  input: Partial<WorkInput> = {},
  from?: From,
): Promise<KeyResultView> => {
  const whole = { id: newId(), objectiveId: objective.id, title: 'All ways to pay are live', ownerAccountId: null };
  return ask(site, 'createKeyResult', { kind: 'work', ...whole, ...input }, from);
};

export const addMetric = (
  site: TestSite,
  objective: { readonly id: string },
  input: Partial<MetricInput> = {},
  from?: From,
): Promise<KeyResultView> => {
  const whole = { id: newId(), objectiveId: objective.id, title: 'Conversion', ownerAccountId: null, start: 40, target: 60 };
  return ask(site, 'createKeyResult', { kind: 'metric', ...whole, ...input }, from);
};

export const addMilestones = (
  site: TestSite,
  objective: { readonly id: string },
  milestones: readonly Milestone[] = [{ id: newId(), title: 'The contract is signed', weight: 1, reachedDay: null }],
  from?: From,
): Promise<KeyResultView> => {
  const whole = { id: newId(), objectiveId: objective.id, title: 'Open in Norway', ownerAccountId: null };
  return ask(site, 'createKeyResult', { kind: 'milestones', ...whole, milestones: [...milestones] }, from);
};

/** `WEB-6`, `children of WEB-1`, or a query. */
export const draftOf = (text: string): SourceDraft => {
  const children = /^children of (\S+)$/.exec(text)?.[1];
  if (children !== undefined) return { type: 'children', issue: children };
  return /^[A-Z]+-\d+$/.test(text) ? { type: 'issue', issue: text } : { type: 'jql', jql: text };
};

export type Added = { readonly sourceId: string; readonly keyResult: KeyResultView };

/** Adds a source written as for `draftOf`. */
export const bring = async (site: TestSite, keyResult: { readonly id: string }, source: string, from?: From): Promise<Added> => {
  const sourceId = newId();
  const input = { id: sourceId, keyResultId: keyResult.id, source: draftOf(source) };
  return { sourceId, keyResult: await ask(site, 'addSource', input, from) };
};

/** A work key result with these sources. */
export const workOn = async (site: TestSite, sources: readonly string[], input: Partial<WorkInput> = {}): Promise<KeyResultView> => {
  const keyResult = await addWork(site, await addObjective(site), input);
  for (const source of sources) await bring(site, keyResult, source);
  return keyResult;
};

/** A key result as the site administrator sees it now. */
export const see = async (site: TestSite, keyResult: { readonly id: string }): Promise<KeyResultView> =>
  (await ask(site, 'getKeyResult', { keyResultId: keyResult.id })).keyResult;

export const progressOf = async (site: TestSite, keyResult: { readonly id: string }): Promise<number | null> =>
  (await see(site, keyResult)).progress;

type Grading = Partial<Omit<Input<'gradeObjective'>, 'objectiveId' | 'keyResults'>>;

/** Grades an objective as the numbers suggest, and drops it, unless it is said otherwise. */
export const grade = async (site: TestSite, objectiveId: string, said: Grading = {}, from?: From): Promise<ObjectiveClosing> => {
  const { objective } = await ask(site, 'getObjectiveClosing', { objectiveId }, from);
  const keyResults = objective.keyResults.map(({ id, progress }) => ({ keyResultId: id, grade: gradeShown(suggestedGrade(progress)) }));
  const parts = objective.keyResults.map(({ weight, progress }) => ({ weight, grade: suggestedGrade(progress) }));
  const suggested = gradeShown(suggestedObjectiveGrade(parts, objective.progress));
  const whole = {
    version: objective.version,
    grade: suggested,
    causes: [],
    causeWords: '',
    learned: '',
    nextStep: 'drop' as const,
    intoCycleId: null,
  };
  return ask(site, 'gradeObjective', { objectiveId, keyResults, ...whole, ...said }, from);
};

/** How its issues stand, by issue id. */
export const standingsOf = async (site: TestSite, keyResult: { readonly id: string }): Promise<Readonly<Record<string, string>>> => {
  const { issues } = await ask(site, 'getKeyResult', { keyResultId: keyResult.id });
  return Object.fromEntries(issues.map(({ issueId, standing }) => [issueId, standing]));
};

/** Writes copies of a row that the app has written, each with changes: many objects at once, without a call for each. */
export const copyRow = async (
  site: TestSite,
  table: 'objective' | 'key_result',
  id: string,
  copies: readonly Readonly<Record<string, string | number>>[],
): Promise<void> => {
  site.leaveUnexplained('copied rows carry the numbers of their original, and there are many of them');
  const [row] = await site.sql(`SELECT * FROM ${table} WHERE id = ?`, id);
  if (row === undefined) throw new Error(`There is no ${table} ${id} to copy.`);
  const columns = Object.keys(row);
  for (let from = 0; from < copies.length; from += 100) {
    const rows = copies.slice(from, from + 100).map((changes) => ({ ...row, ...changes }) as Readonly<Record<string, unknown>>);
    const places = rows.map(() => `(${columns.map(() => '?').join(', ')})`).join(', ');
    const values = rows.flatMap((copy) => columns.map((column) => copy[column]));
    await site.sql(`INSERT INTO ${table} (${columns.join(', ')}) VALUES ${places}`, ...values);
  }
};
