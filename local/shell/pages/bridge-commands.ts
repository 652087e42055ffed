/**
 * What each command of Forge's bridge means on this site. The data come from the app's frame, so they are parsed; who asks
 * and where is in the surface's sealed token, never in the data.
 */
import { z } from 'zod';
import type { BridgeCommand, HistoryLocation } from '../bridge-protocol';
import { contextKeyOf, type SurfaceView } from '../surface-view';
import { send } from './api';
import { openCreateIssue } from './create-issue';
import { openDialog } from './dialog';
import { closeFlag, showFlag } from './flags';
import { onLive } from './live';
import { moduleAddress } from './module-address';
import { colorMode, loadSession } from './session';
import { createSurfaceFrame, isCallbackRef, openFrames, type SurfaceFrame, type SurfacePlace } from './surface-frame';

const callback = z.custom<{ readonly __callback: number }>(isCallbackRef);
const tab = z.enum(['same-tab', 'new-tab']).optional();
const navigation = z.union([
  z.object({ url: z.string(), type: tab }),
  z.object({
    target: z.string(),
    issueKey: z.string().optional(),
    moduleKey: z.string().optional(),
    projectKey: z.string().optional(),
    type: tab,
  }),
]);
const locationShape = z.looseObject({ pathname: z.string(), search: z.string(), hash: z.string() });
const data = {
  invoke: z.looseObject({
    functionKey: z.string(),
    payload: z.unknown().optional(),
    metadata: z.undefined('NotEmulated: invoke with metadata').optional(),
  }),
  product: z.looseObject({
    product: z.string(),
    restPath: z.string(),
    isMultipartFormData: z.boolean().optional(),
    fetchRequestInit: z.looseObject({ method: z.string().optional(), body: z.string().nullish() }),
  }),
  event: z.looseObject({ event: z.string(), payload: z.unknown().optional() }),
  listen: z.looseObject({ event: z.string(), callback }),
  subscribe: z.looseObject({ channelName: z.string(), onEvent: callback, isGlobal: z.boolean().optional() }),
  publish: z.looseObject({ channelName: z.string(), eventPayload: z.unknown(), isGlobal: z.boolean().optional() }),
  flag: z.looseObject({
    id: z.union([z.string(), z.number()]),
    title: z.string().optional(),
    description: z.string().optional(),
    type: z.enum(['info', 'success', 'warning', 'error']).default('info'),
    isAutoDismiss: z.boolean().optional(),
    actions: z.array(z.looseObject({ text: z.string(), onClick: callback })).optional(),
  }),
  flagId: z.looseObject({ id: z.union([z.string(), z.number()]) }),
  modal: z.looseObject({
    resource: z.string().nullable(),
    onClose: callback.optional(),
    size: z.union([z.string(), z.looseObject({ width: z.string(), height: z.string().optional() })]),
    context: z.unknown(),
    closeOnEscape: z.boolean(),
    closeOnOverlayClick: z.boolean(),
    title: z.string().optional(),
  }),
  /** Of what Jira's form can be filled in with, the project alone. */
  createIssue: z.looseObject({
    data: z.looseObject({ context: z.strictObject({ projectId: z.string().optional() }), onClose: callback.optional() }),
  }),
  history: z.union([
    callback,
    z.strictObject({ go: z.number().int() }),
    z.strictObject({ location: locationShape, action: z.enum(['PUSH', 'REPLACE', 'POP']) }),
  ]),
};

const productReply = z.object({ status: z.number(), headers: z.record(z.string(), z.string()), body: z.string() });

type Answer = (frame: SurfaceFrame, given: unknown) => unknown;

