import { useEffect } from 'react';
import { useBackend } from './queries.ts';

/** When this computer has a line again, inboxes that wait for it need not wait out their pause. */
export function useLineBack(): void {
  const backend = useBackend();
  useEffect(() => {
    async function wake(): Promise<void> {
      const inboxes = await backend.call('inbox.list', {});
      const waiting = inboxes.filter((inbox) => inbox.state.phase === 'waiting');
      await Promise.all(waiting.map(({ id }) => backend.call('inbox.syncNow', { inboxId: id })));
    }
    // Where it fails they come back by themselves, at their next try.
    const onOnline = (): void => void wake().catch(() => undefined);
    window.addEventListener('online', onOnline);
    return () => window.removeEventListener('online', onOnline);
  }, [backend]);
}
