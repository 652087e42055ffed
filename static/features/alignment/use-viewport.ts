/**
 * The frame of the map: dragging, pinching, scrolling wheel and keys move one element, without a render; what is drawn is said anew only when the frame
 * leaves the part that was drawn last. Knows a size and a frame, not what is on the map.
 */
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type PointerEvent } from 'react';
import {
  around,
  boxOf,
  broughtIn,
  contains,
  firstView,
  fitted,
  kept,
  pinched,
  revealing,
  zoomedAt,
  type Box,
  type Point,
  type Size,
  type View,
} from './map-view';

/** Px the pointer may tremble before a press becomes a drag. */
const tremble = 4;
const step = 1.25;

/** An element that has not been laid out (or never is, as in a test) counts as a usual one. */
const sizeOf = (element: HTMLElement | null): Size => ({ width: element?.clientWidth || 1024, height: element?.clientHeight || 600 });

/** One pointer that drags or two that pinch: where each was when it began, and how the map was looked at then; where each is now. */
type Press = {
  readonly view: View;
  readonly from: ReadonlyMap<number, Point>;
  readonly now: Map<number, Point>;
  moving: boolean;
};

/** `bands` follows sideways only. Both elements are moved from their top left corner. */
export const useViewport = (map: Size) => {
  const frame = useRef<HTMLDivElement>(null);
  const world = useRef<HTMLDivElement>(null);
  const bands = useRef<HTMLDivElement>(null);
  const view = useRef<View | null>(null);
  const press = useRef<Press | null>(null);
  const dragged = useRef(false);
  const mapSize = useRef(map);
  const [scale, setScale] = useState(1);
  const [drawn, setDrawn] = useState<Box>(() => around(boxOf({ x: 0, y: 0, scale: 1 }, sizeOf(null))));
  const drawnNow = useRef(drawn);

  const show = useCallback((next: View) => {
    const room = sizeOf(frame.current);
    const at = kept(next, mapSize.current, room);
    view.current = at;
    if (world.current) {
      world.current.style.transform = `translate(${at.x}px, ${at.y}px) scale(${at.scale})`;
      world.current.style.setProperty('--map-scale', String(at.scale));
    }
    if (bands.current) bands.current.style.transform = `translateX(${at.x}px)`;
    const seen = boxOf(at, room);
    if (!contains(drawnNow.current, seen)) {
      drawnNow.current = around(seen);
      setDrawn(drawnNow.current);
    }
    setScale(at.scale);
  }, []);

  const change = useCallback(
    (how: (view: View, frame: Size) => View) => {
      if (view.current) show(how(view.current, sizeOf(frame.current)));
    },
    [show],
  );

  useLayoutEffect(() => {
    mapSize.current = map;
    show(view.current ?? firstView(map, sizeOf(frame.current)));
  }, [map, show]);

  const zoom = useCallback(
    (factor: number, at?: Point) => change((now, room) => zoomedAt(now, at ?? { x: room.width / 2, y: room.height / 2 }, factor)),
    [change],
  );

  // React listens to wheels passively, and then the page would scroll as well.
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const onWheel = (event: WheelEvent) => {
      // A wheel that only passes over the map scrolls the page; a pinch is a wheel with Ctrl.
      if (!event.ctrlKey && !event.metaKey && !element.contains(document.activeElement)) return;
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      zoom(Math.exp(-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.002)), { x: event.clientX - left, y: event.clientY - top });
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    const observer = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(() => change((now) => now));
    observer?.observe(element);
    return () => {
      element.removeEventListener('wheel', onWheel);
      observer?.disconnect();
    };
  }, [change, zoom]);

  const pointOf = (event: PointerEvent<HTMLElement>): Point => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  /** Of two fingers the one that stays goes on dragging, from where it is. */
  const release = (event: PointerEvent<HTMLElement>) => {
    const held = press.current;
    if (!held?.now.delete(event.pointerId)) return;
    press.current =
      held.now.size === 0 || !view.current ? null : { view: view.current, from: new Map(held.now), now: held.now, moving: true };
  };

  return {
    frame,
    world,
    bands,
    /** Of the part of the map that is to be drawn, in its px. */
    drawn,
    scale,
    move: {
      pan: (x: number, y: number) => change((now) => ({ ...now, x: now.x + x, y: now.y + y })),
      zoomIn: () => zoom(step),
      zoomOut: () => zoom(1 / step),
      fit: () => change((_now, room) => fitted(mapSize.current, room)),
      lifeSize: () => zoom(1 / (view.current?.scale ?? 1)),
      bringIn: (box: Box) => change((now, room) => broughtIn(now, box, room)),
      /** All of `span` where its words can be read then, else `box` in the middle. */
      reveal: (box: Box, span: Box) => change((now, room) => revealing(now, box, span, room)),
      /** Moves so that what was at `before` on the map and now is at `after` stays where it is on the screen. */
      hold: (before: Point, after: Point) =>
        change((now) => ({ ...now, x: now.x + (before.x - after.x) * now.scale, y: now.y + (before.y - after.y) * now.scale })),
      /** Whether the last press was a drag: then the click that ends it means nothing. */
      wasDragged: () => dragged.current,
    },
    pointer: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0 || !view.current) return;
        const others = new Map(press.current?.now);
        others.delete(event.pointerId);
        // A third finger changes nothing.
        if (others.size > 1) return;
        // With the second finger it begins anew, from how the map is now.
        const now = new Map([...others, [event.pointerId, pointOf(event)]]);
        const isPinch = now.size === 2;
        press.current = { view: view.current, from: new Map(now), now, moving: isPinch };
        dragged.current = isPinch;
        if (isPinch) for (const id of now.keys()) event.currentTarget.setPointerCapture(id);
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const held = press.current;
        if (!held?.now.has(event.pointerId)) return;
        // Let go of outside of the frame, where nobody heard of it.
        if (event.buttons === 0) return release(event);
        held.now.set(event.pointerId, pointOf(event));
        const [from, second] = [...held.from.values()];
        const [to, secondTo] = [...held.now.values()];
        if (!from || !to) return;
        if (second && secondTo) return show(pinched(held.view, [from, second], [to, secondTo]));
        const [x, y] = [to.x - from.x, to.y - from.y];
        if (!held.moving && Math.hypot(x, y) < tremble) return;
        if (!held.moving) {
          held.moving = true;
          dragged.current = true;
          event.currentTarget.setPointerCapture(event.pointerId);
        }
        show({ ...held.view, x: held.view.x + x, y: held.view.y + y });
      },
      onPointerUp: release,
      onPointerCancel: release,
    },
  };
};
