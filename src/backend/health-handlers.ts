import { dismissFinding, listFindings, undismissFinding } from '#core/health/health-list.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import type { Desk } from './desk.ts';

/** The health list of the knowledge. */
export function healthHandlers({ deps }: Desk) {
  return {
    'health.list': (query) => {
      const { items, total } = listFindings(deps, query);
      return { items: [...items], total };
    },
    'health.counts': ({ storeId }) => deps.findings.counts(storeId),
    'health.dismiss': ({ findingId }) => {
      dismissFinding(deps, findingId);
      deps.emit('health.changed', {});
      return {};
    },
    'health.undismiss': ({ findingId }) => {
      undismissFinding(deps, findingId);
      deps.emit('health.changed', {});
      return {};
    },
    'health.scanState': () => deps.findings.scanState(),
  } satisfies Partial<Handlers>;
}
