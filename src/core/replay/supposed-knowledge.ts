import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import type { Database } from '../ports/repositories/index.ts';
import { type Supposition, knowledgeWith } from './supposed-entries.ts';

type Knowledge = Database['knowledge'];
type Dated = { readonly id: string; readonly updatedAt: number };

const pageSize = 5_000;

/** The entries of the desk as they would be, also where they are listed: what confidence is learned from. */
export function supposedKnowledge(knowledge: Knowledge, supposition: Supposition): Knowledge {
  const { entries, storeId, setsOn, setsBefore } = supposition;
  const isHeard = ({ setId, ...entry }: KnowledgeEntry): boolean =>
    setId === null ? entry.storeId === null || entry.storeId === storeId : setsOn.includes(setId);
  const own = [...entries.values()].filter((entry) => entry.state === 'active' && isHeard(entry));
  const comeOn = once(() =>
    ofSets(
      knowledge,
      storeId,
      setsOn.filter((id) => !setsBefore.includes(id)),
    ),
  );
  const goneOff = once(
    () =>
      new Set(
        ofSets(
          knowledge,
          storeId,
          setsBefore.filter((id) => !setsOn.includes(id)),
        ).map(({ id }) => id),
      ),
  );
  const isAsBefore = ({ id }: { readonly id: string }): boolean => !entries.has(id) && !goneOff().has(id);
  const pairs = once((): readonly Dated[] =>
    [
      ...[...own, ...comeOn().filter(isAsBefore)].filter(({ kind, question }) => kind === 'pair' && question !== ''),
      ...allPairs(knowledge, storeId).filter(isAsBefore),
    ].toSorted((a, b) => b.updatedAt - a.updatedAt || (a.id < b.id ? 1 : -1)),
  );

  return {
    ...knowledgeWith(knowledge, entries),
    pairIds: (_storeId, after, limit) => {
      const start = after === null ? 0 : pairs().findIndex(({ id }) => id === after.id) + 1;
      return pairs().slice(start, start + limit);
    },
    withAnswer: (ofStore, answer) => [
      ...knowledge.withAnswer(ofStore, answer).filter(isAsBefore),
      ...[...own, ...comeOn().filter(isAsBefore)].filter((entry) => entry.answer === answer),
    ],
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function ofSets(knowledge: Knowledge, storeId: string, setIds: readonly string[]): readonly KnowledgeEntry[] {
  return setIds.flatMap((setId) => {
    const found: KnowledgeEntry[] = [];
    for (;;) {
      const { items } = knowledge.list({ storeId, setId, state: 'active', offset: found.length, limit: pageSize });
      found.push(...items);
      if (items.length < pageSize) return found;
    }
  });
}

function allPairs(knowledge: Knowledge, storeId: string): readonly Dated[] {
  const found: Dated[] = [];
  for (;;) {
    const page = knowledge.pairIds(storeId, found.at(-1) ?? null, pageSize);
    found.push(...page);
    if (page.length < pageSize) return found;
  }
}
