import { ownKey } from '../../app/own-storage.ts';

/** Which conversation the panel shows, and whether the next copy goes on there; kept in the window's own storage. */
export type PanelMemory = {
  readonly conversationId: string | null;
  readonly keeps: boolean;
  /** Whether that was said for the very next copy: then it goes on there whatever its language. */
  readonly isSure: boolean;
  /** When a text was taken, a reply copied or a conversation chosen last, ms UTC. */
  readonly usedAt: number;
};

const key = 'deskside.panel';
/** After this long, ms, the next copy is from somebody else, whatever was chosen. */
const keptFor = 30 * 60_000;
const fresh: PanelMemory = { conversationId: null, keeps: false, isSure: false, usedAt: 0 };

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
    isSure: value.isSure === true,
    usedAt: typeof value.usedAt === 'number' ? value.usedAt : 0,
  };
}

/** Whether the next copy goes on where one is: a person said so, and not long ago. */
export function keepsOn(memory: PanelMemory, now: number): boolean {
  return memory.keeps && memory.conversationId !== null && now - memory.usedAt < keptFor;
}

/** A person turns to another conversation. To look at one is not to go on with it. */
export function switchedTo(conversationId: string): Partial<PanelMemory> {
  return { conversationId, keeps: false, isSure: false };
}

/** A copied text has come into a conversation: what is kept together stays so, but not with another conversation. */
export function broughtTo(memory: PanelMemory, conversationId: string, now: number): Partial<PanelMemory> {
  const keeps = keepsOn(memory, now) && conversationId === memory.conversationId;
  return { conversationId, keeps, isSure: false };
}

export function loadMemory(): PanelMemory {
  return memoryFrom(localStorage.getItem(ownKey(key)));
}

export function keepMemory(memory: PanelMemory): void {
  localStorage.setItem(ownKey(key), JSON.stringify(memory));
}
