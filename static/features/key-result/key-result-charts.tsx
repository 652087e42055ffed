/** The chart of what a key result is measured by and, where it has issues beside a value, their burn-up next to it: two tracks, side by side. */
import type { ProgressHistory } from '../../../src/contract/history';
import type { KeyResultView } from '../../../src/contract/okr';
import type { Health } from '../../../src/domain/model';
import type { ChartModel } from '../../ui/chart/chart-model';
import { useFormat } from '../../ui/format';
import { percentText } from '../../ui/percent';
import { useForecast } from '../forecast/queries';
import { burnUp, keyResultChart } from '../history/chart-models';
import { HistoryChart } from '../history/history-chart';
import { useLedger } from '../history/queries';

/** A track beside an outcome is judged by nobody: it has no health of its own. */
const noJudgement: Health = 'not-started';

export const KeyResultCharts = ({ keyResult }: { readonly keyResult: KeyResultView }) => {
  const format = useFormat();
  const baseline = useLedger(keyResult.id).data?.baseline ?? null;
  const forecast = useForecast(keyResult.id).data;
  const subject = { type: 'key-result', id: keyResult.id } as const;
  const track = keyResult.kind === 'metric' || keyResult.kind === 'band' ? keyResult.track : null;
  const chart = (title: string | null, health: Health, modelOf: (history: ProgressHistory) => ChartModel) => (
    <section className="key-result-card" aria-label={title ?? 'Chart'}>
      <HistoryChart
        subject={subject}
        health={health}
        headingLevel={2}
        modelOf={(history) => {
          const model = modelOf(history);
          return title === null ? model : { ...model, title };
        }}
      />
    </section>
  );
  if (track === null) return chart(null, keyResult.health, (history) => keyResultChart(history, keyResult, baseline, format, forecast));
  return (
    <div className="key-result-page__tracks">
      {chart(`Outcome: ${percentText(keyResult.progress)}`, keyResult.health, (history) =>
        keyResultChart(history, keyResult, null, format, forecast),
      )}
      {chart(`Work beside it: ${percentText(track.progress)}`, noJudgement, (history) => burnUp(history, track.rule, baseline, format))}
    </div>
  );
};
