import type { TimeSaved } from '#shared/model/insight.ts';
import type { OutcomeFact } from './outcome-fact.ts';

/** Of a kind (language and length) at least so many drafted replies and so many by hand are compared, or none. */
const fewest = 8;
/** Both sides of a 95 % interval, in standard errors. */
const wide = 1.96;

/**
 * What drafts saved, by the store's own replies: in each language and class of length, the median wait of customers who
 * were answered by hand less that of those answered with a draft, times the drafted replies of the span. Null where too
 * few replies are alike. Those compared are of the span and the half-year before.
 */
export function estimateTimeSaved(span: readonly OutcomeFact[], compared: readonly OutcomeFact[]): TimeSaved | null {
  const drafted = byKind(compared.filter(isDrafted));
  const byHand = byKind(compared.filter(({ act }) => act === 'written'));
  const ofSpan = byKind(span.filter(isDrafted));
  const kinds = [...ofSpan].flatMap(([kind, waits]) => {
    const [withDraft, without] = [drafted.get(kind) ?? [], byHand.get(kind) ?? []];
    return withDraft.length < fewest || without.length < fewest ? [] : [{ replies: waits.length, withDraft, without }];
  });
  if (kinds.length === 0) return null;
  const sum = (each: (kind: (typeof kinds)[number]) => number): number =>
    kinds.reduce((total, kind) => total + each(kind), 0);
  const ms = sum(({ replies, withDraft, without }) => replies * (median(without) - median(withDraft)));
  const error = Math.sqrt(
    sum(({ replies, withDraft, without }) => replies ** 2 * (medianError(without) ** 2 + medianError(withDraft) ** 2)),
  );
  return {
    ms,
    low: ms - wide * error,
    high: ms + wide * error,
    replies: sum(({ replies }) => replies),
    comparedDrafted: sum(({ withDraft }) => withDraft.length),
    comparedByHand: sum(({ without }) => without.length),
  };
}

const isDrafted = ({ act, hasOffer }: OutcomeFact): boolean => hasOffer && (act === 'accepted' || act === 'edited');

/** Waits by language and length (each class twice as long as the one before), shortest wait first. */
function byKind(facts: readonly OutcomeFact[]): ReadonlyMap<string, readonly number[]> {
  const kinds = new Map<string, number[]>();
  for (const { language, sentLength, waitedMs } of facts) {
    const kind = `${language} ${Math.floor(Math.log2(Math.max(1, sentLength)))}`;
    const waits = kinds.get(kind);
    if (waits === undefined) kinds.set(kind, [waitedMs]);
    else waits.push(waitedMs);
  }
  return new Map([...kinds].map(([kind, waits]) => [kind, waits.toSorted((a, b) => a - b)]));
}

function median(sorted: readonly number[]): number {
  return ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) / 2;
}

/** The standard error of a median, read off the order statistics that lie one standard error of their rank beside it. */
function medianError(sorted: readonly number[]): number {
  const middle = (sorted.length - 1) / 2;
  const reach = Math.sqrt(sorted.length) / 2;
  const at = (place: number): number => sorted[Math.min(sorted.length - 1, Math.max(0, place))] ?? 0;
  return (at(Math.ceil(middle + reach)) - at(Math.floor(middle - reach))) / 2;
}
