/** The way to one's own check-ins of this week, with how many there are; absent when there are none. */
import Button from '@atlaskit/button/new';
import './check-in-button.css';

export const CheckInButton = ({ due, onClick }: { readonly due: number; readonly onClick: () => void }) =>
  due === 0 ? null : (
    <Button onClick={onClick} aria-label={`Check in: ${due} due this week`}>
      Check in <span className="check-in-button__count">{due}</span>
    </Button>
  );
