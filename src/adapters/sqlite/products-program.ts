/*
 * A WebAssembly program of one function, put together here byte by byte: a text format would need a compiler at build
 * time for forty instructions. Opcodes: https://webassembly.github.io/spec/core/binary/instructions.html
 */

/** Floats that one round of the inner loop reads: the length of a row is a multiple of it. */
export const floatsARound = 16;
/** All addresses are bytes. */
export type ProductsFunction = (
  firstRow: number,
  endOfRows: number,
  query: number,
  rowBytes: number,
  products: number,
) => void;

const [row, endOfRows, query, rowBytes, product, queryAt, rowAt, queryEnd] = [0, 1, 2, 3, 4, 5, 6, 7];
/** Four sums of four lanes: one sum alone would wait for itself. */
const sums = [8, 9, 10, 11] as const;
const [i32, f32x4] = [0x7f, 0x7b];
const floatBytes = 4;

const get = (local: number): readonly number[] => [0x20, local];
const set = (local: number): readonly number[] => [0x21, local];
const setAndKeep = (local: number): readonly number[] => [0x22, local];
/** For 0 … 63: signed LEB128 of one byte. */
const constant = (value: number): readonly number[] => [0x41, value];
const add = [0x6a];
const isBelow = [0x49];
const addFloat = [0x92];
const storeFloat = [0x38, 2, 0];
const repeat = [0x03, 0x40];
const again = [0x0d, 0];
const end = [0x0b];
const loadLanes = (offset: number): readonly number[] => [0xfd, 0x00, 4, offset];
const noLanes = [0xfd, 0x0c, ...Array.from({ length: 16 }, () => 0)];
const addLanes = [0xfd, 0xe4, 0x01];
const multiplyLanes = [0xfd, 0xe6, 0x01];
const lane = (index: number): readonly number[] => [0xfd, 0x1f, index];

/** What belongs together stands in one list. */
const code = (...lists: readonly (readonly (number | readonly number[])[])[]): readonly number[] => lists.flat(2);
const forward = (local: number, bytes: readonly number[]): readonly number[] => code(get(local), bytes, add);
const nextFour = (sum: number, offset: number): readonly number[] =>
  code([get(sum), get(rowAt), loadLanes(offset), get(queryAt), loadLanes(offset)], [multiplyLanes, addLanes, set(sum)]);
// 64 bytes, as two constants of one byte each.
const roundBytes = code(constant(32), constant(32), add);

const oneRound = code(
  sums.map((sum, i) => nextFour(sum, i * 4 * floatBytes)),
  [forward(rowAt, roundBytes), set(rowAt)],
  [forward(queryAt, roundBytes), setAndKeep(queryAt), get(queryEnd), isBelow],
);
const sumOfLanes = code(
  [get(sums[0]), get(sums[1]), addLanes, get(sums[2]), get(sums[3]), addLanes, addLanes, set(sums[0])],
  [get(product), get(sums[0]), lane(0), get(sums[0]), lane(1), addFloat],
  [get(sums[0]), lane(2), get(sums[0]), lane(3), addFloat, addFloat, storeFloat],
);
const oneRow = code(
  sums.map((sum) => code(noLanes, set(sum))),
  [get(row), set(rowAt), get(query), set(queryAt)],
  [repeat, oneRound, again, end, sumOfLanes],
  [forward(product, constant(floatBytes)), set(product)],
  [forward(row, get(rowBytes)), setAndKeep(row), get(endOfRows), isBelow],
);
const instructions = code(forward(query, get(rowBytes)), set(queryEnd), repeat, oneRow, again, end, end);

const size = (value: number): readonly number[] => (value < 128 ? [value] : [(value & 127) | 128, value >> 7]);
const sized = (...parts: readonly (readonly number[])[]): readonly number[] =>
  code(size(code(...parts).length), ...parts);
const named = (name: string): readonly number[] => sized([...Buffer.from(name)]);
const [typeSection, importSection, functionSection, exportSection, codeSection] = [[1], [2], [3], [7], [10]] as const;

/** The module. It imports the memory `env.rows` and exports the function `products`. */
export const productsProgram = new Uint8Array(
  code(
    [0, ...Buffer.from('asm'), 1, 0, 0, 0],
    [typeSection, sized([1, 0x60, 5, i32, i32, i32, i32, i32, 0])],
    [importSection, sized([1], named('env'), named('rows'), [2, 0, 1])],
    [functionSection, sized([1, 0])],
    [exportSection, sized([1], named('products'), [0, 0])],
    [codeSection, sized([1], sized([2, 3, i32, sums.length, f32x4], instructions))],
  ),
);
