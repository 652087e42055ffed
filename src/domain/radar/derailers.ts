/** The ten known ways in which OKRs derail, each by what is there when it does not. In the order in which they are told; the names are kept with the weeks. */
export const derailers = [
  'realistic',
  'planned',
  'aligned',
  'communicated',
  'monitored',
  'known',
  'well-put',
  'followed-up',
  'owned',
  'bought-into',
] as const;

export type Derailer = (typeof derailers)[number];
