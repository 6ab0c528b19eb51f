/** A ready-made reply as a test writes it; a system without folders, or without replies of one agent's own, drops those. */
export type WrittenMacro = {
  readonly title: string;
  /** Plain text; placeholders as the system writes them. */
  readonly text: string;
  readonly folders?: readonly string[];
  readonly isPersonal?: boolean;
  /** Names of what it carries, where the system's list tells. */
  readonly files?: readonly string[];
};

/** A ready-made reply as the desk should have it. */
export type KeptMacro = {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly folders: readonly string[];
  readonly isShared: boolean;
};

export type MacroRow = Required<WrittenMacro> & { readonly id: number; readonly at: number };

export type MacroShelf = {
  add(macro: WrittenMacro): string;
  remove(id: string): void;
  /** In the order they were written. */
  rows(): readonly MacroRow[];
};

/** The ready-made replies of one account; ids have holes. */
export function macroShelf(serverNow: () => number): MacroShelf {
  const kept = new Map<string, MacroRow>();
  let lastId = 700;
  return {
    add({ folders = [], isPersonal = false, files = [], ...written }) {
      const id = (lastId += 3);
      kept.set(String(id), { ...written, folders, isPersonal, files, id, at: Math.floor(serverNow() / 1000) * 1000 });
      return String(id);
    },
    remove: (id) => void kept.delete(id),
    rows: () => [...kept.values()],
  };
}

/** A text as an editor keeps it. */
export function macroHtml(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<div dir="ltr"><p>${escaped.replaceAll('\n\n', '</p><p>').replaceAll('\n', '<br>')}</p></div>`;
}
