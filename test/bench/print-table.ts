/** The bench's tables: one line a measurement, columns as wide as their contents. */
import type { Measurement } from './measurement';

const verdict = ({ ok }: Measurement): string => (ok === null ? '' : ok ? 'yes' : 'NO');

/** The first row is the head. */
export const alignedRows = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join(' | ')
      .trimEnd();
  const [head, ...body] = rows.map(line);
  return [head, widths.map((width) => '-'.repeat(width)).join('-|-'), ...body].join('\n');
};

export const tableOf = (measurements: readonly Measurement[]): string =>
  alignedRows([['what', 'budget', 'measured', 'ok'], ...measurements.map((one) => [one.what, one.budget, one.measured, verdict(one)])]);
