import { FileText, Files, Folder, Globe, Link, MessagesSquare, Reply } from 'lucide-react';
import type { Source } from '#shared/model/source.ts';

/** How a kind of source is named and shown; `given`: files whose bytes are handed over. */
export const sourceKinds = ['folder', 'given', 'file', 'site', 'address', 'inbox', 'macros'] as const;
export type SourceKind = (typeof sourceKinds)[number];

export function kindOf({ settings }: Pick<Source, 'settings'>): SourceKind {
  return settings.kind === 'file' && settings.path === null ? 'given' : settings.kind;
}

const icons = {
  folder: Folder,
  given: Files,
  file: FileText,
  site: Globe,
  address: Link,
  inbox: MessagesSquare,
  macros: Reply,
} as const satisfies Record<SourceKind, unknown>;

export function KindIcon({ kind, size }: { readonly kind: SourceKind; readonly size: number }) {
  const Icon = icons[kind];
  return <Icon size={size} aria-hidden />;
}

/** Where it is, as far as that can be said in a line; null where its kind says it all. */
export function whereOf({ settings }: Source): string | null {
  switch (settings.kind) {
    case 'file':
    case 'folder':
      return settings.path;
    case 'site':
    case 'address':
      return settings.url;
    case 'inbox':
    case 'macros':
      return null;
  }
}
