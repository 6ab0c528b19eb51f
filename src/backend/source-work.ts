import { AppError } from '#shared/errors.ts';

type Work = 'read' | 'take' | 'remove';
type Running = { readonly what: Work; readonly controller: AbortController };

/** What runs of each source: one thing at a time. */
export type SourceWork = {
  /** The signal ends with `cancelRead`, or where the source is removed. Errors: `conflict`, and those of the work. */
  run<T>(sourceId: string, what: Work, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  isReading(sourceId: string): boolean;
  cancelRead(sourceId: string): void;
};

export function createSourceWork(): SourceWork {
  const running = new Map<string, Running>();
  const cancelRead = (sourceId: string): void => {
    const now = running.get(sourceId);
    if (now?.what === 'read') now.controller.abort();
  };
  return {
    async run(sourceId, what, work) {
      const now = running.get(sourceId);
      // What is removed need not be read to its end.
      if (now !== undefined && !(what === 'remove' && now.what === 'read'))
        throw new AppError('conflict', `The source is busy: ${now.what}`);
      cancelRead(sourceId);
      const own = { what, controller: new AbortController() };
      running.set(sourceId, own);
      try {
        return await work(own.controller.signal);
      } finally {
        if (running.get(sourceId) === own) running.delete(sourceId);
      }
    },
    isReading: (sourceId) => running.get(sourceId)?.what === 'read',
    cancelRead,
  };
}
