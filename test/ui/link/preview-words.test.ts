import { additionInWords, removalInWords } from '../../../static/features/link/preview-words';
import { additionPreview, removalPreview } from './sample-answers';

describe('A previewed addition in words', () => {
  it.each([
    [{ matched: 0, joining: 0, alreadyInScope: 0 }, 'Finds no issue now. Issues that come to match later will join by themselves.'],
    [{ matched: 1, joining: 0, alreadyInScope: 1 }, 'Nothing new: this issue is in scope already.'],
    [{ matched: 3, joining: 0, alreadyInScope: 3 }, 'Nothing new: all 3 issues are in scope already.'],
    [{ matched: 1, joining: 1, alreadyInScope: 0 }, 'Adds 1 issue.'],
    [{ matched: 3, joining: 2, alreadyInScope: 1 }, 'Adds 2 issues. 1 of the 3 issues found is in scope already.'],
    [{ matched: 9, joining: 4, alreadyInScope: 5 }, 'Adds 4 issues. 5 of the 9 issues found are in scope already.'],
  ])('%j: %s', (counts, words) => {
    expect(additionInWords({ ...additionPreview, ...counts })).toBe(words);
  });
});

describe('A previewed removal in words', () => {
  it.each([
    [{ matched: 0, leaving: 0 }, 'Takes nothing out: it brings no issue now.'],
    [{ matched: 2, leaving: 0 }, 'Takes nothing out: other sources bring the same issues.'],
    [{ matched: 2, leaving: 2 }, 'Takes 2 issues out of scope.'],
    [{ matched: 2, leaving: 1 }, 'Takes 1 issue out of scope. 1 issue stays: other sources bring it too.'],
    [{ matched: 5, leaving: 2 }, 'Takes 2 issues out of scope. 3 issues stay: other sources bring them too.'],
  ])('%j: %s', (counts, words) => {
    expect(removalInWords({ ...removalPreview, ...counts })).toBe(words);
  });
});
