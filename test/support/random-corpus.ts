import type { Database } from '#core/ports/repositories/index.ts';
import type { CorpusRecord, OwnerRecord, RecordOf, VersionRecord } from '#core/portable/records.ts';
import type { ReplyFile } from '#shared/model/reply-file.ts';
import type { SeededRandom } from './seeded-random.ts';

const texts = [
  'How long does delivery take?',
  '本店支持七天无理由退货吗？\n需要自付运费。',
  '返品はできますか？　三十日以内です。',
  'Café “naïve” – 1 000 €\u0000\u2028 x',
  '"quotes" \\ and \t tabs',
  '# not a heading\n\n## nor this',
  '👩‍🍳 kettle',
  '',
  '../../etc/passwd',
  '__proto__',
];
const phrases = { en: 'Hello {name},', zh: '您好，', ja: '' };

/** Writes a corpus of every kind of row, whatever the random numbers say; returns how many owners it has. */
export function fillCorpus(db: Database, random: SeededRandom, size: number): number {
  const desks = [idOf(random), idOf(random)];
  let owners = 0;
  const text = (): string => random.pick(texts);
  const maybe = <T>(value: T): T | null => (random.next() < 0.5 ? value : null);
  const pickId = (ids: readonly string[]): string | null => (ids.length === 0 ? null : maybe(random.pick(ids)));
  const row = () => ({ id: idOf(random), originDesk: random.pick(desks), createdAt: random.whole(0, 2e12) });
  const add = <T extends OwnerRecord>(owner: T, version?: (number: number) => VersionRecord): string => {
    const count = random.whole(1, 3);
    db.corpus.addOwner(owner, version === undefined ? [] : Array.from({ length: count }, (_, i) => version(i + 1)));
    owners++;
    return owner.id;
  };
  const stores: string[] = [];
  const sets: string[] = [];
  const sources: string[] = [];
  const entries: string[] = [];
  db.transaction(() => {
    db.corpus.deferReferences();
    for (let i = 0; i < random.whole(1, 3); i++) {
      const owner: CorpusRecord = { type: 'store', ...row() };
      const settings = { name: `Store ${i}`, language: 'ja' as const };
      const spoken = { greeting: phrases, greetingUnnamed: phrases, closing: phrases, signature: phrases };
      stores.push(
        add(owner, (number) => ({
          type: 'storeVersion',
          ...row(),
          number,
          storeId: owner.id,
          settings: {
            ...settings,
            ...spoken,
          },
        })),
      );
    }
    for (let i = 0; i < random.whole(0, 2); i++) {
      const owner: CorpusRecord = { type: 'set', ...row() };
      sets.push(
        add(owner, (number) => ({
          type: 'setVersion',
          ...row(),
          number,
          setId: owner.id,
          name: `双11 ${number}`,
          who: text(),
          state: random.pick(['active', 'retired'] as const),
          stores: stores.filter(() => random.next() < 0.5),
        })),
      );
    }
    const place = () => {
      const storeId = pickId(stores);
      return { storeId, setId: storeId === null ? pickId(sets) : null };
    };
    for (let i = 0; i < random.whole(0, 2); i++) {
      const settings = random.pick([
        { kind: 'file', path: null } as const,
        { kind: 'address', url: 'https://feeds.example.com/products.xml' } as const,
      ]);
      const removedAt = maybe(5);
      sources.push(add({ type: 'source', ...row(), ...place(), name: `${text()} 1`, settings, removedAt }));
    }
    for (let i = 0; i < size; i++) {
      const owner: RecordOf<'entry'> = { type: 'entry', ...row(), ...place() };
      const entryId = owner.id;
      entries.push(
        add(owner, (number) => ({
          type: 'entryVersion',
          ...row(),
          number,
          entryId,
          state: random.pick(['active', 'retired'] as const),
          kind: random.pick(['pair', 'article', 'product'] as const),
          question: text(),
          answer: `${text()}.`,
          topic: maybe(text()),
          scope: random.next() < 0.3 ? ['Kettle', '茶'] : [],
          language: 'und' as const,
          channels: random.next() < 0.3 ? ['email' as const] : [],
          attributes:
            random.next() < 0.3
              ? [
                  {
                    name: 'Size',
                    value: {
                      type: 'quantity' as const,
                      amount: random.next() * 100,
                      unit: 'ml',
                    },
                  },
                  {
                    name: '  odd ',
                    value: {
                      type: 'text' as const,
                      text: `${text()}.`,
                    },
                  },
                ]
              : [],
          validity: maybe({
            from: '2026-11-10T20:00',
            until: null,
            zone: 'Asia/Shanghai',
          }),
          overlaysEntryId: pickId(entries.filter((id) => id !== entryId)),
          source: {
            origin: 'import' as const,
            sourceId: pickId(sources),
            file: maybe(text()),
            row: maybe(3),
            page: maybe(2),
            headings: random.next() < 0.3 ? [text()] : [],
            url: maybe('https://x.example/a'),
          },
          who: text(),
          why: text(),
        })),
      );
    }
    for (let i = 0; i < random.whole(0, 4); i++) {
      const item: RecordOf<'learned'> = {
        type: 'learned',
        ...row(),
        storeId: random.pick(stores),
        kind: 'corrects',
        language: 'en',
        topic: maybe(text()),
        correctsEntryId: pickId(entries),
        before: text(),
        outcomeId: idOf(random),
        conversationId: idOf(random),
      };
      const versions: string[] = [];
      add(item, (number) => {
        const version = { type: 'learnedVersion', ...row(), number, itemId: item.id } as const;
        versions.push(version.id);
        const state = random.pick(['active', 'forgotten'] as const);
        return { ...version, question: 'Q', answer: `${text()}.`, state };
      });
      const about = { item, versionId: random.pick(versions), row, maybe, random };
      owners += addLessonWork(db, about);
    }
    for (let i = 0; i < random.whole(0, 3); i++)
      add({
        type: 'rules',
        ...row(),
        storeId: random.pick(stores),
        number: random.whole(1, 2),
        role: maybe('lead'),
        rules: [{ topics: [text().trim() || 'Tea'], agentIds: [idOf(random)], replies: 2, trustedIds: [] }],
      });
    for (let i = 0; i < random.whole(0, 3); i++) {
      const owner: RecordOf<'macro'> = { type: 'macro', ...row() };
      const files = ['one\r\n', 'two\n\n', '\0three']
        .filter(() => random.next() < 0.5)
        .map((each) => keptFile(db, each));
      add(owner, (number) => ({
        type: 'macroVersion',
        ...row(),
        number,
        macroId: owner.id,
        state: random.pick(['active', 'retired'] as const),
        content: {
          name: `Macro ${number} ${text().trim()}`.trim(),
          shortcut: '',
          body: `${text()} {{customer.name}}`.trim(),
          storeIds: stores.filter(() => random.next() < 0.5),
          team: '',
          channels: [],
          language: 'und',
          files: number === 1 ? files : files.slice(1),
        },
        who: text(),
      }));
    }
    for (let i = 0; i < random.whole(0, 2); i++)
      add({ type: 'dismissal', ...row(), kind: 'duplicate', key: `${i}`, who: text() });
  });
  return owners;
}

