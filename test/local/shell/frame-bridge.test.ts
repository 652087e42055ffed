/** @jest-environment jsdom */
import type { FrameMessage, ShellMessage } from '../../../local/shell/bridge-protocol';
import { createFrameHistory, type HistoryWish } from '../../../local/shell/frame/frame-history';

const shellOrigin = 'http://127.0.0.1:8790';
const posted: FrameMessage[] = [];

/** What the page around the frame says; in jsdom a top window is its own parent. */
function shellSays(message: ShellMessage, origin = shellOrigin): void {
  window.dispatchEvent(new MessageEvent('message', { data: message, origin, source: window }));
}

function lastCall(): Extract<FrameMessage, { kind: 'call' }> {
  const call = posted.at(-1);
  if (call?.kind !== 'call') throw new Error('The last message is no call.');
  return call;
}

beforeAll(async () => {
  Object.assign(globalThis, {
    __shellOrigin: shellOrigin,
    ResizeObserver: class {
      constructor(private readonly seen: () => void) {}
      observe(): void {
        this.seen();
      }
    },
  });
  window.postMessage = (message: FrameMessage, target: unknown): void => {
    expect(target).toBe(shellOrigin);
    posted.push(message);
  };
  await import('../../../local/shell/frame/bridge');
});

describe('the bridge in the frame', () => {
  it('says how tall its content is', () => {
    expect(posted[0]).toEqual({ kind: 'size', height: 0 });
  });

  it('settles a call with the shell’s reply', async () => {
    const answer = globalThis.__bridge.callBridge('getContext');
    shellSays({ kind: 'reply', id: lastCall().id, ok: true, value: { moduleKey: 'panel' } });
    await expect(answer).resolves.toEqual({ moduleKey: 'panel' });
  });

  it('rejects a call with the shell’s words', async () => {
    const answer = globalThis.__bridge.callBridge('openRovo', {});
    shellSays({ kind: 'reply', id: lastCall().id, ok: false, error: 'NotEmulated: openRovo' });
    await expect(answer).rejects.toThrow('NotEmulated: openRovo');
  });

  it('does not listen to another origin', async () => {
    const answer = globalThis.__bridge.callBridge('getContext');
    const { id } = lastCall();
    shellSays({ kind: 'reply', id, ok: true, value: 'forged' }, 'http://evil.example');
    shellSays({ kind: 'reply', id, ok: true, value: 'true' });
    await expect(answer).resolves.toBe('true');
  });

  it('keeps functions at home, whatever their depth, and runs them when the shell names them', () => {
    const pressed = jest.fn();
    void globalThis.__bridge.callBridge('showFlag', { id: 'a', actions: [{ text: 'Undo', onClick: pressed }] });
    const { actions } = lastCall().data as { actions: { onClick: { __callback: number } }[] };
    shellSays({ kind: 'callback', callback: actions[0]?.onClick.__callback ?? 0, value: 7 });
    expect(pressed).toHaveBeenCalledWith(7);
  });

  it('stops hearing after unsubscribe, and tells the shell', async () => {
    const heard = jest.fn();
    const subscribing = globalThis.__bridge.callBridge('subscribeRealtimeChannel', { channelName: 'c', onEvent: heard });
    const { id, data } = lastCall();
    const callback = (data as { onEvent: { __callback: number } }).onEvent.__callback;
    shellSays({ kind: 'reply', id, ok: true, value: undefined });
    const subscription = (await subscribing) as { unsubscribe(): void };
    shellSays({ kind: 'callback', callback, value: 1 });
    subscription.unsubscribe();
    shellSays({ kind: 'callback', callback, value: 2 });
    expect(heard.mock.calls).toEqual([[1]]);
    expect(posted.at(-1)).toEqual({ kind: 'stop', callback });
  });

  it('wears the theme only after the app asked for one', async () => {
    shellSays({ kind: 'theme', colorMode: 'dark' });
    expect(document.documentElement.dataset['colorMode']).toBeUndefined();
    void globalThis.__bridge.callBridge('enableTheming');
    shellSays({ kind: 'reply', id: lastCall().id, ok: true, value: 'light' });
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(document.documentElement.dataset['colorMode']).toBe('light');
    expect(document.querySelector('link')?.getAttribute('href')).toBe('/__tokens.css');
    shellSays({ kind: 'theme', colorMode: 'dark' });
    expect(document.documentElement.dataset['colorMode']).toBe('dark');
  });
});

describe('Escape in the frame', () => {
  const press = (): void =>
    void document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));

  it('reaches the dialog around the frame', () => {
    press();
    expect(posted.at(-1)).toEqual({ kind: 'escape' });
  });

  it('stays with a dialog the app has open', () => {
    const before = posted.length;
    document.body.innerHTML = '<dialog open></dialog>';
    press();
    document.body.innerHTML = '';
    expect(posted).toHaveLength(before);
  });
});

describe('the history of a full page', () => {
  const open = () => {
    const wishes: HistoryWish[] = [];
    const history = createFrameHistory({ pathname: '/', search: '', hash: '' }, (wish) => wishes.push(wish));
    const heard: string[] = [];
    history.api.listen(({ pathname }, action) => heard.push(`${action} ${pathname}`));
    return { ...history, wishes, heard };
  };

  it('tells the shell of each step and its listeners too', () => {
    const { api, wishes, heard } = open();
    api.push('/kr/12?tab=work#top');
    expect(api.location).toMatchObject({ pathname: '/kr/12', search: '?tab=work', hash: '#top' });
    api.replace({ pathname: '/kr/13' });
    api.goBack();
    expect(wishes.map((wish) => ('go' in wish ? wish.go : wish.action))).toEqual(['PUSH', 'REPLACE', -1]);
    expect(heard).toEqual(['PUSH /kr/12', 'REPLACE /kr/13']);
  });

  it('follows the browser’s back button', () => {
    const { api, hear, heard } = open();
    hear({ location: { pathname: '/kr/1', search: '', hash: '' }, action: 'POP' });
    expect([api.location.pathname, api.action, heard]).toEqual(['/kr/1', 'POP', ['POP /kr/1']]);
  });
});
