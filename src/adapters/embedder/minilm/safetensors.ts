import { AppError } from '#shared/errors.ts';

/** One tensor of a safetensors file; `bytes` is a view into the file, little-endian and row-major. */
export type StoredTensor = {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly bytes: Uint8Array;
};

const lengthFieldBytes = 8;
// The reference implementation refuses longer headers too (huggingface/safetensors, MAX_HEADER_SIZE).
const maximumHeaderBytes = 100_000_000;

const elementBytes: Readonly<Record<string, number>> = {
  BOOL: 1,
  U8: 1,
  I8: 1,
  U16: 2,
  I16: 2,
  F16: 2,
  BF16: 2,
  U32: 4,
  I32: 4,
  F32: 4,
  U64: 8,
  I64: 8,
  F64: 8,
};

/**
 * The tensors of a safetensors file by name: an unsigned 64-bit header length, a JSON header, then the data.
 * Every length and offset is checked before use, as the file may be truncated or hostile.
 * Throws `file_unreadable` naming what is wrong. Source: the format section of huggingface/safetensors.
 */
export function parseSafetensors(file: Uint8Array): ReadonlyMap<string, StoredTensor> {
  const headerBytes = readHeaderLength(file);
  const data = file.subarray(lengthFieldBytes + headerBytes);
  const header = readHeader(file.subarray(lengthFieldBytes, lengthFieldBytes + headerBytes));
  const tensors = new Map<string, StoredTensor>();
  for (const [name, entry] of Object.entries(header)) {
    if (name !== '__metadata__') tensors.set(name, readTensor(name, entry, data));
  }
  return tensors;
}

function readHeaderLength(file: Uint8Array): number {
  if (file.byteLength < lengthFieldBytes) {
    throw unreadable(`${file.byteLength} bytes are too few for a header length`);
  }
  const declared = new DataView(file.buffer, file.byteOffset, lengthFieldBytes).getBigUint64(0, true);
  if (declared > BigInt(maximumHeaderBytes)) throw unreadable(`the header length ${declared} is not plausible`);
  if (declared > BigInt(file.byteLength - lengthFieldBytes)) {
    throw unreadable(`the header of ${declared} bytes ends after the file`);
  }
  return Number(declared);
}

function readHeader(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw unreadable('the header is not JSON', cause);
  }
  if (!isRecord(header)) throw unreadable('the header is not a JSON object');
  return header;
}

function readTensor(name: string, entry: unknown, data: Uint8Array): StoredTensor {
  const { dtype, shape, data_offsets: offsets } = isRecord(entry) ? entry : {};
  if (typeof dtype !== 'string' || !Object.hasOwn(elementBytes, dtype)) {
    throw unreadable(`tensor ${name} has an unknown type`);
  }
  if (!isCounts(shape) || !isCounts(offsets) || offsets.length !== 2) {
    throw unreadable(`tensor ${name} has no valid shape and offsets`);
  }
  const [begin = 0, end = 0] = offsets;
  if (begin > end || end > data.byteLength) {
    throw unreadable(`tensor ${name} lies at ${begin}–${end}, outside the ${data.byteLength} bytes of data`);
  }
  const expected = shape.reduce((product, side) => product * side, elementBytes[dtype] ?? 0);
  if (expected !== end - begin) {
    throw unreadable(`tensor ${name} takes ${end - begin} bytes where its shape needs ${expected}`);
  }
  return { dtype, shape, bytes: data.subarray(begin, end) };
}

function isCounts(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((item) => Number.isSafeInteger(item) && item >= 0);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unreadable(reason: string, cause?: unknown): AppError {
  return new AppError('file_unreadable', `The weights file cannot be read: ${reason}.`, { cause });
}
