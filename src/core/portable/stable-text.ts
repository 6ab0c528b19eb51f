/**
 * A value as JSON whose keys stand in one order: those of `first` as they are named, the others by the alphabet.
 * Within, all by the alphabet. `indent` spreads it over lines.
 */
export function stableText(value: unknown, first: readonly string[] = [], indent?: number): string {
  return JSON.stringify(sorted(value, first), null, indent);
}

function sorted(value: unknown, first: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => sorted(item, []));
  if (typeof value !== 'object' || value === null) return value;
  const fields = value as Readonly<Record<string, unknown>>;
  const rest = Object.keys(fields).filter((key) => !first.includes(key));
  const keys = [...first.filter((key) => key in fields), ...rest.toSorted()];
  return Object.fromEntries(keys.map((key) => [key, sorted(fields[key], [])]));
}
