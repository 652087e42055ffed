/** The name of every explanation, on the buttons that open it and above it. Apart from the other words, so that a button costs no more than it shows. */
import { percentText } from '../../ui/percent';

/** `Why 62 %?`; null: the number is not known yet. */
export const whyWords = (of: { readonly progress: number | null } | null): string =>
  of === null ? 'Where the number comes from' : `Why ${percentText(of.progress)}?`;
