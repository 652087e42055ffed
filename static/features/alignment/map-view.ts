/** How the map is looked at: which part of it the frame shows, and how large. Pure; screen px = map px · scale + offset. */

export type View = { readonly x: number; readonly y: number; readonly scale: number };
export type Size = { readonly width: number; readonly height: number };
export type Point = { readonly x: number; readonly y: number };
export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

export const leastScale = 0.2;
const mostScale = 2;
/** Smaller than this, words cannot be read: cards show their key and health alone. */
export const readableScale = 0.5;
/** Room around the map, in px of the screen: for what sticks out of a card, and to tell the edge from the frame. */
const edge = 48;

const between = (least: number, value: number, most: number): number => Math.min(most, Math.max(least, value));

const scaleWithin = (scale: number): number => between(leastScale, scale, mostScale);

/** The part of the map that is in the frame, in px of the map. */
export const boxOf = ({ x, y, scale }: View, frame: Size): Box => ({
  left: -x / scale,
  top: -y / scale,
  right: (frame.width - x) / scale,
  bottom: (frame.height - y) / scale,
});

/** The box with as much again on every side. */
export const around = ({ left, top, right, bottom }: Box): Box => {
  const [width, height] = [right - left, bottom - top];
  return { left: left - width, top: top - height, right: right + width, bottom: bottom + height };
};

export const contains = (outer: Box, inner: Box): boolean =>
  outer.left <= inner.left && outer.top <= inner.top && inner.right <= outer.right && inner.bottom <= outer.bottom;

export const meets = (a: Box, b: Box): boolean => a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;

/** Keeps some of the map in the frame, however far it is dragged. */
export const kept = ({ x, y, scale }: View, map: Size, frame: Size): View => ({
  x: between(edge * 2 - map.width * scale, x, frame.width - edge * 2),
  y: between(edge * 2 - map.height * scale, y, frame.height - edge * 2),
  scale,
});

/** Scaled by `factor`, with the point of the frame staying where it is. */
export const zoomedAt = (view: View, point: Point, factor: number): View => {
  const scale = scaleWithin(view.scale * factor);
  const ratio = scale / view.scale;
  return { x: point.x - (point.x - view.x) * ratio, y: point.y - (point.y - view.y) * ratio, scale };
};

/** Two fingers, in px of the frame. */
export type Fingers = readonly [Point, Point];

const middleOf = ([a, b]: Fingers): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

const apart = ([a, b]: Fingers): number => Math.hypot(a.x - b.x, a.y - b.y);

/** As far apart as fingers count at least: two that begin at one spot would make the map any size. */
const leastApart = 8;

/** Scaled and moved so that what was between the fingers stays between them. `view` is that of the moment they were at `from`. */
export const pinched = (view: View, from: Fingers, to: Fingers): View => {
  const [start, end] = [middleOf(from), middleOf(to)];
  const scaled = zoomedAt(view, start, Math.max(leastApart, apart(to)) / Math.max(leastApart, apart(from)));
  return { ...scaled, x: scaled.x + end.x - start.x, y: scaled.y + end.y - start.y };
};

const scaleThatFits = (map: Size, frame: Size): number =>
  Math.min(1, (frame.width - 2 * edge) / Math.max(1, map.width), (frame.height - 2 * edge) / Math.max(1, map.height));

/** The whole map in the middle of the frame, never larger than life; of a map that is too large to be seen whole, the beginning. */
export const fitted = (map: Size, frame: Size): View => {
  const scale = scaleWithin(scaleThatFits(map, frame));
  return {
    x: Math.max(edge, (frame.width - map.width * scale) / 2),
    y: Math.max(edge, (frame.height - map.height * scale) / 2),
    scale,
  };
};

/** What one sees first: the whole map where its words can be read, else its beginning as large as they need. */
export const firstView = (map: Size, frame: Size): View => {
  const scale = Math.max(scaleThatFits(map, frame), Math.min(1, Math.max(0.7, (frame.width - 2 * edge) / Math.max(1, map.width))));
  return {
    x: Math.max(edge, (frame.width - map.width * scale) / 2),
    y: Math.max(edge, (frame.height - map.height * scale) / 2),
    scale,
  };
};

/** Moved no further than it takes for the box to be in the frame; a box that does not fit shows its beginning. */
export const broughtIn = (view: View, box: Box, frame: Size): View => {
  const shift = (from: number, to: number, room: number): number => {
    if (from < edge || to - from > room - 2 * edge) return edge - from;
    return to > room - edge ? room - edge - to : 0;
  };
  const { scale } = view;
  return {
    x: view.x + shift(box.left * scale + view.x, box.right * scale + view.x, frame.width),
    y: view.y + shift(box.top * scale + view.y, box.bottom * scale + view.y, frame.height),
    scale,
  };
};

/** The box around all of these. */
export const spanOf = (boxes: readonly Box[]): Box => ({
  left: Math.min(...boxes.map(({ left }) => left)),
  top: Math.min(...boxes.map(({ top }) => top)),
  right: Math.max(...boxes.map(({ right }) => right)),
  bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
});

/** The least scale for somebody who wants to see this very part, and the scale they get where there is room. */
const closeScales = { least: 0.65, usual: 0.8 } as const;

/**
 * The whole span in the middle of the frame, where its words can be read then; else the box alone, which is in the span. Not smaller than need
 * be, and not larger than it is looked at or than life.
 */
export const revealing = ({ scale: now }: View, box: Box, span: Box, frame: Size): View => {
  const fits = scaleThatFits({ width: span.right - span.left, height: span.bottom - span.top }, frame);
  const isWhole = fits >= closeScales.least;
  const scale = Math.min(isWhole ? fits : 1, Math.max(now, closeScales.usual));
  const middle = isWhole ? span : box;
  return {
    x: frame.width / 2 - ((middle.left + middle.right) / 2) * scale,
    y: frame.height / 2 - ((middle.top + middle.bottom) / 2) * scale,
    scale,
  };
};