/** A reply that bears a lesson out, what was decided about it and maybe the undoing; returns how many rows. */
function addLessonWork(db: Database, { item, versionId, row, maybe, random }: LessonWork): number {
  const confirmation: RecordOf<'confirmation'> = {
    type: 'confirmation',
    ...row(),
    itemId: item.id,
    versionId,
    outcomeId: idOf(random),
    conversationId: idOf(random),
    personId: maybe(idOf(random)),
    takenBackAt: maybe(7),
  };
  const decision: RecordOf<'decision'> = {
    type: 'decision',
    ...row(),
    storeId: maybe(item.storeId),
    act: 'reject',
    role: maybe('owner'),
    why: random.pick(texts),
    rulesVersionId: null,
    undoesId: null,
    items: [
      { itemId: item.id, before: maybe('waiting'), after: 'rejected', versionBefore: null, versionAfter: versionId },
    ],
    entries: [],
    confirmationIds: [confirmation.id],
  };
  const undoing: RecordOf<'decision'> = { ...decision, ...row(), act: 'undo', undoesId: decision.id };
  const records = random.next() < 0.5 ? [confirmation, decision] : [confirmation, undoing, decision];
  for (const record of records) db.corpus.addOwner(record, []);
  return records.length;
}

type LessonWork = {
  readonly item: RecordOf<'learned'>;
  readonly versionId: string;
  readonly row: () => { readonly id: string; readonly originDesk: string; readonly createdAt: number };
  readonly maybe: <T>(value: T) => T | null;
  readonly random: SeededRandom;
};

function idOf(random: SeededRandom): string {
  const hex = Array.from({ length: 32 }, () => random.whole(0, 15).toString(16)).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

function keptFile(db: Database, said: string): ReplyFile {
  const bytes = Buffer.from(said);
  return {
    sha256: db.files.keep(bytes, 1),
    name: `${bytes.length}.txt`,
    contentType: 'text/plain',
    size: bytes.length,
  };
}
