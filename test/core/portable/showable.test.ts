import path from 'node:path';
import { expect, test } from 'vitest';
import { exportCorpus } from '#core/portable/export-corpus.ts';
import { inspectCorpus } from '#core/portable/inspect-corpus.ts';
import { AppError } from '#shared/errors.ts';
import { type KnowledgeContent, unlimited, writtenHere } from '#shared/model/knowledge.ts';
import { addStore, newId } from '#test/adapters/sqlite/desk.ts';
import { type PortableDesk, portableDesk, withFolder } from '#test/support/portable-desk.ts';

const content: KnowledgeContent = {
  kind: 'pair',
  question: 'Q?',
  answer: 'A.',
  topic: null,
  scope: [],
  language: 'en',
  ...unlimited,
};
const place = { storeId: null, setId: null };

const addEntry =
  (over: Partial<KnowledgeContent>, at = 1) =>
  ({ db }: PortableDesk): void => {
    db.knowledge.add(place, {
      entryId: newId(),
      versionId: newId(),
      state: 'active',
      content: { ...content, ...over },
      source: writtenHere,
      change: { who: 'x', why: '' },
      at,
    });
  };
const addSource =
  (over: { readonly name?: string; readonly storeId?: string; readonly setId?: string }) =>
  ({ db }: PortableDesk): void => {
    const { name = 'FAQ', ...wrong } = over;
    const where = { ...place, ...wrong };
    db.sources.add({ id: newId(), place: where, name, settings: { kind: 'file', path: null }, at: 1 });
  };

const link = { type: 'link', url: 'javascript:alert(1)' } as const;
const wrongs: ReadonlyArray<readonly [string, (desk: PortableDesk) => void, string, number]> = [
  ['a long answer', addEntry({ answer: 'a'.repeat(30_000) }), 'knowledge/base.jsonl', 2],
  ['a long question', addEntry({ question: 'q'.repeat(5_000) }), 'knowledge/base.jsonl', 2],
  ['a long topic', addEntry({ topic: 't'.repeat(201) }), 'knowledge/base.jsonl', 2],
  ['an empty answer', addEntry({ answer: ' ' }), 'knowledge/base.jsonl', 2],
  ['an attribute without a name', addEntry({ attributes: [{ name: '', value: link }] }), 'knowledge/base.jsonl', 2],
  ['a source without a name', addSource({ name: ' ' }), 'sources.jsonl', 1],
  ['a source with a long name', addSource({ name: 'n'.repeat(300) }), 'sources.jsonl', 1],
  [
    'a set with a long name',
    ({ db }) => {
      const set = { setId: newId(), versionId: newId(), change: { who: 'x', why: '' }, who: 'x', at: 1 };
      db.sets.add({ ...set, name: 'n'.repeat(3_000), state: 'active', storeIds: [] });
    },
    'sets.jsonl',
    2,
  ],
  [
    'an empty lesson',
    ({ db }) => {
      const storeId = addStore(db);
      const row = { id: newId(), originDesk: newId(), createdAt: 1 };
      const names = { outcomeId: newId(), conversationId: newId(), correctsEntryId: null };
      const lesson = { ...row, ...names, type: 'learned', storeId, kind: 'adds', language: 'en' } as const;
      const said = { itemId: row.id, state: 'active', question: '', answer: 'A.' } as const;
      db.transaction(() => {
        db.corpus.deferReferences();
        const version = { ...row, ...said, id: newId(), type: 'learnedVersion', number: 1 } as const;
        db.corpus.addOwner({ ...lesson, topic: null, before: '' }, [version]);
      });
    },
    'learned/store-',
    2,
  ],
];

test.each(wrongs)(
  'bug: somebody else’s export with %s is taken, and no list it stands in can be shown any more',
  (_case, spoil, file, line) =>
    withFolder(async (folder) => {
      const theirs = portableDesk();
      spoil(theirs);
      await exportCorpus(theirs.deps, path.join(folder, 'x'));
      const error: unknown = await inspectCorpus(portableDesk().deps, path.join(folder, 'x')).catch(
        (caught: unknown) => caught,
      );
      expect(error).toBeInstanceOf(AppError);
      expect((error as AppError).detail).toMatchObject({ why: 'content', line });
      expect(String((error as AppError).detail['file'])).toContain(file);
    }),
);
