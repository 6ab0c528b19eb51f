/** Which conversation the panel shows, and whether the next copy goes on there; kept in the window's own storage. */
export type PanelMemory = {
  readonly conversationId: string | null;
  readonly keeps: boolean;
  /** When a text was taken, a reply copied or a conversation chosen last, ms UTC. */
  readonly usedAt: number;
};

const key = 'deskside.panel';
/** After this long, ms, the next copy is from somebody else, whatever was chosen. */
const keptFor = 30 * 60_000;
const fresh: PanelMemory = { conversationId: null, keeps: false, usedAt: 0 };

/** The memory from what was stored; whatever does not fit falls back. */
export function memoryFrom(stored: string | null): PanelMemory {
  let value: Partial<Record<keyof PanelMemory, unknown>>;
  try {
    value = Object(JSON.parse(stored ?? '{}')) as typeof value;
  } catch {
    return fresh;
  }
  return {
    conversationId: typeof value.conversationId === 'string' ? value.conversationId : null,
    keeps: value.keeps === true,
    usedAt: typeof value.usedAt === 'number' ? value.usedAt : 0,
  };
}

/** Whether the next copy goes on where one is: a person said so, and not long ago. */
export function keepsOn(memory: PanelMemory, now: number): boolean {
  return memory.keeps && memory.conversationId !== null && now - memory.usedAt < keptFor;
}

export function loadMemory(): PanelMemory {
  return memoryFrom(localStorage.getItem(key));
}

export function keepMemory(memory: PanelMemory): void {
  localStorage.setItem(key, JSON.stringify(memory));
}
