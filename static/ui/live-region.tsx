/** Tells assistive technology politely what changed by itself. Always mounted: a region that appears with its text is often not read. */
export const LiveRegion = ({ message }: { readonly message: string }) => (
  <div className="visually-hidden" role="status" aria-live="polite">
    {message}
  </div>
);
