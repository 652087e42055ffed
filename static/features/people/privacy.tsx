/** Who may know of an objective: whoever may see where it lives, or those it names. Says what that does to numbers before it is chosen. */
import Button from '@atlaskit/button/new';
import type { ObjectiveView } from '../../../src/contract/okr';
import { ErrorState } from '../../ui/error-state';
import { PeopleList } from '../../ui/people-list';
import { everybody } from './everybody';
import { usePeopleChange } from './use-people-change';

export const Privacy = ({ objective, may }: { readonly objective: ObjectiveView; readonly may: boolean }) => {
  const edit = usePeopleChange('editObjective');
  const { id, version, audience, home } = objective;
  const set = (next: readonly string[] | null) => edit.mutate({ id, version, audience: next && [...next] });
  return (
    <section>
      <h3 className="details__heading">Who may see it</h3>
      {edit.error && <ErrorState title="That was not saved" error={edit.error} />}
      {audience === null ? (
        <>
          <p>{everybody[home.level]}.</p>
          {may && (
            <>
              <p className="subtle">
                A private objective is seen by its owner and contributors, those of its key results, those you name, and OKR admins. It
                counts for no other objective, and none counts for it.
              </p>
              <Button spacing="compact" isLoading={edit.isPending} onClick={() => set([])}>
                Make private
              </Button>
            </>
          )}
        </>
      ) : (
        <>
          <p>
            Private: its owner and contributors, those of its key results, OKR admins and those named here. It counts for no other
            objective.
          </p>
          {may && (
            <>
              <PeopleList label="Named" addLabel="Name somebody" accountIds={audience} onChange={set} projectId={null} />
              <Button spacing="compact" isLoading={edit.isPending} onClick={() => set(null)}>
                Show it to everybody
              </Button>
            </>
          )}
        </>
      )}
    </section>
  );
};
