/** Loading and clearing the demo set: what it is, how far it is, and the next steps until it is all there or all gone. */
import Button from '@atlaskit/button/new';
import { useState } from 'react';
import type { DemoSetView } from '../../../src/contract/demo-set';
import { newId } from '../../new-id';
import { Dialog } from '../../ui/dialog';
import { ErrorState } from '../../ui/error-state';
import { Loading, Skeleton } from '../../ui/skeleton';
import './demo-set-section.css';
import { useDemoSet, useDemoSteps } from './demo-set-queries';
import { ProjectList } from './project-list';

const MOST_PROJECTS = 3;

type Steps = ReturnType<typeof useDemoSteps>;

const Progress = ({ demo, label }: { readonly demo: DemoSetView; readonly label: string }) => (
  <div className="demo-set__progress" role="status">
    <progress aria-label={label} max={Math.max(1, demo.total)} value={demo.done} />
    <span className="small">
      {label}: {demo.done} of {demo.total} steps
    </span>
  </div>
);

const Choice = ({ onLoad, busy }: { readonly onLoad: (projectIds: readonly string[]) => void; readonly busy: boolean }) => {
  const [projectIds, setProjectIds] = useState<readonly string[]>([]);
  const tooMany = projectIds.length > MOST_PROJECTS;
  return (
    <>
      <ProjectList label="Projects of the demo set" projectIds={projectIds} onChange={setProjectIds} />
      <p className={tooMany ? 'demo-set__warning' : 'subtle'}>
        {tooMany ? 'At most three projects: remove some.' : 'Choose one to three projects: their issues give the demo its numbers.'}
      </p>
      <Button appearance="primary" onClick={() => onLoad(projectIds)} isDisabled={projectIds.length === 0 || tooMany} isLoading={busy}>
        Load the demo set
      </Button>
    </>
  );
};

/** What has stopped half-way: by an error, or because the page was left. */
const Stopped = ({ demo, steps, onClear }: { readonly demo: DemoSetView; readonly steps: Steps; readonly onClear: () => void }) => (
  <>
    <Progress demo={demo} label={demo.state === 'loading' ? 'Loading has stopped' : 'Clearing has stopped'} />
    <div className="button-row">
      {demo.state === 'loading' && (
        <Button appearance="primary" onClick={() => steps.load.mutate({ id: newId(), projectIds: [...demo.projectIds] })}>
          Go on loading
        </Button>
      )}
      <Button onClick={onClear}>{demo.state === 'loading' ? 'Clear what is there' : 'Go on clearing'}</Button>
    </div>
  </>
);

const ClearDialog = ({ onClear, onClose }: { readonly onClear: () => void; readonly onClose: () => void }) => (
  <Dialog
    title="Clear the demo set?"
    onClose={onClose}
    onSubmit={onClear}
    footer={
      <>
        <Button appearance="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button appearance="danger" type="submit">
          Clear
        </Button>
      </>
    }
  >
    <p>
      Its objectives, key results, check-ins and comments are removed, also what people have added to them. Objectives that people have
      written into its cycles and groups themselves stay. Jira is left as it is.
    </p>
  </Dialog>
);

const Shown = ({ demo }: { readonly demo: DemoSetView }) => {
  const steps = useDemoSteps();
  const [asking, setAsking] = useState(false);
  const { load, clear } = steps;
  const error = load.error ?? clear.error;
  const startClearing = () => {
    setAsking(false);
    load.reset();
    clear.mutate();
  };
  return (
    <>
      {error && <ErrorState title={load.error ? 'The demo set was not loaded' : 'The demo set was not cleared'} error={error} />}
      {load.isPending || clear.isPending ? (
        <Progress demo={demo} label={clear.isPending ? 'Clearing' : 'Loading'} />
      ) : demo.state === 'none' ? (
        <Choice busy={false} onLoad={(projectIds) => load.mutate({ id: newId(), projectIds: [...projectIds] })} />
      ) : demo.state === 'loaded' ? (
        <>
          <p>
            The demo set is loaded. Look at it on the company page and on the pages of its projects: choose the cycle{' '}
            <strong>Demo quarter</strong> or <strong>Demo year</strong> there.
          </p>
          <Button onClick={() => setAsking(true)}>Clear the demo set</Button>
        </>
      ) : (
        <Stopped demo={demo} steps={steps} onClear={demo.state === 'loading' ? () => setAsking(true) : startClearing} />
      )}
      {asking && <ClearDialog onClear={startClearing} onClose={() => setAsking(false)} />}
    </>
  );
};

const DemoSetSection = () => {
  const query = useDemoSet();
  return (
    <section className="demo-set" aria-labelledby="demo-set-title">
      <h2 id="demo-set-title">Demo set</h2>
      <p className="subtle">
        Objectives of a made-up company, its groups and up to three of your projects, with key results, check-ins and alignment, to see what
        the app looks like in use. It has cycles of its own and belongs to you; everybody can see it, except for one private objective. It
        reads issues of the projects and writes nothing into Jira.
      </p>
      {query.data ? (
        <Shown demo={query.data} />
      ) : query.isError ? (
        <ErrorState title="The demo set could not be looked up" error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Loading what="the demo set">
          <Skeleton height="120px" />
        </Loading>
      )}
    </section>
  );
};

export default DemoSetSection;
