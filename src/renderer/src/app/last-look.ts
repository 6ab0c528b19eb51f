import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { DriftAlarm } from '#shared/model/insight.ts';
import { setPreferences, usePreferences } from './preferences.ts';
import { useMay, usePresence } from './presence.ts';
import { useAnswer, useBackend } from './queries.ts';
import { isDecidedSince, unseenAlarms } from './since-last-look.ts';

/** So often the rail looks for new alarms, ms: they come of many replies, and telling them reads all of those. */
const alarmsEveryMs = 300_000;
/** Of so many own lessons that changed last the rail counts what was decided. */
const newestCounted = 100;

/**
 * Until when the person had looked at what became of their lessons of a store as this page was opened, ms UTC. What has
 * been decided until `shownUntil` they have looked at from now on; null: nothing is shown yet.
 */
export function useLessonsLook(storeId: string, shownUntil: number | null): number {
  const { lessonsLookedAt } = usePreferences();
  const kept = lessonsLookedAt[storeId] ?? 0;
  const [before] = useState(kept);
  useEffect(() => {
    if (shownUntil !== null && shownUntil > kept)
      setPreferences({ lessonsLookedAt: { ...lessonsLookedAt, [storeId]: shownUntil } });
  }, [kept, lessonsLookedAt, shownUntil, storeId]);
  return before;
}

/** How many of a person's own lessons were decided about since they last looked; of whoever decides themself 0. */
export function useDecidedCount(storeId: string): number {
  const isAgent = !useMay()('lesson.list');
  const ownId = usePresence().profile.id;
  const lookedAt = usePreferences().lessonsLookedAt[storeId] ?? 0;
  const own = useAnswer('lesson.own', { storeId, limit: newestCounted }, { isEnabled: isAgent, keepsLast: true });
  if (!isAgent) return 0;
  return (own.data?.items ?? []).filter((lesson) => isDecidedSince(lesson, lookedAt, ownId)).length;
}

const alarmsKey = (storeId: string) => ['alarms of the rail', { storeId }] as const;

/** How many alarms of a store the person has not looked at; 0 for whoever sees none. */
export function useNewAlarmCount(storeId: string): number {
  const backend = useBackend();
  const maySee = useMay()('insight.dismissDrift');
  const seen = usePreferences().alarmsSeen[storeId] ?? [];
  const alarms = useQuery({
    queryKey: alarmsKey(storeId),
    queryFn: ({ signal }) => backend.call('insight.drift', { storeId }, signal),
    enabled: maySee,
    staleTime: alarmsEveryMs,
    refetchInterval: alarmsEveryMs,
  });
  return maySee ? unseenAlarms(alarms.data ?? [], seen).length : 0;
}

/** The alarms that were new as this page was opened. Once they are in view they have been looked at. */
export function useAlarmsLook(
  storeId: string,
  alarms: readonly DriftAlarm[] | undefined,
  isInView: boolean,
): ReadonlySet<string> {
  const cache = useQueryClient();
  const { alarmsSeen } = usePreferences();
  const seen = alarmsSeen[storeId] ?? [];
  const [before] = useState(seen);
  const keys = alarms?.map(({ key }) => key);
  const isChanged = keys !== undefined && JSON.stringify(keys) !== JSON.stringify(seen);
  useEffect(() => {
    if (!isInView || keys === undefined || !isChanged) return;
    // Those that are none any more are forgotten, by the rail as well.
    setPreferences({ alarmsSeen: { ...alarmsSeen, [storeId]: keys } });
    cache.setQueryData(alarmsKey(storeId), alarms);
  });
  return new Set(unseenAlarms(alarms ?? [], before));
}
