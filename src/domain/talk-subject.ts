/** What people can talk about. */
export type TalkSubject = { readonly type: 'objective' | 'key-result' | 'check-in'; readonly id: string };
