import { systemLookup } from '#adapters/http/guarded-lookup.ts';
import { setTimeout as wait } from 'node:timers/promises';
import type { ReaderState, SiteReader, SiteReading, SiteSettings } from '#core/ports/site-reader.ts';
import type { DocumentReader } from '../file-reader.ts';
import { robotName } from './robots-rules.ts';
import { readSite } from './read-site.ts';
import type { Wire } from './open-response.ts';
import type { VisitTimes } from './site-visits.ts';

export type WebReaderOptions = {
  /** Of the program: it says who asks. */
  readonly version: string;
  /** Reads pages, and the documents they link to. */
  readonly files: DocumentReader;
  /** ms UTC. */
  readonly now: () => number;
  /** What tests replace. */
  readonly pause?: VisitTimes['pause'];
  readonly lookup?: Wire['lookup'];
  readonly timeLimit?: Wire['timeLimit'];
};

/** Reads help centres and other sites page by page. */
export function createSiteReader(options: WebReaderOptions): SiteReader {
  const wire = wireOf(options);
  const times = { now: options.now, pause: options.pause ?? ((ms, signal) => wait(ms, undefined, { signal })) };
  return {
    read: (settings: SiteSettings, known: ReaderState | null, signal, onProgress): Promise<SiteReading> =>
      readSite({ wire, times, documents: options.files }, settings, known, signal, onProgress),
  };
}

export function wireOf(options: Pick<WebReaderOptions, 'version' | 'lookup' | 'timeLimit'>): Wire {
  return {
    lookup: options.lookup ?? systemLookup,
    timeLimit: options.timeLimit ?? ((ms) => AbortSignal.timeout(ms)),
    userAgent: `${robotName}/${options.version} (reads its owner's own pages)`,
  };
}
