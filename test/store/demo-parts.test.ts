/** Clearing the demo set must know every table that hangs off an objective or a key result: a table nobody has listed would keep rows of it. */
import { ofCycles, ofKeyResults, ofObjectives } from '../../src/store/demo-parts';
import { migrations } from '../../src/store/migrations';

const columnsOf = (column: string): readonly string[] =>
  migrations.flatMap(({ statement }) => {
    const [, table = ''] = /^CREATE TABLE IF NOT EXISTS (\w+)/.exec(statement) ?? [];
    return new RegExp(`[(,]\\s*${column} VARCHAR`).test(statement) ? [table] : [];
  });

const listed = (tables: readonly (readonly [string, string])[], column: string): readonly string[] =>
  tables.filter((each) => each[1] === column).map(([table]) => table);

describe('what goes with the demo set', () => {
  it('is every table whose rows are of a key result', () => {
    expect(listed(ofKeyResults, 'key_result_id').toSorted()).toEqual(columnsOf('key_result_id').toSorted());
  });

  it('is every table whose rows are of an objective, beside its key results', () => {
    expect(listed(ofObjectives, 'objective_id').toSorted()).toEqual(
      columnsOf('objective_id')
        .filter((table) => table !== 'key_result')
        .toSorted(),
    );
  });

  it('is every table whose rows are of a cycle, beside its objectives', () => {
    expect(listed(ofCycles, 'cycle_id')).toEqual(columnsOf('cycle_id').filter((table) => table !== 'objective'));
  });

  it('is every table whose rows are of some subject', () => {
    const known = new Set([
      ...listed(ofObjectives, 'subject_id'),
      ...listed(ofKeyResults, 'subject_id'),
      ...listed(ofObjectives, 'objective_id'),
    ]);
    expect(columnsOf('subject_id').filter((table) => !known.has(table))).toEqual([]);
  });
});
