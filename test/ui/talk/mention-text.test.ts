/** Mentions as they stand in the box and as they are sent. */
import { nameFor, textOf, typedMention, wordsOf } from '../../../static/features/talk/mention-text';

const names = new Map([
  ['Sam', 'sam'],
  ['Sam Lee', 'sam-lee'],
  ['C. (Ops)', 'c'],
]);

describe('a mention', () => {
  test.each([
    ['@', 1, { start: 0, query: '' }],
    ['Ask @mi', 7, { start: 4, query: 'mi' }],
    ['Ask @Mia Ke', 11, { start: 4, query: 'Mia Ke' }],
    ['(@mi', 4, { start: 1, query: 'mi' }],
    ['mail@home', 9, null],
    ['Ask @ mi', 8, null],
    ['@mi\nnext', 8, null],
    ['Ask @mia now', 3, null],
  ])('is being typed in %j with the caret at %d: %j', (text, caret, typed) => {
    expect(typedMention(text, caret)).toEqual(typed);
  });

  it('is sent as an account id, the longest name first and whole names only', () => {
    expect(wordsOf('@Sam Lee and @Sam, not @Samuel; @C. (Ops)!', names)).toBe('@[sam-lee] and @[sam], not @Samuel; @[c]!');
  });

  it('stands as a name again when it is edited, and stays where nobody knows the name', () => {
    const words = 'Ask @[sam-lee], see https://example.com/ and @[gone]';
    expect(textOf(words, names)).toBe('Ask @Sam Lee, see https://example.com/ and @[gone]');
    expect(wordsOf(textOf(words, names), names)).toBe(words);
  });

  it('tells people of one name apart', () => {
    expect(nameFor(names, { accountId: 'sam', name: 'Sam' })).toBe('Sam');
    expect(nameFor(names, { accountId: 'other', name: 'Sam' })).toBe('Sam (2)');
  });
});
