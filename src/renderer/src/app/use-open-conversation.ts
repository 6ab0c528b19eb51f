import { useCallback } from 'react';
import { useReport } from './use-report.ts';
import { useBackend } from './queries.ts';
import { useRoute } from './routes.ts';

/** Goes to a conversation in the list in which it stands now. */
export function useOpenConversation(): (conversationId: string) => void {
  const backend = useBackend();
  const report = useReport();
  const [, go] = useRoute();
  return useCallback(
    (conversationId) => {
      backend
        .call('conversation.get', { conversationId })
        .then(({ conversation }) => go({ place: 'inbox', status: conversation.status, id: conversationId }))
        .catch(report);
    },
    [backend, report, go],
  );
}
