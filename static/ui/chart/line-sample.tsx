/** A piece of a line as it looks in the chart, for the legend. */
import type { LineLook } from './chart-model';

export const LineSample = ({ look }: { readonly look: LineLook }) => (
  <svg className={`line-chart__sample line-chart__line--${look}`} width="20" height="8" aria-hidden="true" focusable="false">
    <path className="line-chart__path" d="M0,4 L20,4" />
  </svg>
);
