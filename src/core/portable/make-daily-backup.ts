import { z } from 'zod';
import { AppError, type Problem, problemOf } from '#shared/errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { DeskBackups } from '../ports/desk-backups.ts';
import type { DeskSettingRepository } from '../ports/repositories/stores.ts';
import { hasRoom, tooMany } from './daily-copies.ts';

export type DailyDeps = {
  readonly backups: DeskBackups;
  readonly settings: DeskSettingRepository;
  readonly clock: Clock;
};

const settingName = 'daily-backup';
const Kept = z.object({
  /** What the database was like when the last one was made. */
  mark: z.string().nullable(),
  problem: z.unknown(),
});

/** Why the last daily copy could not be made; null where it could. */
export function dailyProblem(settings: DeskSettingRepository): Problem | null {
  return (Kept.safeParse(settings.get(settingName)).data?.problem ?? null) as Problem | null;
}

/**
 * Copies the desk once a day, if anything came in since the last copy, and lets the oldest copies go. What goes wrong is
 * kept for the person to see. Returns whether a copy was made.
 */
export async function makeDailyBackup({ backups, settings, clock }: DailyDeps): Promise<boolean> {
  if (backups.folder === null) return false;
  const name = `deskside-${dayOf(clock.now())}.sqlite`;
  const copies = backups.daily();
  if (copies.some(({ file }) => file.endsWith(name))) return false;
  const kept = Kept.safeParse(settings.get(settingName)).data;
  const mark = backups.mark();
  if (copies.length > 0 && kept?.mark === mark) return false;
  try {
    const { bytes, freeBytes } = backups.room();
    if (!hasRoom(bytes, freeBytes))
      throw new AppError('file_unwritable', 'The disk has too little room for a daily copy', {
        detail: { reason: 'no_room' },
      });
    await backups.make(`${backups.folder}/${name}`);
    settings.set(settingName, { mark, problem: null });
    for (const copy of tooMany(backups.daily(), backups.room().freeBytes)) backups.remove(copy.file);
    return true;
  } catch (error) {
    settings.set(settingName, { mark: kept?.mark ?? null, problem: problemOf(error) });
    return false;
  }
}

/** The day on this machine's calendar: "2026-11-23". */
export function dayOf(now: number): string {
  const day = new Date(now);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
