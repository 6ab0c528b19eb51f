import { entryLayers } from '#core/knowledge/entry-layers.ts';
import { restoreKnowledge, retireKnowledge, revertKnowledge, saveKnowledge } from '#core/knowledge/save-knowledge.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import type { Desk } from './desk.ts';

type KnowledgeHandlers = Pick<Handlers, Extract<keyof Handlers, `knowledge.${string}`>>;

/** The entries of the knowledge, their versions and what stands over them. */
export function knowledgeHandlers({ deps }: Desk): KnowledgeHandlers {
  return {
    'knowledge.list': ({ holds, ...query }) => {
      const at = deps.clock.now();
      const { items, total } = deps.knowledge.list(holds === undefined ? query : { ...query, time: { at, holds } });
      return { items: [...items], total };
    },
    'knowledge.history': ({ entryId }) => [...deps.knowledge.history(entryId)],
    'knowledge.layers': (entry) => entryLayers(deps, entry),
    'knowledge.save': (input) => saveKnowledge(deps, input),
    'knowledge.retire': ({ entryId, why }) => retireKnowledge(deps, entryId, why),
    'knowledge.restore': ({ entryId, why }) => restoreKnowledge(deps, entryId, why),
    'knowledge.revert': ({ entryId, versionId, why }) => revertKnowledge(deps, { entryId, versionId, why: why ?? '' }),
  };
}
