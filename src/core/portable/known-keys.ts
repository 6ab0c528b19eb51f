import { z } from 'zod';
import type { DeskSettingRepository } from '../ports/repositories/stores.ts';

const settingName = 'known-keys';
const KnownKeys = z.array(z.string());

/** Whether an export of this key was taken before. */
export function isKnownKey(settings: DeskSettingRepository, fingerprint: string): boolean {
  return knownKeys(settings).includes(fingerprint);
}

/** From now on exports of this key come from somebody known. */
export function noteKey(settings: DeskSettingRepository, fingerprint: string): void {
  if (!isKnownKey(settings, fingerprint)) settings.set(settingName, [...knownKeys(settings), fingerprint]);
}

function knownKeys(settings: DeskSettingRepository): readonly string[] {
  return KnownKeys.safeParse(settings.get(settingName)).data ?? [];
}
