/**
 * What a surface's frame and the shell's page say to each other by postMessage, and which commands of Forge's bridge the
 * shell answers. Functions do not cross: the frame keeps them and names them by number.
 */
import type { ColorMode } from './theme';

/** Commands of `@forge/bridge` and `@forge/jira-bridge` that the shell emulates. */
export const emulatedCommands = [
  'changeWindowTitle',
  'close',
  'closeFlag',
  'createHistory',
  'emit',
  'emitReadyEvent',
  'enableTheming',
  'fetchProduct',
  'getContext',
  'getUrl',
  'invoke',
  'navigate',
  'on',
  'onClose',
  'open',
  'openIssueCreateModal',
  'openModal',
  'publishRealtimeChannel',
  'refresh',
  'reload',
  'showFlag',
  'submit',
  'subscribeRealtimeChannel',
] as const;

/** Commands the SDK can send and the shell refuses with `NotEmulated`. */
export const refusedCommands = [
  '__permission__egressDeleteDomain',
  '__permission__egressDeleteGroup',
  '__permission__egressGet',
  '__permission__egressSet',
  '__permission__remoteGet',
  '__permission__remoteSet',
  'emitFrontendCustomMetric',
  'emitPublic',
  'fetchRemote',
  'fetchUserRecommendations',
  'getCookieConsentPreferences',
  'getCustomFieldInternalAPI',
  'getFrameDispatch',
  'getFrameId',
  'getUiModificationsInternalAPI',
  'initFeatureFlags',
  'isRovoEnabled',
  'onPublic',
  'openIssueViewModal',
  'openRovo',
  'refreshIssueView',
  'requestTeamworkGraph',
  'setWorkflowRuleConfigurationCallback',
  'trackObjectStoreAction',
] as const;

export type BridgeCommand = (typeof emulatedCommands)[number];

export function isEmulated(command: string): command is BridgeCommand {
  return emulatedCommands.some((known) => known === command);
}

export type FrameMessage =
  | { readonly kind: 'call'; readonly id: number; readonly command: string; readonly data: unknown }
  | { readonly kind: 'stop'; readonly callback: number }
  /** Escape was pressed and nothing in the frame wanted it. */
  | { readonly kind: 'escape' }
  /** The height of the content, CSS px. */
  | { readonly kind: 'size'; readonly height: number };

export type ShellMessage =
  | { readonly kind: 'reply'; readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly kind: 'reply'; readonly id: number; readonly ok: false; readonly error: string }
  | { readonly kind: 'callback'; readonly callback: number; readonly value: unknown }
  | { readonly kind: 'theme'; readonly colorMode: ColorMode };

/** How a function travels: the frame's number for it. */
export type CallbackRef = { readonly __callback: number };

export type HistoryLocation = {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly state?: unknown;
  readonly key?: string;
};
export type HistoryAction = 'PUSH' | 'REPLACE' | 'POP';
export type HistoryStep = { readonly location: HistoryLocation; readonly action: HistoryAction };
