/** The name of a key, in groups that two people can compare. */
export function Fingerprint({ value }: { readonly value: string }) {
  return (
    <code className="numbers text-xs [overflow-wrap:anywhere] text-ink-2 select-text">
      {(value.match(/.{1,4}/g) ?? []).join(' ')}
    </code>
  );
}
