import type { ListedSource } from '../../../src/renderer/src/features/sources/SourceRow.tsx';
import { AppError } from '#shared/errors.ts';
import type { KnowledgeContent, KnowledgeEntry } from '#shared/model/knowledge.ts';
import type { SourceChange, SourcePlan, SourceSettings } from '#shared/model/source.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import { type FakeState, page } from './fake-state.ts';
import { newId } from './sample.ts';

type SourceName = Extract<keyof Handlers, `source.${string}`>;

const kinds = ['added', 'changed', 'added', 'unchanged', 'gone', 'changed', 'refused', 'added', 'merged'] as const;
const reworded = (answer: string): string => `${answer.replace(/\d+/g, (n) => String(Number(n) + 2))} (2027)`;

function contentOf(entry: KnowledgeEntry): KnowledgeContent {
  const { kind, question, answer, topic, scope, language, channels, attributes, validity, overlaysEntryId } = entry;
  return { kind, question, answer, topic, scope, language, channels, attributes, validity, overlaysEntryId };
}

function changeAt(entries: readonly KnowledgeEntry[], file: string, id: number): SourceChange {
  const entry = entries[id % entries.length];
  if (entry === undefined) throw new AppError('not_found', 'The made-up desk has no entries');
  const change = kinds[id % kinds.length] ?? 'added';
  const content = contentOf(entry);
  const isKnown = change === 'changed' || change === 'gone' || change === 'unchanged';
  const isUnsure = isKnown && change !== 'unchanged' && id % 5 === 0;
  return {
    id,
    change,
    place: {
      row: id + 2,
      page: file.endsWith('.pdf') ? 1 + (id % 9) : null,
      headings: ['Service', 'Returns'],
      url: null,
    },
    file,
    entryId: isKnown ? entry.id : null,
    before: isKnown ? content : null,
    after:
      change === 'changed'
        ? { ...content, answer: reworded(content.answer), topic: 'Service' }
        : change === 'added'
          ? content
          : null,
    reason: isUnsure ? 'edited_here' : change === 'refused' ? 'no_answer' : change === 'merged' ? 'same_in_file' : null,
    excerpt: entry.question,
    isUnsure,
  };
}

function summaryOf(sourceId: string, changes: readonly SourceChange[]): SourcePlan {
  const counts = { added: 0, changed: 0, gone: 0, unchanged: 0, merged: 0, refused: 0 };
  const unsure = { added: 0, changed: 0, gone: 0 };
  for (const { change, isUnsure } of changes) {
    counts[change] += 1;
    if (isUnsure && change in unsure) unsure[change as 'gone'] += 1;
  }
  const problem = { code: 'unsupported' as const, message: 'no known format', detail: { file: 'old.doc' } };
  return { id: newId(), sourceId, counts, unsure, problems: [{ file: 'old.doc', problem }], readAt: Date.now() };
}

/** The sources of the made-up desk; whatever is read, most of what it knows comes again. */
export function fakeSourceHandlers({ world, emit, inboxId }: FakeState): Pick<Handlers, SourceName> {
  const storeId = world.stores[0]?.id ?? null;
  const plans = new Map<string, readonly SourceChange[]>();
  const made = (name: string, settings: SourceSettings, over: Partial<ListedSource> = {}): ListedSource => ({
    id: newId(),
    storeId,
    setId: null,
    name,
    settings,
    readAt: Date.now() - 86_400_000,
    takenAt: Date.now() - 86_400_000,
    problem: null,
    entryCount: 12,
    createdAt: Date.now() - 9 * 86_400_000,
    isReading: false,
    plan: null,
    ...over,
  });
  const site = { kind: 'site' as const, url: 'https://help.hobandleaf.example/', hosts: [], paths: [], mostPages: 200 };
  let sources: ListedSource[] =
    storeId === null
      ? []
      : [
          made('FAQ 2026.xlsx', { kind: 'file', path: null }, { entryCount: 84 }),
          made('Policies', { kind: 'folder', path: '/home/noor/Documents/Policies' }, { storeId: null }),
          made('help.hobandleaf.example', site, {
            problem: { code: 'unreachable', message: 'no answer', detail: { host: 'help.hobandleaf.example' } },
          }),
          made('Sample mail', { kind: 'inbox', inboxId }, { readAt: null, takenAt: null, entryCount: 0 }),
        ];

  function put(source: ListedSource): ListedSource {
    const has = sources.some((each) => each.id === source.id);
    sources = has ? sources.map((each) => (each.id === source.id ? source : each)) : [...sources, source];
    emit('source.changed', { sourceId: source.id });
    return source;
  }

  function known(id: string): ListedSource {
    const source = sources.find((each) => each.id === id);
    if (source === undefined) throw new AppError('not_found', 'There is no such source');
    return source;
  }

  function withoutPlan(planId: string): void {
    plans.delete(planId);
    const source = sources.find((each) => each.plan?.id === planId);
    if (source !== undefined) put({ ...source, plan: null, takenAt: Date.now() });
  }

  return {
    'source.list': () => sources,
    'source.choose': ({ what }) => ({ choiceId: newId(), name: what === 'folder' ? 'Old FAQs' : 'prices.pdf' }),
    'source.add': ({ place, name, settings }) => {
      const own: SourceSettings =
        settings.kind === 'given' || settings.kind === 'chosen'
          ? { kind: 'file', path: settings.kind === 'given' ? null : `/home/noor/${name}` }
          : settings;
      return put(made(name, own, { ...place, readAt: null, takenAt: null, entryCount: 0 }));
    },
    'source.read': async ({ sourceId }) => {
      const { name } = put({ ...known(sourceId), isReading: true });
      for (let done = 0; done <= 12; done += 1) {
        emit('progress.changed', { task: 'read-source', subject: name, done, total: 12, isFinished: done === 12 });
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
      const changes = Array.from({ length: 400 }, (_, id) => changeAt(world.entries, name, id));
      const plan = summaryOf(sourceId, changes);
      plans.set(plan.id, changes);
      put({ ...known(sourceId), isReading: false, problem: null, readAt: Date.now(), plan });
      return plan;
    },
    'source.cancel': () => ({}),
    'source.changes': ({ planId, only, offset, limit }) => {
      const writes = (change: SourceChange): boolean => ['added', 'changed', 'gone'].includes(change.change);
      const items = (plans.get(planId) ?? []).filter((change) => {
        if (only === 'writes') return writes(change);
        if (only === 'unsure') return change.isUnsure;
        return only === null || change.change === only;
      });
      return page(items, offset, limit);
    },
    'source.take': ({ planId }) => {
      withoutPlan(planId);
      return { added: 3, changed: 2, gone: 1, outrun: 0 };
    },
    'source.drop': ({ planId }) => {
      withoutPlan(planId);
      return {};
    },
    'source.remove': ({ sourceId }) => {
      sources = sources.filter((source) => source.id !== sourceId);
      emit('source.changed', { sourceId });
      return {};
    },
  };
}
