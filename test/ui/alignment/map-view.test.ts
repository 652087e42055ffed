/** Which part of the map the frame shows: fitting, zooming, dragging, and bringing a card in. */
import fc from 'fast-check';
import {
  around,
  boxOf,
  broughtIn,
  contains,
  firstView,
  fitted,
  kept,
  leastScale,
  meets,
  pinched,
  revealing,
  spanOf,
  zoomedAt,
  type View,
} from '../../../static/features/alignment/map-view';

const frame = { width: 1000, height: 600 };
const whole = (view: View) => boxOf(view, frame);

it('a small map stands in the middle, no larger than life', () => {
  expect(fitted({ width: 240, height: 100 }, frame)).toEqual({ x: 380, y: 250, scale: 1 });
});

it('a large map is made to fit, with room around it', () => {
  const map = { width: 2000, height: 900 };
  const seen = whole(fitted(map, frame));
  expect(contains(seen, { left: 0, top: 0, right: map.width, bottom: map.height })).toBe(true);
});

it('a map too large to be seen whole shows its beginning', () => {
  const view = fitted({ width: 1000, height: 60_000 }, frame);
  expect(view.scale).toBe(leastScale);
  expect(view.y).toBe(48);
});

test.each([
  ['whole, where its words can be read', { width: 1100, height: 500 }, fitted({ width: 1100, height: 500 }, frame).scale],
  ['as wide as the frame, where it is tall', { width: 1130, height: 9000 }, 0.8],
  ['as large as words need, where it is wide and tall', { width: 9000, height: 9000 }, 0.7],
])('at first a map is seen %s', (_name, map, scale) => {
  expect(firstView(map, frame).scale).toBeCloseTo(scale, 2);
});

it('zooming leaves the point under the pointer where it is', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1000 }),
      fc.integer({ min: 0, max: 600 }),
      fc.double({ min: 0.2, max: 4, noNaN: true }),
      (x, y, factor) => {
        const before: View = { x: 30, y: -200, scale: 0.8 };
        const after = zoomedAt(before, { x, y }, factor);
        expect((x - after.x) / after.scale).toBeCloseTo((x - before.x) / before.scale, 6);
        expect((y - after.y) / after.scale).toBeCloseTo((y - before.y) / before.scale, 6);
      },
    ),
  );
});

const spot = fc.record({ x: fc.integer({ min: 0, max: 1000 }), y: fc.integer({ min: 0, max: 600 }) });
const onMap = ({ x, y }: { readonly x: number; readonly y: number }, view: View) => ({
  x: (x - view.x) / view.scale,
  y: (y - view.y) / view.scale,
});

describe('two fingers', () => {
  const before: View = { x: 30, y: -200, scale: 0.8 };

  it('keep between them what was between them', () => {
    fc.assert(
      fc.property(spot, spot, spot, spot, (a, b, c, d) => {
        const after = pinched(before, [a, b], [c, d]);
        const [start, end] = [
          onMap({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, before),
          onMap({ x: (c.x + d.x) / 2, y: (c.y + d.y) / 2 }, after),
        ];
        expect(end.x).toBeCloseTo(start.x, 6);
        expect(end.y).toBeCloseTo(start.y, 6);
      }),
    );
  });

  it('twice as far apart make everything twice as large, and each stays on its spot', () => {
    const after = pinched(
      before,
      [
        { x: 400, y: 300 },
        { x: 600, y: 300 },
      ],
      [
        { x: 300, y: 300 },
        { x: 700, y: 300 },
      ],
    );
    expect(after.scale).toBeCloseTo(1.6, 9);
    expect(onMap({ x: 300, y: 300 }, after).x).toBeCloseTo(onMap({ x: 400, y: 300 }, before).x, 6);
    expect(onMap({ x: 700, y: 300 }, after).x).toBeCloseTo(onMap({ x: 600, y: 300 }, before).x, 6);
  });

  it('side by side move it, and change no size', () => {
    expect(
      pinched(
        before,
        [
          { x: 100, y: 100 },
          { x: 300, y: 100 },
        ],
        [
          { x: 150, y: 80 },
          { x: 350, y: 80 },
        ],
      ),
    ).toEqual({ x: 80, y: -220, scale: 0.8 });
  });

  it('however far apart, keep it between the smallest and the largest size', () => {
    const near = [
      { x: 500, y: 300 },
      { x: 500, y: 300 },
    ] as const;
    const far = [
      { x: 0, y: 300 },
      { x: 1000, y: 300 },
    ] as const;
    expect(pinched(before, near, far).scale).toBe(2);
    expect(pinched(before, far, near).scale).toBe(leastScale);
  });
});

it('however far it is dragged, some of the map stays in the frame', () => {
  const map = { width: 3000, height: 2000 };
  fc.assert(
    fc.property(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: -99_999, max: 99_999 }), (x, y) => {
      const seen = whole(kept({ x, y, scale: 0.5 }, map, frame));
      expect(meets(seen, { left: 0, top: 0, right: map.width, bottom: map.height })).toBe(true);
    }),
  );
});

test.each([
  ['in the frame already: not at all', { left: 100, top: 100, right: 340, bottom: 224 }, { x: 0, y: 0 }],
  ['right of it: just so far', { left: 1100, top: 100, right: 1340, bottom: 224 }, { x: -388, y: 0 }],
  ['above it: just so far', { left: 100, top: -300, right: 340, bottom: -176 }, { x: 0, y: 348 }],
  ['larger than it: to its beginning', { left: 0, top: 0, right: 5000, bottom: 100 }, { x: 48, y: 48 }],
])('what is brought in moves, %s', (_name, box, moved) => {
  expect(broughtIn({ x: 0, y: 0, scale: 1 }, box, frame)).toMatchObject(moved);
});

describe('what is shown', () => {
  const box = { left: 1000, top: 2000, right: 1240, bottom: 2124 };
  const middleOf = (view: View) => {
    const seen = whole(view);
    return [(seen.left + seen.right) / 2, (seen.top + seen.bottom) / 2].map(Math.round);
  };

  it('stands in the middle', () => {
    const view = revealing({ x: 0, y: 0, scale: 0.2 }, box, box, frame);
    expect(middleOf(view)).toEqual([1120, 2062]);
    expect(view.scale).toBe(0.8);
  });

  it('is seen with the rest of its line where that fits', () => {
    const span = spanOf([box, { left: 0, top: 1800, right: 240, bottom: 1924 }]);
    const view = revealing({ x: 0, y: 0, scale: 1 }, box, span, frame);
    expect(contains(whole(view), span)).toBe(true);
    expect(middleOf(view)).toEqual([620, 1962]);
  });

  it('is seen alone where the line is too long', () => {
    const span = spanOf([box, { left: 0, top: -9000, right: 240, bottom: -8876 }]);
    expect(middleOf(revealing({ x: 0, y: 0, scale: 1 }, box, span, frame))).toEqual([1120, 2062]);
  });
});

it('what is drawn reaches a frame further on every side', () => {
  expect(around({ left: 0, top: 0, right: 100, bottom: 50 })).toEqual({ left: -100, top: -50, right: 200, bottom: 100 });
});
