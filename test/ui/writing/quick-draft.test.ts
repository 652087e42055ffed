import { emptyLine, goalOf, keyResultInput, titlesOf, withPasted, wrongIn } from '../../../static/features/writing/quick-draft';

const line = (title: string, rest = {}) => ({ ...emptyLine('line-0001', title), ...rest });

describe('what a line measures', () => {
  test.each([
    ['The help centre is rewritten', { kind: 'work', from: '', to: '', unit: '' }],
    ['Open tickets from 120 to 20 tickets', { kind: 'metric', from: '120', to: '20', unit: 'tickets' }],
    ['Time to pay from 4.2 s to 1.8 s', { kind: 'metric', from: '4.2', to: '1.8', unit: 's' }],
    ['Umsatz from 1,5 to 2,5 €', { kind: 'metric', from: '1.5', to: '2.5', unit: '€' }],
    ['Conversion from 2% to 3%', { kind: 'metric', from: '2', to: '3', unit: '%' }],
    ['Move from Oracle to PostgreSQL', { kind: 'work', from: '', to: '', unit: '' }],
  ])('%s', (title, goal) => expect(goalOf(line(title))).toEqual(goal));

  test('is what somebody has chosen, whatever its words say', () => {
    expect(goalOf(line('Bugs from 40 to 5', { kind: 'band', from: '3' }))).toEqual({ kind: 'band', from: '3', to: '5', unit: '' });
  });
});

describe('pasted text', () => {
  test('is a title a line, without bullets, numbers and empty lines', () => {
    expect(titlesOf('- One\n\n 2. Two\r\n• Three\n4 eyes look at it')).toEqual(['One', 'Two', 'Three', '4 eyes look at it']);
  });

  test('goes on the line it is pasted into, and makes lines after it', () => {
    let last = 0;
    const lines = withPasted([line('Before'), emptyLine('line-0002', 'After')], 0, 'one\ntwo\nthree', () => `new-${(last += 1)}`);
    expect(lines.map(({ title }) => title)).toEqual(['Before one', 'two', 'three', 'After']);
  });
});

describe('a line that cannot be saved says why', () => {
  test.each([
    ['without words', line(' '), /how you will know/],
    ['a metric without a goal', line('Bugs', { kind: 'metric' }), /number you start from/],
    ['a metric that goes nowhere', line('Bugs from 4 to 4'), /must differ/],
    ['a band the wrong way round', line('Load', { kind: 'band', from: '5', to: '4' }), /must not be below/],
    ['milestones without any', line('Open', { kind: 'milestones', steps: ' , ' }), /at least one milestone/],
  ])('%s', (_name, wrong, words) => expect(wrongIn(wrong)).toMatch(words));

  test('and one that can says nothing', () => expect(wrongIn(line('Bugs from 40 to 5'))).toBeNull());
});

test('the request of a line is the same at every try', () => {
  const milestones = line('Open', { kind: 'milestones', steps: 'Signed, Built' });
  expect(keyResultInput(milestones, 'o-1', 'me')).toEqual({
    kind: 'milestones',
    id: 'line-0001',
    objectiveId: 'o-1',
    title: 'Open',
    ownerAccountId: 'me',
    milestones: [
      { id: 'line-0001-m0', title: 'Signed', weight: 1, reachedDay: null },
      { id: 'line-0001-m1', title: 'Built', weight: 1, reachedDay: null },
    ],
  });
  expect(keyResultInput(line('Bugs from 40 to 5'), 'o-1', null)).toMatchObject({ kind: 'metric', start: 40, target: 5, unit: '' });
});
