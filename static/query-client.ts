/**
 * How answers are kept and asked again: the settings every surface and every UI test share.
 * Knows no query.
 */
import { QueryClient } from '@tanstack/react-query';
import { apiErrorOf } from './api-error';

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        // Jira being busy passes by itself; every other error is for the reader to see at once.
        retry: (failures, error) => apiErrorOf(error).code === 'JIRA_UNAVAILABLE' && failures < 2,
        retryDelay: (attempt) => 500 * 2 ** attempt,
      },
    },
  });
