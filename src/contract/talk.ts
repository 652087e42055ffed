/** What people say to each other about objectives, key results and check-ins, as threads that are one level deep. */

export type CommentView = {
  readonly id: string;
  /** The comment that began the thread; null for that one itself. */
  readonly replyTo: string | null;
  readonly byAccountId: string;
  readonly at: string;
  /** Null: its words are those it was made with. */
  readonly editedAt: string | null;
  /** Its words are gone; it stands only for its replies. */
  readonly isRemoved: boolean;
  /** Plain text; see domain/comment-words.ts for what it may hold. Empty once removed. */
  readonly words: string;
  readonly version: number;
};

export type Comments = {
  /** The latest threads, each with its replies: oldest first, replies right after what they reply to. */
  readonly comments: readonly CommentView[];
  /** Of all pages, without those that were removed. */
  readonly total: number;
  /** The objective it belongs to is private, so that not everybody who is mentioned may see it. */
  readonly isPrivate: boolean;
  /** Pass it back for earlier threads; null where there are none. */
  readonly nextCursor: string | null;
};
