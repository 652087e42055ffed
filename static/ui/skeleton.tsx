/** A grey stand-in of the size of what is being loaded, so that nothing jumps when it comes. */
import './skeleton.css';

type Props = {
  /** CSS lengths. */
  readonly width?: string;
  readonly height?: string;
};

export const Skeleton = ({ width = '100%', height = '16px' }: Props) => (
  <span className="skeleton" style={{ width, height }} aria-hidden="true" />
);

/** Announces that something is loading; wrap the skeletons of a screen in it. */
export const Loading = ({ what, children }: { readonly what: string; readonly children: React.ReactNode }) => (
  <div role="status" aria-busy="true">
    <span className="visually-hidden">Loading {what}</span>
    {children}
  </div>
);
