/** The line that is looked at, in words: from where it starts up to its top, and whether that is a goal of the company. */
import Button from '@atlaskit/button/new';
import { healthWords } from '../../ui/health-lozenge';
import { SectionMessage } from '../../ui/section-message';
import type { WayUp } from './line';
import type { LineStart } from './line-address';
import './line-bar.css';

type Props = {
  readonly start: LineStart;
  readonly ways: readonly WayUp[];
  /** Ids of the objectives whose links hold up to the company. */
  readonly reaching: ReadonlySet<string>;
  /** What an issue serves is still being asked, or could not be. */
  readonly asking: 'loading' | 'failed' | null;
  readonly onReveal: (objectiveId: string) => void;
  readonly onOpenKeyResult: (keyResultId: string) => void;
  readonly onClose: () => void;
};

const Shape = ({ health }: { readonly health: keyof typeof healthWords }) => (
  <span className={`line-bar__shape health-${health}`} role="img" aria-label={healthWords[health].word}>
    {healthWords[health].shape}
  </span>
);

const noneWords = (start: LineStart, asking: Props['asking']): string => {
  if (asking === 'loading') return 'Looking for what the issue serves…';
  if (start.from !== 'issue') return 'What this line starts from is not among what you see here.';
  if (asking === 'failed') return `There is no issue ${start.key} that you can see.`;
  return `${start.key} serves no key result that is seen here.`;
};

const endWords = ({ objectives }: WayUp, reaching: ReadonlySet<string>): string => {
  const top = objectives.at(-1);
  if (objectives[0] && reaching.has(objectives[0].id)) return 'It reaches a company goal.';
  return top?.home.level === 'company'
    ? 'A link on it does not hold, so it does not reach the company goal.'
    : 'It does not reach a company goal.';
};

const Way = ({
  way,
  reaching,
  onReveal,
  onOpenKeyResult,
}: Pick<Props, 'reaching' | 'onReveal' | 'onOpenKeyResult'> & { readonly way: WayUp }) => (
  <div className="line-bar__way">
    <ol className="line-bar__steps">
      {way.keyResult && (
        <li>
          <Shape health={way.keyResult.health} />
          <button type="button" className="text-button" onClick={() => way.keyResult && onOpenKeyResult(way.keyResult.id)}>
            {way.keyResult.key} <bdi>{way.keyResult.title}</bdi>
          </button>
        </li>
      )}
      {way.objectives.map((objective) => (
        <li key={objective.id}>
          <Shape health={objective.health} />
          <button type="button" className="text-button" onClick={() => onReveal(objective.id)}>
            {objective.key} <bdi>{objective.title}</bdi>
          </button>
        </li>
      ))}
    </ol>
    <p className="small">{endWords(way, reaching)}</p>
  </div>
);

export const LineBar = ({ start, ways, reaching, asking, onReveal, onOpenKeyResult, onClose }: Props) => (
  <SectionMessage
    tone="info"
    title={start.from === 'issue' ? `The line of ${start.key} to the top` : 'The line to the top'}
    actions={
      <Button spacing="compact" onClick={onClose}>
        {ways.length === 0 ? 'Close' : 'Show everything'}
      </Button>
    }
  >
    {ways.length === 0 ? (
      <p>{noneWords(start, asking)}</p>
    ) : (
      ways.map((way) => (
        <Way
          key={way.keyResult?.id ?? way.objectives[0]?.id}
          way={way}
          reaching={reaching}
          onReveal={onReveal}
          onOpenKeyResult={onOpenKeyResult}
        />
      ))
    )}
  </SectionMessage>
);
