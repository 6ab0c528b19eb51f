/*
 * What a window keeps of a person's work (texts begun, preferences) is theirs: each has names of their own in its storage.
 * Whoever this window met first has the plain ones, which were there before there were profiles.
 */
const firstKey = 'deskside.first';
const lastKey = 'deskside.last';

let ownerId: string | null = null;
let hasRead = false;
const listeners = new Set<() => void>();

function owner(): string | null {
  if (!hasRead) ownerId = localStorage.getItem(lastKey);
  hasRead = true;
  return ownerId;
}

/** From now on it is this person's work that is kept and found. */
export function setOwner(profileId: string): void {
  if (localStorage.getItem(firstKey) === null) localStorage.setItem(firstKey, profileId);
  if (owner() === profileId) return;
  ownerId = profileId;
  localStorage.setItem(lastKey, profileId);
  for (const listener of listeners) listener();
}

/** The name under which something of the person who works here is kept. */
export function ownKey(name: string): string {
  const id = owner();
  return id === null || id === localStorage.getItem(firstKey) ? name : `${name}@${id}`;
}

/** Calls back whenever it is somebody else's. */
export function onOwnerChange(listener: () => void): void {
  listeners.add(listener);
}
