/**
 * The script put first into every page of the app: `window.__bridge.callBridge`, as Forge's own bridge script gives it.
 * It runs inside the app's frame, speaks to the shell's page by postMessage only, and keeps the functions that cannot cross.
 */
import type { CallbackRef, FrameMessage, HistoryStep, ShellMessage } from '../bridge-protocol';
import { dataTheme, isColorMode, type ColorMode } from '../theme';
import { createFrameHistory } from './frame-history';

declare global {
  // The server writes it in front of this script.
  var __shellOrigin: string;
  var __bridge: { callBridge(command: string, data?: unknown): Promise<unknown> };
}

const shellOrigin = globalThis.__shellOrigin;
const waiting = new Map<number, { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }>();
const callbacks = new Map<number, (value: unknown) => void>();
let lastId = 0;
let themed = false;

function post(message: FrameMessage): void {
  window.parent.postMessage(message, shellOrigin);
}

function call(command: string, data: unknown): Promise<unknown> {
  const id = ++lastId;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    post({ kind: 'call', id, command, data });
  });
}

function keep(callback: (value: unknown) => void): CallbackRef {
  const id = ++lastId;
  callbacks.set(id, callback);
  return { __callback: id };
}

/** The data with its functions, at any depth, replaced by their numbers. */
function portable(data: unknown): unknown {
  if (typeof data === 'function') return keep((value) => data(value));
  if (Array.isArray(data)) return data.map(portable);
  if (typeof data !== 'object' || data === null || Object.getPrototypeOf(data) !== Object.prototype) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, portable(value)]));
}

function callbackOf(data: unknown, name: string): number | null {
  if (typeof data !== 'object' || data === null) return null;
  const ref: unknown = Reflect.get(data, name);
  return typeof ref === 'object' && ref !== null && '__callback' in ref && typeof ref.__callback === 'number' ? ref.__callback : null;
}

async function callBridge(command: string, data?: unknown): Promise<unknown> {
  const sent = portable(data);
  if (command === 'createHistory') {
    let hear = (_step: HistoryStep): void => undefined;
    const start = await call(
      command,
      keep((step) => hear(step as HistoryStep)),
    );
    const history = createFrameHistory(start as HistoryStep['location'], (step) => void call('createHistory', step));
    hear = history.hear;
    return history.api;
  }
  const value = await call(command, sent);
  if (command === 'enableTheming' && isColorMode(value)) return wearTheme(value);
  const callback = callbackOf(sent, command === 'on' ? 'callback' : 'onEvent');
  if (callback === null) return value;
  return {
    unsubscribe: () => {
      callbacks.delete(callback);
      post({ kind: 'stop', callback });
    },
  };
}

/** Switches the design tokens on; settles once their stylesheet is in place. */
function wearTheme(colorMode: ColorMode): Promise<void> {
  document.documentElement.dataset['colorMode'] = colorMode;
  document.documentElement.dataset['theme'] = dataTheme;
  if (themed) return Promise.resolve();
  themed = true;
  return new Promise((resolve) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = '/__tokens.css';
    link.onload = () => resolve();
    link.onerror = () => resolve();
    document.head.prepend(link);
  });
}

window.addEventListener('message', (event: MessageEvent<ShellMessage>) => {
  if (event.source !== window.parent || event.origin !== shellOrigin) return;
  const message = event.data;
  if (message.kind === 'callback') callbacks.get(message.callback)?.(message.value);
  if (message.kind === 'theme' && themed) void wearTheme(message.colorMode);
  if (message.kind !== 'reply') return;
  const call = waiting.get(message.id);
  waiting.delete(message.id);
  if (message.ok) call?.resolve(message.value);
  else call?.reject(new Error(message.error));
});

// Keys pressed in a frame never reach the dialog around it. A dialog the app has open takes the key for itself.
window.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.defaultPrevented && document.querySelector('dialog[open]') === null) post({ kind: 'escape' });
});

// <html> without a height of its own is as tall as its content, so it also shrinks; scrollHeight never does.
new ResizeObserver(() => post({ kind: 'size', height: Math.ceil(document.documentElement.getBoundingClientRect().height) })).observe(
  document.documentElement,
);

globalThis.__bridge = { callBridge };
