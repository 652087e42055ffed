/** What an objective can be aligned to as the lines of a list: what is suggested first, then by place, key results under their objective. Pure. */
import type { ParentOption, SuggestedBecause } from '../../../src/contract/contributions';
import { homeKey } from '../../../src/domain/home';

type ParentChoice = {
  /** As the form holds a parent: an objective's id, or `objective/key result`. */
  readonly value: string;
  readonly key: string;
  readonly title: string;
  readonly isKeyResult: boolean;
  /** Why it is suggested; null where it is not. */
  readonly because: string | null;
};

export type ChoiceSection = {
  readonly id: string;
  /** Null: what is suggested. */
  readonly place: Pick<ParentOption, 'home' | 'homeName'> | null;
  readonly choices: readonly ParentChoice[];
};

const becauseWords = ({ words, siblings, isJustAbove }: SuggestedBecause): string =>
  [
    words.length === 0 ? null : `${words.length === 1 ? '1 word' : `${words.length} words`} in common: ${words.join(', ')}`,
    siblings === 0
      ? null
      : siblings === 1
        ? 'another objective from here is aligned to it'
        : `${siblings} objectives from here are aligned to it`,
    isJustAbove ? 'on the level just above' : null,
  ]
    .filter((why) => why !== null)
    .join(' · ');

const choicesOf = ({ id, key, title, keyResults }: ParentOption): readonly ParentChoice[] => [
  { value: id, key, title, isKeyResult: false, because: null },
  ...keyResults.map((part) => ({ value: `${id}/${part.id}`, key: part.key, title: part.title, isKeyResult: true, because: null })),
];

function suggestedChoice({ id, key, title, keyResults, suggested }: ParentOption): readonly ParentChoice[] {
  if (suggested === null) return [];
  const part = keyResults.find((each) => each.id === suggested.keyResultId);
  const because = becauseWords(suggested);
  return [
    part === undefined
      ? { value: id, key, title, isKeyResult: false, because }
      : { value: `${id}/${part.id}`, key: part.key, title: part.title, isKeyResult: true, because },
  ];
}

/** In the order of the options, which come by place. */
export function choiceSections(options: readonly ParentOption[]): readonly ChoiceSection[] {
  const suggested = [...options].sort((a, b) => (a.suggested?.rank ?? 0) - (b.suggested?.rank ?? 0)).flatMap(suggestedChoice);
  const places = new Map<string, { readonly place: ParentOption; readonly choices: ParentChoice[] }>();
  for (const option of options) {
    const key = homeKey(option.home);
    const section = places.get(key) ?? { place: option, choices: [] };
    places.set(key, section);
    section.choices.push(...choicesOf(option));
  }
  return [
    ...(suggested.length === 0 ? [] : [{ id: 'suggested', place: null, choices: suggested }]),
    ...[...places].map(([id, { place, choices }]) => ({ id, place, choices })),
  ];
}
