/** A piece of evidence as a sentence. People are shown as the viewer may see them. */
import type { Evidence } from '../../../src/domain/radar/evidence';
import type { RadarView } from '../../../src/contract/radar';
import type { Format } from '../../ui/format';
import { useFormat } from '../../ui/format';
import { percentText } from '../../ui/percent';
import { Person } from '../../ui/person';
import { useHomeName } from '../alignment/use-home-name';
import { nameOfRule } from './rule-names';

type Names = Pick<RadarView, 'objectives' | 'keyResults' | 'cycles' | 'groups'>;

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);
const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

/** What follows the name of what it is about. */
function saidOf(evidence: Evidence, format: Format): string {
  switch (evidence.kind) {
    case 'too-hard':
      return `has a chance of ${percentText(evidence.chance)}`;
    case 'too-safe':
      return `was nearly certain from the start, at ${percentText(evidence.chance)}`;
    case 'strained':
      return `needs ${format.tenths(evidence.strain)}× its recent pace`;
    case 'large-step':
      return `wants a step of ${format.number(Math.round(evidence.step * 100))} % of where it starts`;
    case 'overcommitted':
      return `has taken on ${format.number(Math.round(evidence.load * 100))} % of what it finishes by then`;
    case 'no-themes':
      return 'has no themes';
    case 'capacity-not-looked-at':
      return 'began without a look at capacity';
    case 'not-graded':
      return `has ${many(evidence.objectives, 'objective', 'objectives')} without a grade`;
    case 'not-closed':
      return `ended ${days(evidence.days)} ago and is still open`;
    case 'too-many-objectives':
      return `has ${evidence.objectives} objectives; ${evidence.most} are enough`;
    case 'few-key-results':
      return evidence.keyResults === 0 ? 'has no key result' : 'has a single key result';
    case 'many-key-results':
      return `has ${evidence.keyResults} key results`;
    case 'no-path':
      return noPathWords[evidence.link ?? 'none'];
    case 'skips-level':
      return 'passes over its group on the way up';
    case 'no-support':
      return 'has nothing that supports it';
    case 'orphan-work':
      return `has ${many(evidence.orphans, 'orphan issue', 'orphan issues')} among ${evidence.work} in progress`;
    case 'idle':
      return `idle for ${days(evidence.days)}`;
    case 'bare-check-ins':
      return evidence.checkIns === 1
        ? 'was checked in on without a word'
        : `${evidence.bare} of ${evidence.checkIns} check-ins were bare numbers`;
    case 'unread':
      return 'has been opened by nobody but its owner';
    case 'no-digest':
      return `${evidence.without} of ${evidence.people} people get no weekly digest`;
    case 'no-measure':
      return 'has no data';
    case 'no-past':
      return 'has no day on record to compare with';
    case 'no-data':
      return `has had no new value for ${days(evidence.days)}`;
    case 'no-line-of-sight':
      return `has ${many(evidence.issues, 'issue', 'issues')} in progress, none of which reaches a key result`;
    case 'not-acknowledged':
      return evidence.acknowledged === 0
        ? `is acknowledged by none of its ${many(evidence.people, 'person', 'people')}`
        : `is acknowledged by ${evidence.acknowledged} of its ${evidence.people} people`;
    case 'weak-wording':
      return evidence.rules.length === 0 ? 'could be put better' : `misses: ${evidence.rules.map(nameOfRule).join(', ')}`;
    case 'overdue':
      return `overdue for ${days(evidence.days)}`;
    case 'blocked':
      return `has had a blocker for ${days(evidence.days)}`;
    case 'no-owner':
      return 'has no owner';
    case 'owner-left':
      return 'has an owner who has left';
    case 'assigned-to-others':
      return `${many(evidence.issues, 'open issue is', 'open issues are')} none of its owner’s`;
    case 'owns-many':
      return `owns ${evidence.keyResults} key results`;
    case 'low-turnout':
      return `${evidence.voted} of ${evidence.asked} voted`;
    case 'votes-apart':
      return `votes lie apart, from ${evidence.lowest} to ${evidence.highest}`;
    case 'open-concerns':
      return `has ${many(evidence.concerns, 'open concern', 'open concerns')}`;
    case 'declined':
      return 'was declined by what it is aligned to';
    case 'unanswered':
      return `has waited for an answer for ${days(evidence.days)}`;
  }
}

const noPathWords: Readonly<Record<NonNullable<Extract<Evidence, { kind: 'no-path' }>['link']> | 'none', string>> = {
  none: 'is aligned to nothing',
  held: 'does not reach a goal of the company',
  loop: 'is aligned in a circle',
  archived: 'is aligned to something archived',
  gone: 'is aligned to something that is gone',
  'other-cycle': 'is aligned to another cycle',
  unseen: 'does not reach a goal of the company',
  waiting: 'waits for an answer of what it is aligned to',
  declined: 'was declined by what it is aligned to',
};

const HomeName = ({
  home,
  groups,
}: {
  readonly home: Extract<Evidence['about'], { type: 'home' }>['home'];
  readonly groups: Names['groups'];
}) => <bdi>{useHomeName(home, groups)}</bdi>;

const About = ({ about, names }: { readonly about: Evidence['about']; readonly names: Names }) => {
  switch (about.type) {
    case 'objective':
      return <b>{names.objectives.find(({ id }) => id === about.id)?.key}</b>;
    case 'key-result':
      return <b>{names.keyResults.find(({ id }) => id === about.id)?.key}</b>;
    case 'home':
      return <HomeName home={about.home} groups={names.groups} />;
    case 'person':
      return <Person accountId={about.id} withName />;
    case 'cycle':
      return <bdi>{names.cycles.find(({ id }) => id === about.id)?.name}</bdi>;
  }
};

/** The title of what it is about; nothing where the name says all. */
export const titleOf = ({ about }: Evidence, names: Names): string | null => {
  if (about.type === 'objective') return names.objectives.find(({ id }) => id === about.id)?.title ?? null;
  return about.type === 'key-result' ? (names.keyResults.find(({ id }) => id === about.id)?.title ?? null) : null;
};

export const EvidenceSentence = ({ evidence, names }: { readonly evidence: Evidence; readonly names: Names }) => {
  const format = useFormat();
  return (
    <>
      {evidence.kind !== 'no-digest' && <About about={evidence.about} names={names} />}
      {evidence.kind !== 'no-digest' && ' '}
      {saidOf(evidence, format)}
    </>
  );
};
