import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readSampleStore } from '#adapters/inbox/sample/sample-store.ts';
import { importKnowledge } from '#core/knowledge/import-knowledge.ts';
import type { Store } from '#shared/model/store.ts';
import type { Desk } from './desk.ts';

/**
 * Sets up the sample store with its inbox and knowledge on a desk that has no store yet, or ends what an earlier start
 * that was cut off began; else does nothing. Returns a store that is new.
 */
export async function seedSampleStore(desk: Desk): Promise<Store | null> {
  const { deps } = desk;
  const known = deps.stores.list();
  if (known.length > 0) {
    const cutOff = known.find((store) => isSampleWithoutKnowledge(desk, store.id));
    if (cutOff !== undefined) await addSampleKnowledge(desk, cutOff.id);
    return null;
  }
  const sample = readSampleStore(desk.connectorOptions.resourcesFolder);
  const at = deps.clock.now();
  const store = deps.transaction(() => {
    const added = deps.stores.add({ id: deps.ids.newId(), versionId: deps.ids.newId(), settings: sample.settings, at });
    deps.inboxes.add({
      id: deps.ids.newId(),
      storeId: added.id,
      name: sample.settings.name,
      settings: { kind: 'sample' },
      createdAt: at,
    });
    return added;
  });
  await addSampleKnowledge(desk, store.id);
  return store;
}

function isSampleWithoutKnowledge({ deps }: Desk, storeId: string): boolean {
  const isSample = deps.inboxes.list(storeId).some((inbox) => inbox.settings.kind === 'sample');
  const isBare = (['active', 'retired'] as const).every(
    (state) => deps.knowledge.list({ storeId, state, offset: 0, limit: 1 }).total === 0,
  );
  return isSample && isBare;
}

/** Takes the sample store's knowledge into a store; what it has already stays as it is. */
export async function addSampleKnowledge(desk: Desk, storeId: string): Promise<void> {
  const { knowledgeFile } = readSampleStore(desk.connectorOptions.resourcesFolder);
  const file = { name: path.basename(knowledgeFile), bytes: await readFile(knowledgeFile) };
  await importKnowledge(desk.deps, { storeId, file, isDryRun: false, origin: 'sample' });
}
