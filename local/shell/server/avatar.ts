/** The picture of a person: initials on a colour that stays theirs. The stand-in names such addresses; nothing is stored. */
import type { JiraUser } from '../../seams';

const colours = ['#1868DB', '#206A83', '#216E4E', '#803FA5', '#943D73', '#505258'];

export function avatarSvg({ accountId, displayName }: JiraUser): string {
  const words = displayName.split(/\s+/).flatMap((word) => [...word].slice(0, 1));
  const initials = [...new Set([words[0], words.length > 1 ? words.at(-1) : undefined])].filter((letter) => letter !== undefined).join('');
  const colour = colours[[...accountId].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % colours.length] ?? '';
  const text = initials.toUpperCase().replace(/[&<>]/g, '');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" fill="${colour}"/><text x="24" y="31" text-anchor="middle" font-family="sans-serif" font-size="19" font-weight="700" fill="#FFFFFF">${text}</text></svg>`;
}
