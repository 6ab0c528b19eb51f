/**
 * Whether what stands in a form is what was tested: the report of a test says nothing of what was changed since. `tested`
 * may hold more.
 */
export function isSameTry(tested: object | undefined, entered: object): boolean {
  if (tested === undefined) return false;
  const known = new Map(Object.entries(tested));
  return Object.entries(entered).every(([name, value]) => JSON.stringify(known.get(name)) === JSON.stringify(value));
}
