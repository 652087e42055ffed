/**
 * The pictures of people and projects: drawn from their names as `data:` addresses, since nothing serves pictures here and
 * the content policy of an app's frame lets in no others. Real sites give addresses of Atlassian's or Gravatar's.
 */

const colours = ['#1868db', '#206a83', '#216e4e', '#4c6b1f', '#7f5f01', '#a54800', '#ae2e24', '#943d73', '#6e5dc6', '#505258'];

/** First letters of the first and the last word. */
const initialsOf = (name: string): string => {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) =>
    word === undefined ? '' : (Array.from(word)[0] ?? ''),
  );
  return letters.join('').toUpperCase();
};

const escaped = (text: string): string => text.replace(/[<>&]/g, '');

const picture = (name: string, size: number, round: boolean): string => {
  const sum = Array.from(name).reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(size)}" height="${String(size)}" viewBox="0 0 48 48">` +
    `<rect width="48" height="48" rx="${round ? '24' : '6'}" fill="${colours[sum % colours.length] ?? '#505258'}"/>` +
    `<text x="24" y="31" text-anchor="middle" font-family="sans-serif" font-size="19" font-weight="600" fill="#fff">${escaped(initialsOf(name))}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
};

const inFourSizes = (kind: 'user' | 'project', name: string) => {
  const url = (size: number): string => picture(name, size, kind === 'user');
  return { '16x16': url(16), '24x24': url(24), '32x32': url(32), '48x48': url(48) };
};

/** Drawn once a name: every issue in a reply shows a few. */
const drawn = new Map<string, ReturnType<typeof inFourSizes>>();

/** Jira's four sizes, by their names there. */
export const avatarUrls = (kind: 'user' | 'project', name: string) => {
  const known = drawn.get(`${kind} ${name}`) ?? inFourSizes(kind, name);
  drawn.set(`${kind} ${name}`, known);
  return known;
};
