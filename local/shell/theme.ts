/** The attributes of <html> that switch Atlassian's tokens on; shared by the shell's pages and the surfaces. */
export type ColorMode = 'light' | 'dark';

export const dataTheme = 'dark:dark light:light motion:motion shape:shape spacing:spacing typography:typography';

export function isColorMode(text: unknown): text is ColorMode {
  return text === 'light' || text === 'dark';
}
