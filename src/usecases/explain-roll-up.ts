/** The parts behind a rolled-up number. Parts in projects the viewer may not browse are summed up, so that all of them add up to it. */
import type { RollUpExplanation, RollUpPart } from '../contract/explanation';
import type { Actor, Deps } from './deps';

async function browsable(deps: Deps, actor: Actor, projectIds: readonly string[]): Promise<(projectId: string) => boolean> {
  const asked = projectIds.filter((id) => id !== actor.openProjectId);
  if (asked.length === 0) return () => true;
  const grants = await deps.jiraAsUser.permissions({ permissions: ['BROWSE_PROJECTS'], projectIds: asked });
  return (projectId) => projectId === actor.openProjectId || grants.inProject('BROWSE_PROJECTS', projectId);
}

/** In the order of `parts`. At most one Jira call. */
export async function explainRollUp(deps: Deps, actor: Actor, parts: readonly RollUpPart[]): Promise<RollUpExplanation> {
  const maySee = await browsable(deps, actor, [...new Set(parts.map(({ projectId }) => projectId))]);
  const measured = parts.filter(({ progress }) => progress !== null);
  const hidden = parts.filter(({ projectId }) => !maySee(projectId));
  const hiddenMeasured = hidden.filter(({ progress }) => progress !== null);
  const sum = (of: readonly RollUpPart[], term: (part: RollUpPart) => number): number => of.reduce((total, part) => total + term(part), 0);
  return {
    parts: parts.filter(({ projectId }) => maySee(projectId)),
    hidden: {
      parts: hidden.length,
      measured: hiddenMeasured.length,
      weight: sum(hiddenMeasured, ({ weight }) => weight),
      credit: sum(hiddenMeasured, ({ weight, progress }) => weight * (progress ?? 0)),
    },
    weightSum: sum(measured, ({ weight }) => weight),
    measured: { measured: measured.length, total: parts.length },
  };
}
