/** The words by which the coach reads what people write, by language and by what they stand for. English is built in; any of it may be changed. */
import Button from '@atlaskit/button/new';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SettingView, SiteSettings } from '../../../src/contract/settings';
import { wordGroups, wordGroupWords, type WordGroup } from '../../../src/domain/quality/word-list';
import { useHost } from '../../host';
import { SelectField, TextAreaField, TextField } from '../../ui/field';
import { errorAt } from '../project-okrs/field-errors';
import { useEdit } from '../project-okrs/use-edit';
import { wordingKey } from '../quality/use-lexicon';
import { sameSetting, useSettingChange } from './queries';
import { SettingForm } from './setting-form';
import {
  cleaned,
  isBuiltIn,
  isChanged,
  languagesOf,
  linesIn,
  withBuiltIn,
  withLanguage,
  withLines,
  withoutLanguage,
  wrongTag,
} from './wording-draft';

type Thing = SettingView<'wording'>;
/** All lists as one text: what two people change at the same time is a question about all of them. */
type WordingDraft = { readonly languages: string };

const labels = { languages: 'Words of all languages' } as const;
/** Of all languages together, as the backend takes them. */
const MOST_LETTERS = 30_000;

const draftOf = ({ value }: Thing): WordingDraft => ({ languages: JSON.stringify(value) });
const wordingIn = ({ languages }: WordingDraft): SiteSettings['wording'] => JSON.parse(languages) as SiteSettings['wording'];

const WordingForm = ({ setting }: { readonly setting: Thing }) => {
  const { place, showFlag } = useHost();
  const queries = useQueryClient();
  const { save, reload, stored } = useSettingChange('wording');
  const [language, setLanguage] = useState('en');
  const [group, setGroup] = useState<WordGroup>('taskVerbs');
  const [tag, setTag] = useState('');
  const [tagError, setTagError] = useState<string | null>(null);
  const edit = useEdit({
    thing: setting,
    draftOf,
    reload,
    stored: () => stored(setting),
    check: (_, draft) =>
      JSON.stringify(cleaned(wordingIn(draft)).languages).length > MOST_LETTERS
        ? { languages: 'These are too many words: all changed lists together may have 30,000 letters.' }
        : {},
    requestOf: ({ value, version }, draft) => {
      const next = cleaned(wordingIn(draft));
      return sameSetting(next, value) ? null : { group: 'wording' as const, version, value: next };
    },
    save,
    onSaved: () => {
      void queries.invalidateQueries({ queryKey: wordingKey });
      showFlag({ title: 'Wording saved', tone: 'success' });
    },
  });
  const wording = wordingIn(edit.draft);
  const change = (next: SiteSettings['wording']) => edit.set('languages')(JSON.stringify(next));
  const names = new Intl.DisplayNames([place.locale], { type: 'language', fallback: 'code' });
  const languages = languagesOf(wording);
  const shown = languages.includes(language) ? language : 'en';

  const add = () => {
    const wrong = wrongTag(wording, tag.trim());
    setTagError(wrong);
    if (wrong !== null) return;
    change(withLanguage(wording, tag.trim()));
    setLanguage(tag.trim());
    setTag('');
  };

  return (
    <SettingForm
      title="Wording"
      about="The coach reads objectives and key results by these words while they are written. All languages count at once; of one without words, only the form of a text is judged."
      edit={edit}
      labels={labels}
      show={(_, value) => languagesOf(wordingIn({ languages: value })).join(', ')}
    >
      <SelectField
        label="Language"
        choices={languages.map((each) => ({ value: each, label: `${names.of(each) ?? each}${isBuiltIn(each) ? ', built in' : ''}` }))}
        value={shown}
        onChange={setLanguage}
      />
      <SelectField
        label="What the words are"
        choices={wordGroups.map((each) => ({
          value: each,
          label: `${wordGroupWords[each].name}${isChanged(wording, shown, each) ? ' (changed)' : ''}`,
        }))}
        value={group}
        onChange={(value) => setGroup(wordGroups.find((each) => each === value) ?? group)}
      />
      <TextAreaField
        label={wordGroupWords[group].name}
        help={`${wordGroupWords[group].holds}. One a line, several words in a row too; capital and small letters are the same.`}
        rows={12}
        value={linesIn(wording, shown, group)}
        onChange={(text) => change(withLines(wording, shown, group, text))}
        error={errorAt('languages', edit.wrong, edit.error)}
      />
      <div className="setting-form__actions">
        {isChanged(wording, shown, group) && (
          <Button spacing="compact" onClick={() => change(withBuiltIn(wording, shown, group))}>
            Back to the built-in words
          </Button>
        )}
        {!isBuiltIn(shown) && (
          <Button spacing="compact" onClick={() => change(withoutLanguage(wording, shown))}>
            Remove {names.of(shown) ?? shown}
          </Button>
        )}
      </div>
      <TextField
        label="Add a language"
        help="Its tag: de, fr, pt-BR"
        value={tag}
        onChange={(value) => {
          setTag(value);
          setTagError(null);
        }}
        error={tagError}
        maxLength={20}
      />
      <div className="setting-form__actions">
        <Button spacing="compact" onClick={add}>
          Add the language
        </Button>
      </div>
    </SettingForm>
  );
};

export default WordingForm;
