import { expect, it } from 'vitest';
import { portMessage, portWanted } from '#shared/channel.ts';
import type { Port } from '#shared/rpc/port.ts';
import { portOver, receivePorts } from '../../../src/renderer/src/app/connect.ts';

class FakeWindow extends EventTarget {
  readonly location = { origin: 'app://deskside' };
  readonly posted: unknown[] = [];
  postMessage(message: unknown, origin: string): void {
    this.posted.push([message, origin]);
  }
  hand(data: unknown, source: unknown, ports: readonly MessagePort[]): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data, source, ports }));
  }
}

it('takes ports from this window only: a frame that posts the same words gets no answer', async () => {
  const target = new FakeWindow();
  const own = new MessageChannel();
  const foreign = new MessageChannel();
  const taken: Port[] = [];
  receivePorts(target as unknown as Window, (port) => taken.push(port));
  target.hand(portMessage, {}, [foreign.port1]);
  target.hand('something else', target, [foreign.port1]);
  target.hand(portMessage, target, []);
  expect(taken).toEqual([]);
  target.hand(portMessage, target, [own.port1]);
  expect(taken).toHaveLength(1);
  const heard = new Promise((resolve) => taken[0]?.onMessage(resolve));
  own.port2.postMessage('hello');
  expect(await heard).toBe('hello');
  taken[0]?.close();
  foreign.port1.close();
});

it('asks again after each port, so that a restarted backend finds the window waiting', () => {
  const target = new FakeWindow();
  const taken: Port[] = [];
  receivePorts(target as unknown as Window, (port) => taken.push(port));
  const [first, second] = [new MessageChannel(), new MessageChannel()];
  target.hand(portMessage, target, [first.port1]);
  target.hand(portMessage, target, [second.port1]);
  expect(taken).toHaveLength(2);
  expect(target.posted).toEqual(Array.from({ length: 3 }, () => [portWanted, 'app://deskside']));
  for (const port of taken) port.close();
});

it('hears what was posted before it listened', async () => {
  const channel = new MessageChannel();
  channel.port2.postMessage('early');
  const port = portOver(channel.port1);
  expect(await new Promise((resolve) => port.onMessage(resolve))).toBe('early');
  port.close();
});
