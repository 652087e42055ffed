/** What a forecast asks the backend. Kept under `okrKey`: it follows every change of the numbers. Knows no screen. */
import { useHost } from '../../host';
import { useLiveQuery } from '../../live-query';
import { okrKey } from '../project-okrs/queries';

export const useForecast = (keyResultId: string) => {
  const { invoke } = useHost();
  return useLiveQuery([...okrKey, 'forecast', keyResultId], () => invoke('getForecast', { keyResultId }));
};
