import type { ToolThere, ToolWriter, WritingTool } from '#shared/model/writing-tool.ts';
import type { AskModelDeps } from '../ask-model.ts';
import { tools } from './tool-table.ts';

export type ToolDeps = Pick<AskModelDeps, 'storeWriting' | 'languageModels' | 'languageModelOf'>;

/** The tools that are there for a store now, in the order they are offered, each with whom it asks first. */
export async function toolsThere(deps: ToolDeps, storeId: string): Promise<readonly ToolThere[]> {
  const there: ToolThere[] = [];
  for (const tool of Object.keys(tools) as WritingTool[]) {
    const by = await writerOf(deps, storeId, tool);
    if (by !== null) there.push({ tool, by });
  }
  return there;
}

/** Whom a tool asks first; null: nobody can do it. */
export async function writerOf(deps: ToolDeps, storeId: string, tool: WritingTool): Promise<ToolWriter | null> {
  const { chains, isLocalOnly } = deps.storeWriting.get(storeId);
  for (const modelId of chains[tools[tool].task]) {
    const connected = deps.languageModels.find(modelId);
    if (connected === null) continue;
    // One that does not open tells why when it is asked; a store that stays local has to know where it runs.
    const model = await deps.languageModelOf(connected).catch(() => null);
    if (isLocalOnly && model?.isLocal !== true) continue;
    return { kind: 'model', modelName: connected.name, isLocal: model?.isLocal ?? false };
  }
  return tools[tool].hasDeskWay ? { kind: 'desk' } : null;
}
