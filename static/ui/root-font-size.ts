/** How large a person has set text to be: for what is laid out in px and holds text. */

/** Px of a rem: 16 where nobody has changed it. Read anew at each call; a page that is open need not follow. */
export const rootFontSize = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