const commands: Readonly<Record<BridgeCommand, Answer>> = {
  getContext: ({ view }) => ({ ...view.context, theme: { ...view.context.theme, colorMode: colorMode() } }),
  async invoke({ view }, given) {
    const { functionKey, payload } = data.invoke.parse(given);
    return z.object({ value: z.unknown() }).parse(await send('POST', '/__shell/invoke', { token: view.token, functionKey, payload })).value;
  },
  async fetchProduct({ view }, given) {
    const { product, restPath, isMultipartFormData, fetchRequestInit } = data.product.parse(given);
    if (product !== 'jira') throw new Error(`NotEmulated: fetchProduct ${product}`);
    if (isMultipartFormData === true) throw new Error('NotEmulated: fetchProduct with form data');
    const asked = { token: view.token, method: fetchRequestInit.method ?? 'GET', path: restPath, body: fetchRequestInit.body ?? null };
    const reply = productReply.parse(await send('POST', '/__shell/product', asked));
    return { ...reply, statusText: '', isAttachment: false };
  },

  on(frame, given) {
    const { event, callback: listener } = data.listen.parse(given);
    frame.events.set(listener.__callback, event);
  },
  emit(_frame, given) {
    const { event, payload } = data.event.parse(given);
    emitToFrames(event, payload);
  },
  subscribeRealtimeChannel(frame, given) {
    const { channelName, onEvent, isGlobal } = data.subscribe.parse(given);
    frame.channels.set(onEvent.__callback, { channel: channelName, isGlobal: isGlobal ?? false });
  },
  publishRealtimeChannel({ view }, given) {
    const { channelName, eventPayload, isGlobal } = data.publish.parse(given);
    return send('POST', '/__shell/realtime', {
      token: view.token,
      channel: channelName,
      payload: eventPayload,
      isGlobal: isGlobal ?? false,
    });
  },

  enableTheming: () => colorMode(),
  emitReadyEvent: ({ element }) => {
    element.dataset['ready'] = 'true';
  },
  changeWindowTitle(_frame, given) {
    document.title = z.string().parse(given);
  },
  showFlag(frame, given) {
    const { id, title, description, type, isAutoDismiss, actions } = data.flag.parse(given);
    showFlag({
      id: String(id),
      type,
      title: title ?? '',
      isAutoDismiss: isAutoDismiss ?? false,
      ...(description === undefined ? {} : { description }),
      ...(actions === undefined
        ? {}
        : { actions: actions.map(({ text, onClick }) => ({ text, onClick: () => frame.callBack(onClick.__callback, undefined) })) }),
    });
    return true;
  },
  closeFlag(_frame, given) {
    closeFlag(String(data.flagId.parse(given).id));
    return true;
  },

  close: ({ place }, given) => leave(place, given),
  submit: ({ place }, given) => leave(place, given),
  onClose(frame, given) {
    if (frame.place.close === undefined) return false;
    const listener = callback.parse(given);
    frame.onClose.add(() => frame.callBack(listener.__callback, undefined));
  },
  open({ place }) {
    if (place.open === undefined) return false;
    place.open();
  },
  refresh({ place }) {
    if (place.refresh === undefined) return false;
    place.refresh();
  },
  reload: () => window.location.reload(),
  async openModal(frame, given) {
    const { resource, onClose, size, context, closeOnEscape, closeOnOverlayClick, title } = data.modal.parse(given);
    const view = (await send('POST', '/__shell/modal', { token: frame.view.token, resource, context })) as SurfaceView;
    openSurfaceDialog({ ...view, title: title || view.title }, size, {
      titled: Boolean(title),
      closeOnEscape,
      closeOnOverlayClick,
      ...(frame.place.refresh === undefined ? {} : { refresh: frame.place.refresh }),
      onClose: (payload) => {
        if (onClose !== undefined) frame.callBack(onClose.__callback, payload);
      },
    });
    return true;
  },

  async openIssueCreateModal(frame, given) {
    const { context, onClose } = data.createIssue.parse(given).data;
    await openCreateIssue({
      project: context.projectId,
      withSubtasks: false,
      onClose: (issueId) => {
        if (onClose !== undefined) frame.callBack(onClose.__callback, { payload: issueId === null ? [] : [{ issueId }] });
      },
    });
    return true;
  },
  async navigate(_frame, given) {
    const wish = navigation.parse(given);
    const url = await addressOf(wish);
    if (wish.type === 'new-tab') window.open(url, '_blank', 'noopener');
    else window.location.assign(url);
  },
  getUrl: async (_frame, given) => new URL(await addressOf(navigation.parse(given)), window.location.origin).href,
  createHistory: keepHistory,
};

/** Puts a surface on the page, its bridge answered by these commands. */
export function createSurface(view: SurfaceView, place: SurfacePlace, sizing: 'content' | 'fill'): SurfaceFrame {
  return createSurfaceFrame(view, place, sizing, (frame, command, given) => commands[command](frame, given));
}

