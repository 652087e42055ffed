/** How likely a key result gets there and by when, in its line of facts. Until that has come, the chance that came with the key result. */
import type { KeyResultView } from '../../../src/contract/okr';
import { useFormat } from '../../ui/format';
import './forecast-line.css';
import { chanceBy, forecastWords } from './forecast-words';
import { useForecast } from './queries';

export const ForecastLine = ({ keyResult, today }: { readonly keyResult: KeyResultView; readonly today: string }) => {
  const format = useFormat();
  const forecast = useForecast(keyResult.id).data;
  if (keyResult.health === 'done') return null;
  const early = keyResult.chance === null ? null : chanceBy(keyResult.chance, keyResult.dueDay, today, format);
  const words = forecast === undefined ? early : forecastWords(forecast, format);
  return words === null ? null : <span className="forecast-line">{words}</span>;
};
