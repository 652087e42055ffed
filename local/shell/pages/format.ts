/** Instants and sizes in words, in UTC as the whole site is. */
const dayAndTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });

export function formatInstant(instant: number | string | null | undefined): string {
  return instant === null || instant === undefined ? '–' : dayAndTime.format(new Date(instant));
}

export function formatDay(instant: number | string | null | undefined): string {
  return instant === null || instant === undefined ? '–' : day.format(new Date(instant));
}

export function formatBytes(bytes: number): string {
  return bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} KB`;
}
