import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { isLoopbackAddress } from '#adapters/http/internal-address.ts';

/** Somebody a process spoke to, listened for, or asked a name server about. */
export type Reached = {
  /** As the system names it (`AF_INET`); `NAME`: a name that was looked up. */
  readonly family: string;
  readonly address: string;
  /** 0 where there is none. */
  readonly port: number;
};

/** How sockets are watched: by a tracer, or by a library loaded into every process where no tracer may be used. */
export type Watcher = 'tracer' | 'preload';

export type Watched = { readonly reached: readonly Reached[]; readonly stdout: string };

const run = promisify(execFile);
const source = path.join(import.meta.dirname, 'socket-log.c');
const longestMs = 120_000;

/** What can watch on this machine, the better first. Throws where nothing can: who cannot watch proves nothing. */
export function watchers(): readonly Watcher[] {
  const isTraced = spawnSync('strace', ['-f', '-o', '/dev/null', '-e', 'trace=connect', 'true']).status === 0;
  const isCompiled = process.platform === 'linux' && spawnSync('cc', ['--version']).status === 0;
  const found = [...(isTraced ? ['tracer' as const] : []), ...(isCompiled ? ['preload' as const] : [])];
  if (found.length === 0)
    throw new Error('Sockets cannot be watched here: neither strace nor a C compiler (.ci/packages)');
  return found;
}

/** Runs a script of ours to its end, and tells of every socket of every process and thread of it. */
export async function watchedRun(script: string, args: readonly string[], watcher: Watcher): Promise<Watched> {
  const folder = await mkdtemp(path.join(tmpdir(), 'deskside-sockets-'));
  const log = path.join(folder, 'log');
  const command = [process.execPath, script, ...args];
  try {
    const { stdout } = await (watcher === 'tracer' ? traced(command, log) : preloaded(command, folder, log));
    const lines = existsSync(log) ? (await readFile(log, 'utf8')).split('\n') : [];
    const reached = lines.flatMap(watcher === 'tracer' ? ofTrace : ofPreload);
    return { reached, stdout };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const options = { timeout: longestMs, maxBuffer: 16 * 1024 * 1024 };
const calls = 'trace=connect,bind,sendto,sendmsg,sendmmsg';

function traced(command: readonly string[], log: string) {
  // Without the bytes that were sent: only to whom.
  return run(
    'strace',
    ['-f', '--seccomp-bpf', '-s', '0', '-e', 'signal=none', '-e', calls, '-o', log, ...command],
    options,
  );
}

async function preloaded([file = '', ...args]: readonly string[], folder: string, log: string) {
  const library = path.join(folder, 'socket-log.so');
  await run('cc', ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl']);
  return run(file, args, { ...options, env: { ...process.env, LD_PRELOAD: library, DESKSIDE_SOCKET_LOG: log } });
}

/** Every address in a line of a trace: `connect(21, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("…")}, 16)`. */
function ofTrace(line: string): readonly Reached[] {
  return [...line.matchAll(/sa_family=(\w+)([^}]*)/g)].flatMap(([, family = '', rest = '']) => {
    if (family === 'AF_UNSPEC') return [];
    const port = Number(/sin6?_port=htons\((\d+)\)/.exec(rest)?.[1] ?? 0);
    const address = /inet_addr\("([^"]*)"\)|inet_pton\(AF_INET6, "([^"]*)"|sun_path=@?"([^"]*)"/.exec(rest);
    return [{ family, port, address: address?.slice(1).find((one) => one !== undefined) ?? '-' }];
  });
}

function ofPreload(line: string): readonly Reached[] {
  const [family, address, port] = line.split(' ');
  return family === undefined || address === undefined ? [] : [{ family, address, port: Number(port) }];
}

/** What resolves names speaks for whoever asks it. */
const nameServer = 53;
const resolvers = /systemd[./-]resolve|io\.systemd\.Resolve/i;

/** Whether something left this machine, or asked for a name to be looked up. */
export function isLeaving({ family, address, port }: Reached): boolean {
  if (family === 'AF_NETLINK') return false;
  if (family === 'AF_UNIX') return resolvers.test(address);
  return port === nameServer || !isLoopbackAddress(address.replace(/^::ffff:/i, ''));
}
