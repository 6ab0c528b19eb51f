import type { CorpusPart } from '../ports/repositories/corpus.ts';
import type { OwnerRecord } from './records.ts';

/** Where a part stands in an export. */
export function fileOf(part: CorpusPart): string {
  switch (part.kind) {
    case 'knowledge':
      return `knowledge/${part.setId !== null ? `set-${part.setId}` : part.storeId !== null ? `store-${part.storeId}` : 'base'}.jsonl`;
    case 'learned':
      return `learned/store-${part.storeId}.jsonl`;
    default:
      return `${part.kind}.jsonl`;
  }
}

const named = /^(knowledge|learned)\/(store|set)-(.+)\.jsonl$/;

type PlainKind = Extract<CorpusPart, { kind: 'stores' }>['kind'];

/** The part a file of rows holds. */
export function partOf(file: string): CorpusPart {
  const [, folder, place, id = ''] = named.exec(file) ?? [];
  if (folder === 'learned') return { kind: 'learned', storeId: id };
  if (file.startsWith('knowledge/'))
    return { kind: 'knowledge', storeId: place === 'store' ? id : null, setId: place === 'set' ? id : null };
  return { kind: file.slice(0, -'.jsonl'.length) as PlainKind };
}

/** Files of rows in the order in which they are taken: what rows point at comes first, lower layers before higher ones. */
export function inOrder(files: readonly string[]): readonly string[] {
  return files.toSorted((a, b) => rankOf(partOf(a)) - rankOf(partOf(b)) || (a < b ? -1 : 1));
}

function rankOf(part: CorpusPart): number {
  const kinds: readonly CorpusPart['kind'][] = [
    'stores',
    'sets',
    'sources',
    'knowledge',
    'learned',
    'confirmations',
    'rules',
    'decisions',
    'macros',
    'dismissals',
  ];
  const layer = part.kind !== 'knowledge' ? 0 : part.setId !== null ? 2 : part.storeId !== null ? 1 : 0;
  return kinds.indexOf(part.kind) * 3 + layer;
}

/** Where the bytes of a file that macros carry stand: named by what is in it, never by what somebody calls it. */
export function filePathOf(sha256: string): string {
  return `files/${sha256}`;
}

/** Whether an owner belongs into a part. */
export function belongs(owner: OwnerRecord, part: CorpusPart): boolean {
  switch (part.kind) {
    case 'stores':
      return owner.type === 'store';
    case 'sets':
      return owner.type === 'set';
    case 'sources':
      return owner.type === 'source';
    case 'macros':
      return owner.type === 'macro';
    case 'dismissals':
      return owner.type === 'dismissal';
    case 'confirmations':
      return owner.type === 'confirmation';
    case 'rules':
      return owner.type === 'rules';
    case 'decisions':
      return owner.type === 'decision';
    case 'learned':
      return owner.type === 'learned' && owner.storeId === part.storeId;
    default:
      return owner.type === 'entry' && owner.storeId === part.storeId && owner.setId === part.setId;
  }
}
