/** Days from one day to another; negative when the other one is earlier. */
export const dayCount = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
