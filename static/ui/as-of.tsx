/** When the numbers of a screen were computed, and whether they follow by themselves: "as of 12:04 · live". */
import { useFormat } from './format';

type Props = {
  /** An instant; null when nothing was computed yet. */
  readonly asOf: string | null;
  readonly live: boolean;
  /** The last repeat failed: what is shown may be old. */
  readonly stale?: boolean;
};

export const AsOf = ({ asOf, live, stale = false }: Props) => {
  const format = useFormat();
  const state = stale ? 'not refreshed, trying again' : live ? 'live' : 'refreshed every minute';
  return <span className="small number">{asOf === null ? state : `as of ${format.instant(asOf)} · ${state}`}</span>;
};
