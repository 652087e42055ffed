/**
 * Plain text to be taken elsewhere: shown as it is, selected and copied by a button, or the reader is told what to press. By the old command: the
 * Clipboard API is refused in a frame to which its host does not hand it on, and asking for it is a violation of its policy.
 */
import Button from '@atlaskit/button/new';
import { useRef, useState } from 'react';
import './copied-text.css';
import { LiveRegion } from './live-region';

type Props = {
  /** What the text is, for those who cannot see it. */
  readonly label: string;
  readonly text: string;
};

export const CopiedText = ({ label, text }: Props) => {
  const field = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');
  const copy = () => {
    field.current?.focus();
    field.current?.select();
    setSaid(document.execCommand('copy') ? 'Copied.' : 'The text is selected: press Ctrl+C, or ⌘C, to copy it.');
  };
  return (
    <div className="copied-text">
      <textarea
        ref={field}
        className="field__control copied-text__field"
        aria-label={label}
        readOnly
        rows={Math.min(18, text.split('\n').length + 1)}
        value={text}
      />
      <div className="copied-text__actions">
        <Button appearance="primary" onClick={copy}>
          Copy
        </Button>
        <span>{said}</span>
      </div>
      <LiveRegion message={said} />
    </div>
  );
};
