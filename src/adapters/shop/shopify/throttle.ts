/** The shop's budget as an answer showed it: points there were, points there can be, points a second. */
export type Bucket = { readonly available: number; readonly most: number; readonly rate: number; readonly at: number };

export function bucketAfter(
  status: { readonly maximumAvailable: number; readonly currentlyAvailable: number; readonly restoreRate: number },
  now: number,
): Bucket {
  return {
    available: status.currentlyAvailable,
    most: status.maximumAvailable,
    rate: status.restoreRate,
    at: now,
  };
}

/** How long until a request of that cost fits into the budget, ms; one that never fits waits for a full bucket. */
export function missingMs(bucket: Bucket, cost: number, now: number): number {
  const restored = (Math.max(0, now - bucket.at) / 1000) * bucket.rate;
  const there = Math.min(bucket.most, bucket.available + restored);
  return Math.ceil((Math.max(0, Math.min(cost, bucket.most) - there) / bucket.rate) * 1000);
}
