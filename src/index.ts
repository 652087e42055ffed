/** One export per handler of manifest.yml. */
export { countWork } from './forge/count-work';
export { issueLozenge } from './forge/issue-lozenge';
export { onIssueEvent } from './forge/on-issue-event';
export { onLifecycle } from './forge/on-lifecycle';
export { onProjectEvent } from './forge/on-project-event';
export { rebuildPasts } from './forge/rebuild-pasts';
export { resolver } from './forge/resolver';
export { daily, hourly } from './forge/schedules';
export { syncIssues } from './forge/sync-issues';
