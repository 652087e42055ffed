/**
 * A small button with an icon for a face and a name for everyone.
 * Our own: Atlaskit's IconButton always brings its tooltip along, 38 kB gzip beside its Button; the browser's own tooltip says the same.
 */
import type { ComponentType, MouseEvent } from 'react';
import './icon-button.css';

type Props = {
  /** One of `@atlaskit/icon/core`. */
  readonly icon: ComponentType<{ label: string; size?: 'small' | 'medium' }>;
  readonly label: string;
  readonly onClick: (event: MouseEvent<HTMLButtonElement>) => void;
  readonly disabled?: boolean;
  readonly tabIndex?: number;
};

export const IconButton = ({ icon: Icon, label, onClick, disabled = false, tabIndex = 0 }: Props) => (
  <button type="button" className="icon-button" aria-label={label} title={label} disabled={disabled} tabIndex={tabIndex} onClick={onClick}>
    <Icon label="" size="small" />
  </button>
);
