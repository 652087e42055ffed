/** An instant of Jira's as epoch ms. Jira writes offsets as `+0000`, which not every engine reads. */
export const instantOf = (text: string): number => Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
