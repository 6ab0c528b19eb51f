import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { AcceptingDeskOptions, AcceptingDeskReport } from './accepting-desk.ts';
import type { Kill } from './kill-plan.ts';

export type AcceptedReply = Extract<AcceptingDeskReport, { kind: 'accepted' }>;

/** Replies after which a child that has not died by itself is killed all the same. */
const mostAccepted = 12;
const script = path.join(import.meta.dirname, 'accepting-desk.ts');

/** Lets a backend accept replies until it is killed; returns what it said it had taken. A child that fails is an error. */
export function runUntilKilled(
  options: Omit<AcceptingDeskOptions, 'death'>,
  kill: Kill,
): Promise<readonly AcceptedReply[]> {
  const death = kill.kind === 'inside' ? kill.death : null;
  const argument = JSON.stringify({ ...options, death } satisfies AcceptingDeskOptions);
  const env = { ...process.env, NODE_COMPILE_CACHE: path.join(options.dataFolder, 'compiled') };
  const child = spawn(process.execPath, [script, argument], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const accepted: AcceptedReply[] = [];
  let errors = '';
  child.stderr.on('data', (bytes: Buffer) => (errors += bytes.toString()));

  const killIn = (ms: number): void => void setTimeout(() => child.kill('SIGKILL'), ms).unref();
  if (kill.kind === 'outside' && kill.accepted === 0) killIn(kill.delayMs);
  createInterface({ input: child.stdout }).on('line', (line) => {
    const report = JSON.parse(line) as AcceptingDeskReport;
    if (report.kind === 'accepted') accepted.push(report);
    if (report.kind === 'idle' || accepted.length === mostAccepted) child.kill('SIGKILL');
    if (kill.kind === 'outside' && accepted.length === kill.accepted) killIn(kill.delayMs);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve(accepted);
      else reject(new Error(`The backend ended by itself (${code ?? signal}): ${errors}`));
    });
  });
}
