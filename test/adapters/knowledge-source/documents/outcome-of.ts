import { monitorEventLoopDelay } from 'node:perf_hooks';
import { expect } from 'vitest';
import { createKnowledgeFileReader } from '#adapters/knowledge-source/file-reader.ts';
import { AppError } from '#shared/errors.ts';

/* What the reader itself allows by default, so that what is measured is what a desk goes through. */
const mostGrowth = 768 + 256;

export const reader = createKnowledgeFileReader();
const measured: string[] = [];

/** The table of what was read here, for a person to look at. */
export function measuredTable(): string {
  return ['what came of it | ms | process grew by MiB | longest wait of the desk, ms', ...measured].join('\n');
}

/** Reads a file as the desk does; what became of it, and what it took. */
export async function outcomeOf(title: string, name: string, bytes: Uint8Array, reading = reader) {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const before = process.memoryUsage.rss();
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 10);
  const begun = performance.now();
  delay.enable();
  const outcome = await reading.read({ name, bytes }).catch((error: unknown) => error);
  delay.disable();
  clearInterval(watch);
  const growth = Math.round((peak - before) / 1024 / 1024);
  const reason =
    outcome instanceof AppError
      ? `${outcome.code} ${outcome.detail['reason'] ?? outcome.detail['format'] ?? ''}`
      : 'read';
  const took = Math.round(performance.now() - begun);
  measured.push(`${title}: ${reason} | ${took} | ${growth} | ${Math.round(delay.max / 1e6)}`);
  expect(growth).toBeLessThan(mostGrowth);
  return { outcome, growth };
}

export function refused(name: string, ...reasons: readonly string[]) {
  return expect.objectContaining({
    name: 'AppError',
    code: 'file_unreadable',
    message: expect.stringContaining(name),
    detail: { file: name, reason: expect.toSatisfy((reason: unknown) => reasons.includes(String(reason))) },
  });
}
