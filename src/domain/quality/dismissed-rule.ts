/** A rule of the coach that does not hold for a text, and why. Plain data: it goes wherever the text goes. */
export type DismissedRule = {
  /** Its id; a later version may not have it any more. */
  readonly rule: string;
  readonly reason: string;
};
