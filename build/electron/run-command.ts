import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { constants } from 'node:os';

type Options = { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv };

/**
 * Runs a command to its end without showing its output.
 *
 * @returns its standard output
 * @throws Error whose message ends with the last lines the command printed
 */
export async function runQuietly(command: string, args: readonly string[], options: Options = {}): Promise<string> {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let everything = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    everything += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => (everything += chunk.toString()));
  const code = await exitCode(child);
  if (code === 0) return output;
  const lastLines = everything.trim().split('\n').slice(-15).join('\n');
  throw new Error(`${command} ended with code ${code}:\n${lastLines}`);
}

/**
 * Runs a command on this terminal, hands it every signal this process gets, and waits for its end.
 *
 * @returns its exit code; 128 + the signal's number if a signal ended it, as a shell says it
 */
export async function runInForeground(
  command: string,
  args: readonly string[],
  options: Options = {},
): Promise<number> {
  const child = spawn(command, args, { ...options, stdio: 'inherit' });
  const forward = (signal: NodeJS.Signals) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, forward);
  try {
    return await exitCode(child);
  } finally {
    for (const signal of signals) process.off(signal, forward);
  }
}

function exitCode(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}
