import { type ChangeTest, expectedRate, likeliestRise, newChangeTest, observe } from './change-test.ts';
import { type CommonMood, newCommonMood } from './common-mood.ts';

/** What a person did with what one entry said in one reply. */
export type AnswerFate = {
  readonly outcomeId: string;
  readonly conversationId: string;
  readonly profileId: string | null;
  readonly at: number;
  readonly entryId: string;
  readonly topic: string | null;
  /** It was sent in other words, left out or refused. */
  readonly isChanged: boolean;
};

/** A stream whose rate rose: an entry, or a topic in which no one entry explains it. */
export type Drift = {
  readonly kind: 'entry' | 'topic';
  /** The entry's id, or the topic. */
  readonly name: string;
  /** Its observations from the likeliest beginning of the change on, oldest first. */
  readonly since: readonly AnswerFate[];
  readonly before: { readonly changed: number; readonly all: number };
  /** The observation at which it was plain, ms UTC. */
  readonly noticedAt: number;
};

/**
 * Past this the change is plain. Observations of one stream without a change come to so many, in the mean, before one says
 * so falsely; every answer is an observation of its entry and of its topic.
 */
const plainFrom = 700;
/** Fewer say nothing, however they turn out. */
const fewest = 8;
/** So many in a row that turn out as before end an alarm. */
const healedAfter = 20;

type Stream = {
  test: ChangeTest;
  seen: AnswerFate[];
  /** Index into `seen`; null: nothing was noticed. */
  noticed: number | null;
};

export type DriftOptions = {
  /** When the alarm that a person let stand was noticed (ms UTC): its stream begins anew after that. Null: none was. */
  readonly letStand: (kind: Drift['kind'], name: string) => number | null;
};

/**
 * Which entries and topics are changed by people more than they were, after all these answers in the order they were
 * given. What holds everywhere at the time, or of one person everywhere, is nobody's drift; few answers are none.
 */
export function watchDrift(fates: readonly AnswerFate[], options: DriftOptions): readonly Drift[] {
  const streams = new Map<string, Stream>();
  const mood = newCommonMood();
  const usual = { changed: 2, all: 10 };
  for (const fate of fates) {
    const isEntryLetStand = options.letStand('entry', fate.entryId) !== null;
    const keys = keysOf(fate).filter(
      ({ kind, name }) =>
        fate.at > (options.letStand(kind, name) ?? Number.NEGATIVE_INFINITY) &&
        // An entry whose change was let stand says nothing of its topic.
        !(kind === 'topic' && isEntryLetStand),
    );
    for (const { key } of keys) take(streams, key, fate, mood, usual.changed / usual.all);
    const own = streams.get(entryKey(fate.entryId));
    mood.add({
      streams: keysOf(fate).map(({ key }) => key),
      profileId: fate.profileId,
      isChanged: fate.isChanged,
      expected: own === undefined ? usual.changed / usual.all : expectedRate(own.test),
    });
    usual.all++;
    if (fate.isChanged) usual.changed++;
  }
  return driftsOf(streams);
}

const entryKey = (entryId: string): string => `entry:${entryId}`;
const topicKey = (topic: string): string => `topic:${topic}`;

type Key = { readonly kind: Drift['kind']; readonly name: string; readonly key: string };

function keysOf({ entryId, topic }: AnswerFate): readonly Key[] {
  const entry: Key = { kind: 'entry', name: entryId, key: entryKey(entryId) };
  return topic === null ? [entry] : [entry, { kind: 'topic', name: topic, key: topicKey(topic) }];
}

function take(streams: Map<string, Stream>, key: string, fate: AnswerFate, mood: CommonMood, usual: number): void {
  const stream = streams.get(key) ?? { test: newChangeTest(usual), seen: [], noticed: null };
  streams.set(key, stream);
  const statistic = observe(stream.test, fate.isChanged, mood.moodFor({ stream: key, profileId: fate.profileId }));
  stream.seen.push(fate);
  if (stream.noticed === null) {
    if (statistic >= plainFrom && stream.seen.length >= fewest) stream.noticed = stream.seen.length - 1;
  } else if (hasHealed(stream.seen, stream.noticed)) {
    stream.test = newChangeTest(usual);
    stream.seen = stream.seen.slice(-healedAfter);
    stream.noticed = null;
  }
}

/** Whether the newest answers are nearer to how it was before than to how it was when the change was noticed. */
function hasHealed(seen: readonly AnswerFate[], noticed: number): boolean {
  if (seen.length - noticed <= healedAfter) return false;
  const rise = likeliestRise(seen.slice(0, noticed + 1).map(({ isChanged }) => isChanged));
  const [before, after] = [changedShare(seen.slice(0, rise)), changedShare(seen.slice(rise, noticed + 1))];
  return changedShare(seen.slice(-healedAfter)) <= (before + after) / 2;
}

function changedShare(fates: readonly AnswerFate[]): number {
  return fates.length === 0 ? 0 : fates.filter(({ isChanged }) => isChanged).length / fates.length;
}

function driftsOf(streams: ReadonlyMap<string, Stream>): readonly Drift[] {
  const drifts = [...streams].flatMap(([key, { seen, noticed }]): readonly Drift[] => {
    if (noticed === null) return [];
    const rise = likeliestRise(seen.slice(0, noticed + 1).map(({ isChanged }) => isChanged));
    const before = seen.slice(0, rise);
    const kind = key.startsWith('entry:') ? 'entry' : 'topic';
    return [
      {
        kind,
        name: key.slice(key.indexOf(':') + 1),
        since: seen.slice(rise),
        before: { changed: before.filter(({ isChanged }) => isChanged).length, all: before.length },
        noticedAt: seen[noticed]?.at ?? 0,
      },
    ];
  });
  const entries = new Set(drifts.flatMap(({ kind, name }) => (kind === 'entry' ? [name] : [])));
  // A topic is told of where no entry of it is, and no entry alone is changed: mending the entry mends the topic.
  return drifts.filter(
    ({ kind, since }) =>
      kind === 'entry' || (entriesChanged(since).size > 1 && !since.some(({ entryId }) => entries.has(entryId))),
  );
}

function entriesChanged(fates: readonly AnswerFate[]): ReadonlySet<string> {
  return new Set(fates.flatMap(({ entryId, isChanged }) => (isChanged ? [entryId] : [])));
}
