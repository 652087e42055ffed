/** What was dismissed, with its reason, and the way back. */
import type { Dismissing } from './dismissing';

type Props = { readonly dismissing: Dismissing; readonly nameOf: (rule: string) => string };

export const DismissedList = ({ dismissing: { dismissed, onDismissed }, nameOf }: Props) =>
  dismissed.length === 0 ? null : (
    <ul className="quality__dismissed" aria-label="Dismissed rules">
      {dismissed.map(({ rule, reason }) => (
        <li key={rule}>
          Dismissed: {nameOf(rule)} (<bdi>{reason}</bdi>){' '}
          <button
            type="button"
            className="quality__link"
            aria-label={`Look at it again: ${nameOf(rule)}`}
            onClick={() => onDismissed(dismissed.filter((each) => each.rule !== rule))}
          >
            Look at it again
          </button>
        </li>
      ))}
    </ul>
  );
