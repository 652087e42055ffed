/**
 * A company of three projects lives through a quarter, and things go wrong, one after the other. What the radar finds on each Sunday is held against what
 * was planted, place by place: all of it in the week the rules say, until it is mended, and nothing else.
 */
import { projectIdOf } from '../../../src/domain/home';
import type { EvidenceSubject } from '../../../src/domain/radar/evidence';
import { openTestSite, type TestSite } from '../../support/test-site';
import { ask } from '../support/okr-steps';
import { chief, companyJira, teams } from './company-jira';
import { liveQuarter, teamNames, WEEKS, type Company } from './live-quarter';
import { planted, whatGoesWrong, type Planted } from './what-goes-wrong';

jest.setTimeout(180_000);

const places = [...teamNames, 'company'] as const;
type Place = (typeof places)[number];
/** `found`: what it is and what it is about. */
type Found = { readonly score: number | null; readonly found: readonly string[] };
/** By derailer. */
type Radar = ReadonlyMap<string, Found>;

let site: TestSite;
const radars: Radar[][] = [];

const findingOf = ({ kind, about }: Pick<Planted, 'kind' | 'about'>): string => `${kind} of ${about}`;

/** What the company calls what a piece of evidence is about. */
function nameOf({ objectives, keyResults }: Company, about: EvidenceSubject): string {
  const ofHome = (projectId: string | null) => teamNames.find((name) => teams[name].projectId === projectId) ?? 'company';
  switch (about.type) {
    case 'cycle':
      return 'the cycle';
    case 'home':
      return ofHome(projectIdOf(about.home));
    case 'person':
      return about.id;
    case 'objective':
      return Object.entries(objectives).find(([, id]) => id === about.id)?.[0] ?? about.id;
    case 'key-result':
      return [...keyResults].find(([, id]) => id === about.id)?.[0] ?? about.id;
  }
}

async function radarOf(company: Company, place: Place): Promise<Radar> {
  const subject = place === 'company' ? ({ type: 'company' } as const) : ({ type: 'project', projectId: teams[place].projectId } as const);
  const { spokes } = await ask(site, 'getRadar', { subject }, { as: chief });
  return new Map(
    spokes.map(({ derailer, score, evidence }) => [
      derailer,
      { score, found: evidence.map(({ kind, about }) => findingOf({ kind, about: nameOf(company, about) })) },
    ]),
  );
}

beforeAll(async () => {
  site = await openTestSite({ now: '2026-10-01T06:00:00.000Z', jira: companyJira });
  await liveQuarter(site, whatGoesWrong, async (_week, company) => {
    const seen: Radar[] = [];
    for (const place of places) seen.push(await radarOf(company, place));
    radars.push(seen);
  });
});
afterAll(() => site.close());

const foundAt = (week: number, place: Place, derailer: string): Found => {
  const found = radars[week - 1]?.[places.indexOf(place)]?.get(derailer);
  if (found === undefined) throw new Error(`There is no ${derailer} of ${place} in week ${week}.`);
  return found;
};

/** The company looks at everybody's objectives. */
const isSeenFrom = (place: Place, at: Planted['place']): boolean => at === 'everywhere' || at === place || place === 'company';

/** As lines, so that a difference says week and place. */
const linesOf = (findingsOf: (week: number, place: Place) => readonly string[]): readonly string[] =>
  Array.from({ length: WEEKS }, (_, index) => index + 1).flatMap((week) =>
    places.flatMap((place) => findingsOf(week, place).map((finding) => `week ${week}, ${place}: ${finding}`)),
  );

test.each(planted)('$what: $derailer of $place, weeks $from to $until', ({ place: at, derailer, from, until, ...finding }) => {
  const place = at === 'everywhere' ? 'company' : at;
  const weeks = Array.from({ length: WEEKS }, (_, index) => index + 1);
  expect(weeks.filter((week) => foundAt(week, place, derailer).found.includes(findingOf(finding)))).toEqual(
    weeks.filter((week) => week >= from && week <= until),
  );
  const { score } = foundAt(from, place, derailer);
  expect(score).not.toBeNull();
  expect(score).toBeLessThan(100);
  if (until < WEEKS) expect(foundAt(until + 1, place, derailer).score).toBeGreaterThan(score ?? 100);
});

test('nothing else is found, in any week', () => {
  const seen = linesOf((week, place) => [...(radars[week - 1]?.[places.indexOf(place)] ?? [])].flatMap(([, { found }]) => found).sort());
  const expected = linesOf((week, place) =>
    planted
      .filter(({ place: at, from, until }) => isSeenFrom(place, at) && week >= from && week <= until)
      .map(findingOf)
      .sort(),
  );
  expect(seen).toEqual(expected);
});

test('each of the ten derailers is planted', () => {
  expect(new Set(planted.map(({ derailer }) => derailer)).size).toBe(10);
});
