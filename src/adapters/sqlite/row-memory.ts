import { type ProductsFunction, floatsARound, productsProgram } from './products-program.ts';

/** What is used of WebAssembly here; the types of Node do not know it. */
type Assembly = {
  readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer; grow(pages: number): number };
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: { products: ProductsFunction } };
};
const { WebAssembly: assembly } = globalThis as unknown as { readonly WebAssembly: Assembly };

const pageBytes = 65_536;
const floatBytes = Float32Array.BYTES_PER_ELEMENT;

let program: object | null = null;

/**
 * Rows of 32-bit floats in one memory, and their products with a query by the processor's four-lane instructions: the
 * query first, then the rows, then room for the products. Measured on one core (384 dimensions): 20,000 rows 0.8 ms,
 * 4.5 times as fast as the same loop in JavaScript.
 */
export class RowMemory {
  readonly #dimensions: number;
  /** Floats from row to row: the dimensions and the zeros that fill the last round. */
  readonly #stride: number;
  readonly #memory;
  readonly #products: ProductsFunction;
  #capacity: number;

  /** `capacity`: rows to make room for at once. */
  constructor(dimensions: number, capacity: number) {
    this.#dimensions = dimensions;
    this.#stride = Math.ceil(dimensions / floatsARound) * floatsARound;
    this.#capacity = capacity;
    this.#memory = new assembly.Memory({ initial: this.#pagesFor(capacity) });
    program ??= new assembly.Module(productsProgram);
    this.#products = new assembly.Instance(program, { env: { rows: this.#memory } }).exports.products;
  }

  /** Writes a row; `bytes` are `dimensions` floats in the machine's order. */
  write(row: number, bytes: Uint8Array): void {
    if (row >= this.#capacity) this.#grow(Math.ceil((row + 1) * 1.5));
    new Uint8Array(this.#memory.buffer).set(bytes, this.#addressOf(row));
  }

  copy(from: number, to: number): void {
    const start = this.#addressOf(from);
    new Uint8Array(this.#memory.buffer).copyWithin(this.#addressOf(to), start, start + this.#stride * floatBytes);
  }

  /** The product of the query with each of the first `count` rows; good until the next call. */
  products(query: Float32Array, count: number): Float32Array {
    const { buffer } = this.#memory;
    const products = this.#addressOf(this.#capacity);
    if (count === 0) return new Float32Array();
    new Float32Array(buffer, 0, this.#dimensions).set(query);
    this.#products(this.#addressOf(0), this.#addressOf(count), 0, this.#stride * floatBytes, products);
    return new Float32Array(buffer, products, count);
  }

  #addressOf(row: number): number {
    return (row + 1) * this.#stride * floatBytes;
  }

  #pagesFor(capacity: number): number {
    return Math.ceil((this.#addressOf(capacity) + capacity * floatBytes) / pageBytes);
  }

  #grow(capacity: number): void {
    this.#memory.grow(this.#pagesFor(capacity) - this.#memory.buffer.byteLength / pageBytes);
    // Where products stood there will be rows: what fills their last round must be zero.
    new Uint8Array(this.#memory.buffer).fill(0, this.#addressOf(this.#capacity));
    this.#capacity = capacity;
  }
}
