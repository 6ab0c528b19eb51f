import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { type Socket, connect } from 'node:net';

/*
 * Keys pressed on the display itself, as a person's keyboard does: what an app's own automation cannot do. Speaks the
 * X11 protocol (x.org/releases/current/doc/xproto, xextproto/xtest), little endian.
 */

/** Keys by their places on a PC keyboard. */
const keycodes = { Control: 37, Shift: 50, Space: 65, K: 45 } as const;
type Key = keyof typeof keycodes;

export type XKeyboard = {
  /** Presses the keys in turn, then lets go of them. */
  press(...keys: readonly Key[]): Promise<void>;
  /** Takes Ctrl + Shift + a key for this client, as another program's shortcut does, until it is closed. */
  grab(key: Key): Promise<void>;
  close(): void;
};

const opcodes = { grabKey: 33, getInputFocus: 43, queryExtension: 98, fakeInput: 2 };
const keyPress = 2;
const keyRelease = 3;

export async function openXKeyboard(display = process.env['DISPLAY'] ?? ':0'): Promise<XKeyboard> {
  const number = display.replace(/^.*:/, '').replace(/\..*$/, '');
  const socket = connect(`/tmp/.X11-unix/X${number}`);
  const read = reader(socket);
  await once(socket, 'connect');
  socket.write(greeting(await cookieFor(number)));
  const head = await read(8);
  const setup = await read(4 * head.readUInt16LE(6));
  if (head[0] !== 1) throw new Error(`The display refuses: ${setup.toString('latin1')}`);
  const root = rootOf(setup);
  /** The next answer; what the display tells of by itself (a changed key map, say) is passed over. */
  async function reply(): Promise<Buffer> {
    for (;;) {
      const told = await read(32);
      if (told[0] === 0) throw new Error(`The display answers with error ${told[1]}`);
      if (told[0] === 1) return told;
    }
  }
  socket.write(request(opcodes.queryExtension, 0, u16(5), u16(0), padded('XTEST')));
  const xtest = (await reply())[9] ?? 0;

  /** Resolves when the display has done everything that was asked before. */
  async function settled(): Promise<void> {
    socket.write(request(opcodes.getInputFocus, 0));
    await reply();
  }

  function fake(type: number, key: Key): void {
    const event = Buffer.alloc(32);
    event[0] = type;
    event[1] = keycodes[key];
    socket.write(request(xtest, opcodes.fakeInput, event));
  }

  return {
    async press(...keys) {
      for (const key of keys) fake(keyPress, key);
      for (const key of [...keys].reverse()) fake(keyRelease, key);
      await settled();
    },
    async grab(key) {
      const controlAndShift = u16(0x5);
      const modes = Buffer.from([keycodes[key], 1, 1, 0, 0, 0]);
      socket.write(request(opcodes.grabKey, 0, u32(root), controlAndShift, modes));
      await settled();
    },
    close: () => socket.destroy(),
  };
}

/** A read of exactly so many bytes; one at a time. */
function reader(socket: Socket): (length: number) => Promise<Buffer> {
  let held = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    held = Buffer.concat([held, chunk]);
    socket.emit('held');
  });
  return async (length) => {
    while (held.length < length) await once(socket, 'held');
    const taken = held.subarray(0, length);
    held = held.subarray(length);
    return taken;
  };
}

function greeting(cookie: Buffer): Buffer {
  const name = cookie.length === 0 ? '' : 'MIT-MAGIC-COOKIE-1';
  const lengths = [u16(11), u16(0), u16(name.length), u16(cookie.length), u16(0)];
  return Buffer.concat([Buffer.from([0x6c, 0]), ...lengths, padded(name), padded(cookie)]);
}

/** The first screen's root window: behind the vendor's name and the formats. */
function rootOf(setup: Buffer): number {
  const vendor = setup.readUInt16LE(16);
  const formats = setup[21] ?? 0;
  return setup.readUInt32LE(32 + 4 * Math.ceil(vendor / 4) + 8 * formats);
}

/** The display's cookie from the Xauthority file; empty where it needs none. */
async function cookieFor(number: string): Promise<Buffer> {
  const file = process.env['XAUTHORITY'];
  const bytes = file === undefined ? Buffer.alloc(0) : await readFile(file).catch(() => Buffer.alloc(0));
  for (let at = 0; at + 2 < bytes.length;) {
    at += 2;
    const [, display, , data] = Array.from({ length: 4 }, () => {
      const length = bytes.readUInt16BE(at);
      const part = bytes.subarray(at + 2, at + 2 + length);
      at += 2 + length;
      return part;
    });
    if (data !== undefined && (display?.toString() === number || display?.length === 0)) return data;
  }
  return Buffer.alloc(0);
}

function request(opcode: number, detail: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([opcode, detail]), u16(1 + body.length / 4), body]);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function padded(value: string | Buffer): Buffer {
  const bytes = Buffer.from(value as string);
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}
