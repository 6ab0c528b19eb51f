/** An order number without what people leave out or add when they write it: "#HL-1001" and "hl1001" are the same. */
export function orderKey(number: string): string {
  return number
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
