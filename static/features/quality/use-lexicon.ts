/** The words by which the coach reads at this site. Until they are known, and where they cannot be had, it reads by the built-in ones. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { lexiconOf, type Lexicon } from '../../../src/domain/quality/lexicon';
import { wordListsOf } from '../../../src/domain/quality/site-words';
import { useHost } from '../../host';

export const wordingKey = ['wording'] as const;

const builtIn: Lexicon = lexiconOf(wordListsOf([]));

/** Asked for once while a page is open. */
export const useLexicon = (): Lexicon => {
  const { invoke } = useHost();
  const { data } = useQuery({ queryKey: wordingKey, queryFn: () => invoke('getWording', {}), staleTime: Infinity });
  return useMemo(() => (data === undefined || data.languages.length === 0 ? builtIn : lexiconOf(wordListsOf(data.languages))), [data]);
};
