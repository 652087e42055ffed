/** Asked before words that are not saved are thrown away, at the head of the form that holds them. Knows no form. */
import Button from '@atlaskit/button/new';
import { SectionMessage } from './section-message';

type Props = { readonly onKeep: () => void; readonly onDiscard: () => void };

export const UnsavedQuestion = ({ onKeep, onDiscard }: Props) => (
  <SectionMessage
    tone="warning"
    title="Leave without saving?"
    actions={
      <>
        {/* The question stands above what may be scrolled away: the focus brings it into sight. */}
        <Button spacing="compact" autoFocus onClick={onKeep}>
          Keep writing
        </Button>
        <Button spacing="compact" appearance="danger" onClick={onDiscard}>
          Discard
        </Button>
      </>
    }
  >
    What you have written here is not saved yet.
  </SectionMessage>
);
