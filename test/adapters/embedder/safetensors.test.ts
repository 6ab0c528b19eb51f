import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSafetensors } from '#adapters/embedder/minilm/safetensors.ts';
import { AppError } from '#shared/errors.ts';

const goodTensor = { dtype: 'F16', shape: [2, 2], data_offsets: [0, 8] };

function fileOf(header: unknown, data = new Uint8Array(8), declaredLength?: bigint): Uint8Array {
  const text = new TextEncoder().encode(typeof header === 'string' ? header : JSON.stringify(header));
  const file = new Uint8Array(8 + text.length + data.length);
  new DataView(file.buffer).setBigUint64(0, declaredLength ?? BigInt(text.length), true);
  file.set(text, 8);
  file.set(data, 8 + text.length);
  return file;
}

describe('parseSafetensors', () => {
  test('reads a tensor as a view at its offsets, also inside a larger buffer (bug: ignoring byteOffset)', () => {
    const file = fileOf({ __metadata__: { format: 'pt' }, b: goodTensor }, Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8));
    const padded = new Uint8Array(file.length + 5);
    padded.set(file, 3);
    const tensors = parseSafetensors(padded.subarray(3, 3 + file.length));
    expect([...tensors.keys()]).toEqual(['b']);
    expect(tensors.get('b')?.shape).toEqual([2, 2]);
    expect([...(tensors.get('b')?.bytes ?? [])]).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  // Bug caught by each: reading past the file, allocating by a hostile number, or a bare RangeError/SyntaxError.
  test.each([
    ['an empty file', new Uint8Array(), /too few/u],
    ['a file cut inside the length', new Uint8Array(7), /too few/u],
    ['a header longer than the file', fileOf({ a: goodTensor }, new Uint8Array(8), 5000n), /ends after the file/u],
    ['an absurd header length', fileOf({ a: goodTensor }, new Uint8Array(8), 2n ** 64n - 1n), /not plausible/u],
    ['a truncated header', fileOf({ a: goodTensor }).subarray(0, 20), /ends after the file/u],
    ['a header that is not JSON', fileOf('{"a":'), /not JSON/u],
    ['a header that is not UTF-8', fileOf('{}', new Uint8Array(8)).fill(0xff, 8, 10), /not JSON/u],
    ['a header that is a list', fileOf([]), /not a JSON object/u],
    ['a header that is null', fileOf('null'), /not a JSON object/u],
    ['a tensor that is null', fileOf({ a: null }), /unknown type/u],
    ['an unknown type', fileOf({ a: { ...goodTensor, dtype: 'F128' } }), /unknown type/u],
    ['a type named like a property of objects', fileOf({ a: { ...goodTensor, dtype: 'toString' } }), /unknown type/u],
    ['a negative side', fileOf({ a: { ...goodTensor, shape: [-2, -2] } }), /no valid shape/u],
    ['a fractional offset', fileOf({ a: { ...goodTensor, data_offsets: [0.5, 8.5] } }), /no valid shape/u],
    ['one offset', fileOf({ a: { ...goodTensor, data_offsets: [0] } }), /no valid shape/u],
    ['offsets after the data', fileOf({ a: { ...goodTensor, data_offsets: [8, 16] } }), /outside the 8 bytes/u],
    ['offsets in reverse', fileOf({ a: { ...goodTensor, data_offsets: [8, 0] } }), /outside the 8 bytes/u],
    ['data cut short', fileOf({ a: goodTensor }, new Uint8Array(7)), /outside the 7 bytes/u],
    ['a shape larger than its data', fileOf({ a: { ...goodTensor, shape: [2, 3] } }), /needs 12/u],
    ['sides whose product overflows', fileOf({ a: { ...goodTensor, shape: [2 ** 52, 2 ** 52] } }), /its shape needs/u],
  ])('refuses %s with a clear error', (_, file, message) => {
    expect(() => parseSafetensors(file)).toThrow(expect.objectContaining({ code: 'file_unreadable' }));
    expect(() => parseSafetensors(file)).toThrow(message);
  });

  test('any damage gives tensors inside the file or file_unreadable (bug: a crash on a byte nobody thought of)', () => {
    const whole = fileOf({ a: goodTensor, b: { dtype: 'U8', shape: [0], data_offsets: [8, 8] } });
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(damage, fc.nat(whole.length), (changes, kept) => {
        const file = whole.slice();
        for (const [place, byte] of changes) file[place] = byte;
        expect(isParsedOrRefused(file.subarray(0, kept))).toBe(true);
        expect(isParsedOrRefused(file)).toBe(true);
      }),
    );
  });
});

function isParsedOrRefused(file: Uint8Array): boolean {
  try {
    return [...parseSafetensors(file).values()].every(({ bytes }) => bytes.byteLength <= file.byteLength);
  } catch (error) {
    return error instanceof AppError && error.code === 'file_unreadable';
  }
}
