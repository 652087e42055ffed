/**
 * The order of the test files where no earlier run has left its times, as in a fresh clone: those that take longest come first, so that no core
 * idles at the end while another one has just begun a sweep. The others come as jest orders them, the largest first.
 */
import { createRequire } from 'node:module';

// Jest's own: it comes and goes with jest.
const ofJest = createRequire(createRequire(import.meta.url).resolve('jest'));
const { default: TestSequencer } = ofJest('@jest/test-sequencer');

/** By how long they take; a file that has grown slow belongs here. */
const longest = [
  'e2e/screens-first',
  'e2e/screens-second',
  'usecases/replay-real-histories',
  'usecases/crash-sweep.',
  'usecases/crash-sweep-writing',
  'local/demo/load-demo',
  'usecases/permission-matrix',
  'oracle/lives',
  'usecases/overlapping-recompute',
  'usecases/crash-sweep-kinds',
  'ui/project-okrs/project-page',
  'usecases/crash-sweep-demo-set',
  'forge/odd-histories',
  'forge/issue-webhooks',
];

const placeOf = ({ path }) => {
  const place = longest.findIndex((part) => path.includes(part));
  return place === -1 ? longest.length : place;
};

export default class LongestFirst extends TestSequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => placeOf(one) - placeOf(other));
  }
}
