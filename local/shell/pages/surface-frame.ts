/**
 * One surface of the app in a sandboxed frame of another origin, sized to its content. Checks who speaks, hands the calls to
 * the bridge commands and the answers back; what a command means is not decided here.
 */
import { isEmulated, type BridgeCommand, type CallbackRef, type FrameMessage, type ShellMessage } from '../bridge-protocol';
import type { SurfaceView } from '../surface-view';
import { wordsOf } from './api';
import { h } from './dom';
import { flagError } from './flags';
import { onThemeSwitch } from './session';

/** What the shell's page around a surface can do for it. What is missing Forge does not offer there. */
export type SurfacePlace = {
  /** Closes the dialog the surface is in, with what the app hands over. */
  readonly close?: (payload: unknown) => void;
  /** Escape in the frame. */
  readonly escape?: () => void;
  /** Opens a collapsed panel. */
  readonly open?: () => void;
  /** Reads the data around the surface anew. */
  readonly refresh?: () => void;
  /** The address below which a full page keeps its own history. */
  readonly historyBase?: string;
};

/** Answers a call of a frame; throws with words when it cannot. */
export type AnswerCall = (frame: SurfaceFrame, command: BridgeCommand, data: unknown) => unknown;

export type SurfaceFrame = {
  readonly view: SurfaceView;
  readonly place: SurfacePlace;
  /** Where the frame listens, by event name and by channel; kept by the commands. */
  readonly events: Map<number, string>;
  readonly channels: Map<number, { readonly channel: string; readonly isGlobal: boolean }>;
  /** Runs a function that lives in the frame. */
  callBack(callback: number, value: unknown): void;
  readonly onClose: Set<() => void>;
  readonly element: HTMLIFrameElement;
  destroy(): void;
};

const sandbox =
  'allow-downloads allow-forms allow-modals allow-pointer-lock allow-popups allow-popups-to-escape-sandbox allow-same-origin allow-scripts';
const frames = new Set<SurfaceFrame>();

/** The app's frames on this page. */
export function openFrames(): readonly SurfaceFrame[] {
  return [...frames];
}

/** Puts a surface on the page; `sizing` says whether the frame follows its content or fills its place. */
export function createSurfaceFrame(
  view: SurfaceView,
  place: SurfacePlace,
  sizing: 'content' | 'fill',
  answerCall: AnswerCall,
): SurfaceFrame {
  const origin = new URL(view.url).origin;
  const element = h('iframe', {
    src: view.url,
    title: view.title,
    sandbox,
    class: `surface surface-${sizing}`,
    'data-module': view.context.moduleKey,
  });
  const post = (message: ShellMessage): void => element.contentWindow?.postMessage(message, origin);

  const frame: SurfaceFrame = {
    view,
    place,
    element,
    events: new Map(),
    channels: new Map(),
    onClose: new Set(),
    callBack: (callback, value) => post({ kind: 'callback', callback, value }),
    destroy() {
      window.removeEventListener('message', hear);
      stopTheme();
      frames.delete(frame);
      element.remove();
    },
  };
  const answer = async (id: number, command: string, data: unknown): Promise<void> => {
    try {
      if (!isEmulated(command)) throw new Error(`NotEmulated: ${command}`);
      post({ kind: 'reply', id, ok: true, value: await answerCall(frame, command, data) });
    } catch (error) {
      if (wordsOf(error).startsWith('NotEmulated')) flagError('The local host does not emulate this', wordsOf(error));
      post({ kind: 'reply', id, ok: false, error: wordsOf(error) });
    }
  };
  const hear = (event: MessageEvent<FrameMessage>): void => {
    if (event.source !== element.contentWindow || event.origin !== origin) return;
    const message = event.data;
    if (message.kind === 'call') void answer(message.id, message.command, message.data);
    if (message.kind === 'size' && sizing === 'content') element.style.height = `${message.height}px`;
    if (message.kind === 'escape') place.escape?.();
    if (message.kind === 'stop') {
      frame.events.delete(message.callback);
      frame.channels.delete(message.callback);
    }
  };
  const stopTheme = onThemeSwitch((colorMode) => post({ kind: 'theme', colorMode }));
  window.addEventListener('message', hear);
  frames.add(frame);
  return frame;
}

export function isCallbackRef(value: unknown): value is CallbackRef {
  return typeof value === 'object' && value !== null && '__callback' in value && typeof value.__callback === 'number';
}