/** Tells the app's frames on this page of an event. */
export function emitToFrames(event: string, payload: unknown): void {
  for (const frame of openFrames()) for (const [listener, name] of frame.events) if (name === event) frame.callBack(listener, payload);
}

/** Starts handing realtime messages to the frames that listen to their channel. */
export function carryRealtime(): void {
  onLive('realtime', ({ channel, payload, isGlobal, contextKey }) => {
    for (const frame of openFrames()) {
      if (contextKey !== null && contextKey !== contextKeyOf(frame.view.context.extension)) continue;
      for (const [listener, wanted] of frame.channels) {
        if (wanted.channel === channel && wanted.isGlobal === isGlobal) frame.callBack(listener, payload);
      }
    }
  });
}

type SurfaceDialogOptions = {
  /** Shows the title; without it the surface has the whole dialog, as Forge gives it to Custom UI, and the title is for screen readers. */
  readonly titled?: boolean;
  readonly closeOnEscape?: boolean;
  readonly closeOnOverlayClick?: boolean;
  readonly refresh?: () => void;
  readonly onClose?: (payload: unknown) => void;
};

/** Opens a surface in a dialog of one of Forge's sizes. */
export function openSurfaceDialog(
  view: SurfaceView,
  size: string | { readonly width: string; readonly height?: string | undefined },
  options: SurfaceDialogOptions = {},
): void {
  let payload: unknown;
  const named = typeof size === 'string' ? size : 'custom';
  const place: SurfacePlace = {
    close: (given) => {
      payload = given;
      handle.close();
    },
    ...(options.refresh === undefined ? {} : { refresh: options.refresh }),
    ...(options.closeOnEscape === false ? {} : { escape: () => handle.close() }),
  };
  const frame = createSurface(view, place, 'fill');
  const handle = openDialog(
    {
      title: view.title,
      className: `dialog-surface dialog-${named}${options.titled === true ? '' : ' dialog-bare'}`,
      closeOnEscape: options.closeOnEscape ?? true,
      closeOnOverlayClick: options.closeOnOverlayClick ?? true,
      onClose: () => {
        for (const listener of frame.onClose) listener();
        // The frame's listeners run in the frame; it lives on until they had their turn.
        setTimeout(() => frame.destroy(), 0);
        options.onClose?.(payload);
      },
    },
    () => frame.element,
  );
  if (typeof size !== 'string') {
    handle.element.style.width = size.width;
    if (size.height !== undefined) handle.element.style.height = size.height;
  }
}

function leave(place: SurfacePlace, payload: unknown): boolean {
  place.close?.(payload);
  return place.close !== undefined;
}

/** The shell's address of a place the app names. Rejects for a target this site does not have. */
async function addressOf(wish: z.infer<typeof navigation>): Promise<string> {
  if ('url' in wish) return wish.url;
  const { target, issueKey, moduleKey, projectKey } = wish;
  if (target === 'issue' && issueKey !== undefined) return `/browse/${encodeURIComponent(issueKey)}`;
  if (target === 'module' && moduleKey !== undefined) return moduleAddress(await loadSession(), moduleKey, projectKey);
  throw new Error(`NotEmulated: navigate to ${target}`);
}

function keepHistory(frame: SurfaceFrame, given: unknown): HistoryLocation | void {
  const base = frame.place.historyBase;
  if (base === undefined) throw new Error('createHistory works in full pages only.');
  const wish = data.history.parse(given);
  if ('go' in wish) return window.history.go(wish.go);
  if ('__callback' in wish) {
    const here = (): HistoryLocation => ({
      pathname: window.location.pathname.slice(base.length) || '/',
      search: window.location.search,
      hash: window.location.hash,
    });
    window.addEventListener('popstate', () => frame.callBack(wish.__callback, { location: here(), action: 'POP' }));
    return here();
  }
  const { pathname, search, hash } = wish.location;
  const address = (pathname === '/' ? base : base + pathname) + search + hash;
  if (wish.action === 'PUSH') window.history.pushState(null, '', address);
  else window.history.replaceState(null, '', address);
}
