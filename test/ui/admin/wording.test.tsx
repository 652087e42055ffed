/** The words of the coach in the settings: changed, put back, added in another language; what is as built in is not kept. */
import { screen, waitFor } from '@testing-library/react';
import { radarThresholds } from '../../../src/domain/radar/thresholds';
import type { Input } from '../../../src/contract/api';
import type { SettingsView } from '../../../src/contract/settings';
import { builtInWords } from '../../../src/domain/quality/site-words';
import AdminPage from '../../../static/features/admin/admin-page';
import { cleaned, isChanged, linesIn, withBuiltIn, withLanguage, withLines, wrongTag } from '../../../static/features/admin/wording-draft';
import { createFakeHost } from '../support/fake-host';
import { renderScreen } from '../support/render-screen';

const none = { languages: [] };

describe('a draft of the words', () => {
  it('keeps a group that differs from what is built in, without blanks and doubles, and no other', () => {
    const touched = withLines(
      withLines(none, 'en', 'vagueWords', 'shiny \n\nshiny\n nice'),
      'en',
      'taskVerbs',
      linesIn(none, 'en', 'taskVerbs'),
    );
    expect(cleaned(touched)).toEqual({ languages: [{ language: 'en', words: { vagueWords: ['shiny', 'nice'] } }] });
    expect([isChanged(touched, 'en', 'vagueWords'), isChanged(none, 'en', 'vagueWords')]).toEqual([true, false]);
    expect(cleaned(withBuiltIn(touched, 'en', 'vagueWords'))).toEqual(none);
  });

  it('keeps a language that was added, also without words', () => {
    expect(cleaned(withLanguage(none, 'de'))).toEqual({ languages: [{ language: 'de', words: {} }] });
  });

  it.each([
    ['de', null],
    ['pt-BR', null],
    ['en', 'This language is there already.'],
    ['German', 'Give the tag of the language, like de or pt-BR.'],
  ])('takes %s for a tag or says why not', (tag, words) => expect(wrongTag(none, tag)).toBe(words));
});

describe('the form of the words', () => {
  it('saves what was changed and added, under its version', async () => {
    let stored: SettingsView = {
      counting: { value: { excludedResolutions: [], pointsFieldId: null }, version: 0 },
      health: { value: { onTrack: 0.85, atRisk: 0.6, grace: 0.1, chanceOnTrack: 0.7, chanceAtRisk: 0.4 }, version: 0 },
      calendar: { value: { workingWeekdays: [1], holidays: [] }, version: 0 },
      checkIns: { value: { cadenceDays: 7 }, version: 0 },
      radar: { value: radarThresholds, version: 0 },
      reminders: { value: { isOn: true, againDays: 1, staleDays: 3, escalateDays: 7, perWeek: 10, digest: true }, version: 0 },
      wording: { value: none, version: 3 },
    };
    const sent: Input<'changeSetting'>[] = [];
    const host = createFakeHost({
      getSettings: () => stored,
      listCycles: () => [],
      changeSetting: (input) => {
        sent.push(input);
        if (input.group === 'wording') stored = { ...stored, wording: { value: input.value, version: input.version + 1 } };
        return stored;
      },
    });
    const { user } = renderScreen(<AdminPage />, host);
    await user.click(await screen.findByRole('button', { name: 'Wording' }));
    const words = await screen.findByRole('textbox', { name: 'Verbs of tasks' });
    expect(words).toHaveValue(builtInWords('en').taskVerbs?.join('\n'));
    await user.clear(words);
    await user.type(words, 'craft');
    await user.type(screen.getByRole('textbox', { name: 'Add a language' }), 'de');
    await user.click(screen.getByRole('button', { name: 'Add the language' }));
    expect(screen.getByRole('combobox', { name: 'Language' })).toHaveDisplayValue('German');
    await user.type(screen.getByRole('textbox', { name: 'Verbs of tasks' }), 'einführen{Enter}auf die Beine stellen');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(sent).toEqual([
        {
          group: 'wording',
          version: 3,
          value: {
            languages: [
              { language: 'de', words: { taskVerbs: ['einführen', 'auf die Beine stellen'] } },
              { language: 'en', words: { taskVerbs: ['craft'] } },
            ],
          },
        },
      ]),
    );
    await user.selectOptions(screen.getByRole('combobox', { name: 'Language' }), 'en');
    await user.click(screen.getByRole('button', { name: 'Back to the built-in words' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(sent.at(-1)?.value).toEqual({ languages: [sent[0]?.group === 'wording' ? sent[0].value.languages[0] : null] }),
    );
  });
});
