/** The views a page of OKRs has beside its list, each loaded when it is opened. */
import { lazy, type ComponentType } from 'react';
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
const AdminSettings = lazy(() => import('../admin/admin-settings'));

export const projectViews = [
  viewOf('objectives', 'Objectives', null),
  viewOf('alignment', 'Alignment', AlignmentView),
  viewOf('check-ins', 'Check-ins', CheckInsView),
] as const;

/** The last one is for OKR admins: not all of them can open Jira's own administration. */
export const companyViews = [
  viewOf('objectives', 'OKRs', null),
  viewOf('alignment', 'Alignment', AlignmentView),
  viewOf('coverage', 'Coverage', CompanyCoverage),
  viewOf('check-ins', 'Check-ins', CheckInsView),
  viewOf('settings', 'Cycles and settings', AdminSettings),
] as const;
