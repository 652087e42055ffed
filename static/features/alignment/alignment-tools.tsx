/** Above the map and the list: the search, how much is shown, what is folded, and which of the two it is. */
import Button from '@atlaskit/button/new';
import './alignment-tools.css';
import { issueKeyOf } from './search';
import { forms, type Form } from './use-remembered-form';
import { counted } from './words';

type Props = {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Enter: the next match, or the line of the issue that was named. */
  readonly onSearch: (text: string) => void;
  /** Null while nothing is looked for. */
  readonly matches: number | null;
  /** Null where there is no choice. */
  readonly everywhere: boolean | null;
  readonly onEverywhere: (everywhere: boolean) => void;
  readonly form: Form;
  readonly onForm: (form: Form) => void;
  readonly onUnfoldAll: () => void;
  readonly onFoldAll: () => void;
};

type SwitchProps<K extends string> = {
  readonly label: string;
  readonly options: readonly { readonly key: K; readonly label: string }[];
  readonly chosen: K;
  readonly onChoose: (key: K) => void;
};

const Switch = <K extends string>({ label, options, chosen, onChoose }: SwitchProps<K>) => (
  <div className="alignment-tools__switch" role="group" aria-label={label}>
    {options.map((option) => (
      <button key={option.key} type="button" aria-pressed={option.key === chosen} onClick={() => onChoose(option.key)}>
        {option.label}
      </button>
    ))}
  </div>
);

const scopes = [
  { key: 'project', label: 'This project’s lines' },
  { key: 'everything', label: 'Everything' },
] as const;

const foundWords = (matches: number, text: string): string => {
  if (matches > 0) return `${counted(matches, 'objective')} found; Enter goes to the next`;
  return issueKeyOf(text) === null ? 'Nothing found' : 'Enter shows the line of the issue';
};

export const AlignmentTools = ({
  text,
  onText,
  onSearch,
  matches,
  everywhere,
  onEverywhere,
  form,
  onForm,
  onUnfoldAll,
  onFoldAll,
}: Props) => (
  <div className="alignment-tools">
    <form
      className="alignment-tools__search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(text);
      }}
    >
      <input
        className="filter-bar__control alignment-tools__text"
        type="search"
        dir="auto"
        aria-label="Search the alignment, or an issue by its key"
        placeholder="Search, or an issue such as WEB-12"
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
      {matches !== null && <span className="small">{foundWords(matches, text)}</span>}
    </form>
    {everywhere !== null && (
      <Switch
        label="How much is shown"
        options={scopes}
        chosen={everywhere ? 'everything' : 'project'}
        onChoose={(key) => onEverywhere(key === 'everything')}
      />
    )}
    <div className="alignment-tools__end">
      <Button appearance="subtle" onClick={onUnfoldAll}>
        Unfold all
      </Button>
      <Button appearance="subtle" onClick={onFoldAll}>
        Fold all
      </Button>
      <Switch label="Shown as" options={forms} chosen={form} onChoose={onForm} />
    </div>
  </div>
);
