/** What one wants to be told: two switches that save themselves. What the site has switched off is said beside them. */
import type { Inbox } from '../../../src/contract/rhythm';
import { ErrorState } from '../../ui/error-state';
import { useInboxChange } from './queries';

type Props = Pick<Inbox, 'choice' | 'site'>;

const choices = [
  { key: 'reminders', label: 'Remind me of what waits for me', off: 'Reminders are switched off for everybody.' },
  {
    key: 'digest',
    label: 'Tell me what my week was like, on its first working day',
    off: 'The weekly digest is switched off for everybody.',
  },
] as const;

export const PersonChoices = ({ choice, site }: Props) => {
  const send = useInboxChange('choosePersonally');
  return (
    <div role="group" className="person-choices" aria-labelledby="person-choices">
      <h3 id="person-choices" className="inbox__day">
        What you are told
      </h3>
      {choices.map(({ key, label, off }) => (
        <label key={key} className="field__choice">
          <input
            type="checkbox"
            checked={(send.isPending ? send.variables : choice)[key]}
            disabled={send.isPending}
            onChange={(event) => send.mutate({ ...choice, [key]: event.target.checked })}
          />
          <span>
            {label}
            {!site[key] && <span className="field__help">{off}</span>}
          </span>
        </label>
      ))}
      {send.error && <ErrorState title="Your choice was not saved" error={send.error} />}
    </div>
  );
};
