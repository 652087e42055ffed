/** A score with its shape; the word behind the shape is for those who hear the page. */
import { bandOf, bandWords, scoreText } from './score-band';

export const ScoreLozenge = ({ score }: { readonly score: number | null }) => {
  const band = bandOf(score);
  return (
    <span className={`score score--${band}`}>
      <span aria-hidden="true">{bandWords[band].shape} </span>
      {score !== null && scoreText(score)}
      {score === null && <span aria-hidden="true">–</span>}
      <span className="visually-hidden">
        {score === null ? '' : ', '}
        {bandWords[band].word}
      </span>
    </span>
  );
};
