import fc from 'fast-check';
import { mentionOf, mentionsIn, partsOf, type WordsPart } from '../../src/domain/comment-words';

const text = (words: string): WordsPart => ({ type: 'text', text: words });
const mention = (accountId: string): WordsPart => ({ type: 'mention', accountId });
const link = (address: string): WordsPart => ({ type: 'link', address });

describe('the words of a comment', () => {
  test.each<[string, readonly WordsPart[]]>([
    ['', []],
    ['On it.', [text('On it.')]],
    ['@[557058:ab-1] can you look?', [mention('557058:ab-1'), text(' can you look?')]],
    ['Ask @[anna], then @[ben].', [text('Ask '), mention('anna'), text(', then '), mention('ben'), text('.')]],
    ['See https://example.com/a?b=1#c.', [text('See '), link('https://example.com/a?b=1#c'), text('.')]],
    ['(https://example.com/a_(b))', [text('('), link('https://example.com/a_(b)'), text(')')]],
    ['https://example.com, really', [link('https://example.com'), text(', really')]],
    ['javascript:alert(1)', [text('javascript:alert(1)')]],
    ['https://bank.example@evil.example/', [text('https://bank.example@evil.example/')]],
    ['https://', [text('https://')]],
    ['mail me @ home, @[], @[two words]', [text('mail me @ home, @[], @[two words]')]],
  ])('%j', (words, parts) => {
    expect(partsOf(words)).toEqual(parts);
  });

  it('are what their parts say one after the other, whatever is typed', () => {
    const piece = fc.oneof(
      fc.constantFrom('@[a:1]', 'https://x.example/', ' ', '.', ')', '@', '['),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const words = pieces.join('');
        const said = partsOf(words).map((part) =>
          part.type === 'text' ? part.text : part.type === 'link' ? part.address : mentionOf(part.accountId),
        );
        expect(said.join('')).toBe(words);
      }),
    );
  });

  it('name each person once', () => {
    expect(mentionsIn('@[ben] and @[anna], or @[ben]')).toEqual(['ben', 'anna']);
  });
});
