/**
 * A part of a form that most people leave as it is: folded away under a button that says what is inside.
 * What is wrong inside is never hidden: the part is open then.
 */
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import ChevronRightIcon from '@atlaskit/icon/core/chevron-right';
import { useId, useState, type ReactNode } from 'react';
import './disclosure.css';

type Props = {
  readonly title: string;
  /** What holds while it is folded: the values inside, in words. */
  readonly summary: ReactNode;
  readonly startsOpen?: boolean;
  /** Something inside has to be seen to. */
  readonly mustShow?: boolean;
  readonly children: ReactNode;
};

export const Disclosure = ({ title, summary, startsOpen = false, mustShow = false, children }: Props) => {
  const [wanted, setWanted] = useState(startsOpen);
  const id = useId();
  const open = wanted || mustShow;
  return (
    <div className="disclosure">
      <button type="button" className="disclosure__button" aria-expanded={open} aria-controls={id} onClick={() => setWanted(!open)}>
        {open ? <ChevronDownIcon label="" size="small" /> : <ChevronRightIcon label="" size="small" />}
        <span>
          <span className="disclosure__title">{title}</span>
          {!open && <span className="disclosure__summary">{summary}</span>}
        </span>
      </button>
      <div id={id} className="disclosure__content" hidden={!open}>
        {open && children}
      </div>
    </div>
  );
};
