import { withoutNames } from './proper-names.ts';
import type { StoreModel } from './store-model.ts';

/** What is searched for in a question: without the names of what it is known to be about. The customer's own words stay as they are. */
export function searchedText(model: Pick<StoreModel, 'names'>, text: string, about: readonly string[] | null): string {
  const names = about?.flatMap((subject) => model.names.get(subject) ?? []) ?? [];
  return names.length === 0 ? text : withoutNames(text, names);
}
