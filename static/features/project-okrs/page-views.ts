/** The views a page of OKRs has beside its list, each loaded when it is opened. */
import { lazy, type ComponentType } from 'react';
import type { CycleView } from '../../../src/contract/okr';
import { isEnding } from '../closing/is-ending';
import type { PageViewProps } from './page-view-props';

/** Without a component it is the list itself. */
type PageView<K extends string> = { readonly key: K; readonly label: string; readonly Component: ComponentType<PageViewProps> | null };

const viewOf = <K extends string>(key: K, label: string, Component: ComponentType<PageViewProps> | null): PageView<K> => ({
  key,
  label,
  Component,
});

const AlignmentView = lazy(() => import('../alignment/alignment-view'));
const CompanyCoverage = lazy(() => import('../coverage/company-coverage'));
const CheckInsView = lazy(() => import('../check-ins/check-ins-view'));
const ClosingView = lazy(() => import('../closing/closing-view'));
const HealthView = lazy(() => import('../radar/health-view'));
const LearningView = lazy(() => import('../closing/learning-view'));
const AdminSettings = lazy(() => import('../admin/admin-settings'));

export const projectViews = [
  viewOf('objectives', 'Objectives', null),
  viewOf('alignment', 'Alignment', AlignmentView),
  viewOf('check-ins', 'Check-ins', CheckInsView),
  viewOf('health', 'Health', HealthView),
  viewOf('closing', 'Closing', ClosingView),
] as const;

/** The last one is for OKR admins: not all of them can open Jira's own administration. */
export const companyViews = [
  viewOf('objectives', 'OKRs', null),
  viewOf('alignment', 'Alignment', AlignmentView),
  viewOf('coverage', 'Coverage', CompanyCoverage),
  viewOf('check-ins', 'Check-ins', CheckInsView),
  viewOf('health', 'Health', HealthView),
  viewOf('closing', 'Closing', ClosingView),
  viewOf('learning', 'What we learned', LearningView),
  viewOf('settings', 'Cycles and settings', AdminSettings),
] as const;

type Seen = { readonly cycle: CycleView; readonly today: string; readonly maySetUp: boolean };

/** Those that make sense for the cycle and its viewer; what is open stays. A closed cycle has its report in the place of its close. */
export const viewsFor = <K extends string>(
  views: readonly { readonly key: K; readonly label: string }[],
  open: K,
  { cycle, today, maySetUp }: Seen,
): readonly { readonly key: K; readonly label: string }[] => {
  const isClosed = cycle.state === 'closed';
  const offers: Readonly<Record<string, boolean>> = { settings: maySetUp, closing: isClosed || isEnding(cycle, today) };
  return views
    .filter(({ key }) => key === open || (offers[key] ?? true))
    .map((view) => (view.key === 'closing' && isClosed ? { ...view, label: 'Report' } : view));
};
