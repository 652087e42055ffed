/** The cycles and the settings of the site, a group at a time, wherever they are shown. The backend decides who may change them. */
import { lazy, Suspense, useState } from 'react';
import type { SettingsView } from '../../../src/contract/settings';
import { dayOf } from '../../../src/domain/calendar';
import { useLiveUpdates } from '../../live-query';
import { ErrorState } from '../../ui/error-state';
import { Loading, Skeleton } from '../../ui/skeleton';
import { ViewSwitch } from '../../ui/view-switch';
import './admin-settings.css';
import { CalendarForm } from './calendar-form';
import { CheckInsForm } from './check-ins-form';
import { CountingForm } from './counting-form';
import { CyclesSection } from './cycles-section';
import { HealthForm } from './health-form';
import { adminKey, useSettings } from './queries';

const GroupsAndRoles = lazy(() => import('./groups-and-roles'));
const SetUpHistory = lazy(() => import('./set-up-history'));
const RadarForm = lazy(() => import('./radar-form'));
const RemindersForm = lazy(() => import('./reminders-form'));
const WordingForm = lazy(() => import('./wording-form'));
const DemoSetSection = lazy(() => import('./demo-set-section'));

const views = [
  { key: 'cycles', label: 'Cycles' },
  { key: 'roles', label: 'Groups and roles' },
  { key: 'counting', label: 'Counting' },
  { key: 'health', label: 'Health' },
  { key: 'calendar', label: 'Calendar' },
  { key: 'check-ins', label: 'Check-ins' },
  { key: 'reminders', label: 'Reminders' },
  { key: 'radar', label: 'Radar' },
  { key: 'wording', label: 'Wording' },
  { key: 'demo', label: 'Demo set' },
  { key: 'history', label: 'History' },
] as const;

type View = (typeof views)[number]['key'];

/** Views that are loaded when they are first opened, as they are called while that takes. */
const lazyViews = {
  roles: 'groups and roles',
  reminders: 'the reminders',
  radar: 'the radar',
  wording: 'the wording',
  demo: 'the demo set',
  history: 'the history',
} as const;

type LazyView = keyof typeof lazyViews;

const isLazy = (view: View): view is LazyView => view in lazyViews;

const forms: Readonly<Record<Exclude<View, 'cycles' | LazyView>, (settings: SettingsView) => React.ReactNode>> = {
  counting: ({ counting }) => <CountingForm setting={counting} />,
  health: ({ health }) => <HealthForm setting={health} />,
  calendar: ({ calendar }) => <CalendarForm setting={calendar} />,
  'check-ins': ({ checkIns }) => <CheckInsForm setting={checkIns} />,
};

type ShownProps = { readonly view: View; readonly today: string; readonly settings: SettingsView };

const Shown = ({ view, today, settings }: ShownProps) => {
  if (view === 'cycles') return <CyclesSection today={today} />;
  if (!isLazy(view)) return forms[view](settings);
  return (
    <Suspense
      fallback={
        <Loading what={lazyViews[view]}>
          <Skeleton height="240px" />
        </Loading>
      }
    >
      {view === 'roles' && <GroupsAndRoles />}
      {view === 'reminders' && <RemindersForm setting={settings.reminders} />}
      {view === 'radar' && <RadarForm setting={settings.radar} />}
      {view === 'wording' && <WordingForm setting={settings.wording} />}
      {view === 'demo' && <DemoSetSection />}
      {view === 'history' && <SetUpHistory />}
    </Suspense>
  );
};

const AdminSettings = () => {
  const [view, setView] = useState<View>('cycles');
  const [today] = useState(() => dayOf(Date.now()));
  const settings = useSettings();
  useLiveUpdates(adminKey);
  if (settings.data)
    return (
      <div className="admin-settings">
        <ViewSwitch label="Settings" views={views} open={view} onOpen={setView} />
        <Shown view={view} today={today} settings={settings.data} />
      </div>
    );
  if (settings.isError)
    return <ErrorState title="The settings could not be loaded" error={settings.error} onRetry={() => void settings.refetch()} />;
  return (
    <Loading what="settings">
      <Skeleton height="240px" />
    </Loading>
  );
};

export default AdminSettings;
