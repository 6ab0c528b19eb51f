import { spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { lookup } from 'node:dns/promises';
import { connect } from 'node:net';
import { Worker } from 'node:worker_threads';

/* Reaches for addresses that belong to nobody (RFC 5737, RFC 3849), in every way a program has. */

function reach(host: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect({ host, port: 443, timeout: 200 });
    socket.once('error', () => resolve());
    socket.once('timeout', () => resolve());
    socket.once('close', () => resolve());
    socket.once('timeout', () => socket.destroy());
  });
}

const where = process.argv[2] ?? 'main';
if (where === 'main') {
  await reach('192.0.2.1');
  await reach('2001:db8::1');
  await lookup('models.example').catch(() => undefined);
  const datagram = createSocket('udp4');
  await new Promise((resolve) => datagram.send('hello', 514, '192.0.2.2', resolve));
  datagram.close();
  const source =
    "require('node:net').connect({ host: '192.0.2.3', port: 443, timeout: 200 }).on('error', () => 0).on('timeout', () => process.exit())";
  await new Promise((resolve) => new Worker(source, { eval: true }).once('exit', resolve));
  spawnSync(process.execPath, [import.meta.filename, 'child']);
} else {
  await reach('192.0.2.4');
}
