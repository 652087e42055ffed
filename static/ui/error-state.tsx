/**
 * A request that failed, in words, with what finds its log line and a way to try again.
 * The first minute after the installation is no failure: it is told calmly, and the query behind it asks again by itself.
 */
import Button from '@atlaskit/button/new';
import { apiErrorOf } from '../api-error';
import { EmptyState } from './empty-state';
import { SectionMessage } from './section-message';

type Props = {
  readonly error: unknown;
  readonly onRetry?: () => void;
  /** What was attempted: "The OKRs could not be loaded". */
  readonly title?: string;
};

export const ErrorState = ({ error, onRetry, title = 'This could not be loaded' }: Props) => {
  const { code, message, reference } = apiErrorOf(error);
  if (code === 'SETTING_UP') {
    return (
      <div role="status">
        <EmptyState title="Setting up OKRs">
          The app is preparing its storage for this site. It usually takes a minute; this page goes on by itself.
        </EmptyState>
      </div>
    );
  }
  return (
    <SectionMessage
      tone="error"
      title={title}
      actions={
        onRetry && (
          <Button spacing="compact" onClick={onRetry}>
            Retry
          </Button>
        )
      }
    >
      {message}
      {reference !== null && <p className="small">Reference: {reference}</p>}
    </SectionMessage>
  );
};
