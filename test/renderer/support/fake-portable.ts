import type { EmitEvent } from '#shared/contract/index.ts';
import type { CorpusPreview, RestorePreview } from '#shared/model/portable.ts';
import type { Handlers } from '#shared/rpc/server.ts';
import { newId } from './sample.ts';

type PortableName = Extract<keyof Handlers, `portable.${string}` | `backup.${string}`>;

const day = 86_400_000;
const fingerprint = '96e1126cce81e2fac61336df562d339d2b0a895b414dcfbcab6a2780061e5cc5';
const folder = '/home/noor/.local/share/Deskside/backups';
const none = { added: 0, changed: 0, same: 0, newerHere: 0, diverged: 0 };

/** Exports and backups of the made-up desk: everything is said, nothing is written. */
export function fakePortableHandlers(emit: EmitEvent): Pick<Handlers, PortableName> {
  const daily = Array.from({ length: 4 }, (_, i) => ({
    file: `${folder}/deskside-2026-11-${23 - i}.sqlite`,
    bytes: 412_000_000 - i * 3_000_000,
    at: Date.now() - i * day,
  }));
  const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 500));
  const preview: CorpusPreview = {
    folder: '/home/noor/deskside-2026-11-20',
    digest: fingerprint,
    signer: { fingerprint, standing: 'unknown' },
    bytes: 1_800_000,
    counts: {
      store: { ...none, added: 1, same: 1 },
      set: { ...none, added: 1 },
      source: { ...none, same: 3 },
      confirmation: { ...none, added: 18 },
      decision: { ...none, added: 41 },
      rules: { ...none, same: 1 },
      entry: { added: 212, changed: 14, same: 1_830, newerHere: 6, diverged: 2 },
      learned: { ...none, added: 31 },
      macro: { ...none, added: 9 },
      dismissal: none,
    },
    versions: 268,
    stores: [{ id: newId(), name: 'Hob & Leaf', standing: 'added', isNamesake: true }],
    diverged: [
      { kind: 'entry', id: newId(), title: 'How long does delivery to Norway take?', wins: 'theirs' },
      { kind: 'entry', id: newId(), title: '返品の送料は誰が負担しますか？', wins: 'ours' },
    ],
  };
  const restore: RestorePreview = {
    ...(daily[1] ?? { file: '', bytes: 0, at: 0 }),
    there: facts(day),
    here: facts(0),
    lost: { messages: 41, outcomes: 18, knowledge: 3, lessons: 1 },
    held: 2,
    isOtherDesk: false,
  };
  return {
    'portable.export': async () => {
      await pause();
      return { folder: '/home/noor/deskside-2026-11-23', files: 14, rows: 4_812, bytes: 2_400_000, fingerprint };
    },
    'portable.inspect': async () => {
      await pause();
      return preview;
    },
    'portable.take': async () => {
      await pause();
      emit('knowledge.changed', { storeId: null, entryIds: null });
      return { owners: 245, versions: 268 };
    },
    'backup.status': () => ({
      folder,
      daily,
      putAside: [
        { file: '/home/noor/deskside.sqlite.before-1764000000000', bytes: 398_000_000, at: Date.now() - 9 * day },
      ],
      problem: { code: 'file_unwritable', message: '', detail: { reason: 'no_room' } },
      restored: { at: Date.now() - 9 * day, from: 'deskside-2026-11-13.sqlite', held: 2 },
      key: { fingerprint, isSealed: true },
    }),
    'backup.make': async () => {
      await pause();
      return { file: '/media/usb/deskside-2026-11-23.sqlite', bytes: 412_000_000, at: Date.now() };
    },
    'backup.inspect': async () => {
      await pause();
      return restore;
    },
    'backup.restore': () => ({}),
  };
}

function facts(ago: number): RestorePreview['here'] {
  return {
    deskId: 'desk',
    version: 14,
    conversations: ago === 0 ? 3_204 : 3_180,
    entries: ago === 0 ? 1_852 : 1_849,
    newestMessageAt: Date.now() - ago,
    newestOutcomeAt: Date.now() - ago - 60_000,
  };
}
