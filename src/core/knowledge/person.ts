import type { DeskSettingRepository } from '../ports/repositories/stores.ts';

const settingName = 'person';

/** The name of who works at this desk, as they gave it; empty while they have not. */
export function personOf(settings: DeskSettingRepository): string {
  const name = settings.get(settingName);
  return typeof name === 'string' ? name : '';
}

/** Keeps it; from now on what is written bears it. */
export function setPerson(settings: DeskSettingRepository, name: string): void {
  settings.set(settingName, name.trim());
}
