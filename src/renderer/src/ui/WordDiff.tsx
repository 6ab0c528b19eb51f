import { useMemo } from 'react';
import { wordDiff } from './word-diff.ts';

/** Two texts in one: what went is struck out, what came is underlined – told apart without colour too. */
export function WordDiff(props: { readonly before: string; readonly after: string; readonly lang?: string }) {
  const parts = useMemo(() => wordDiff(props.before, props.after), [props.before, props.after]);
  return (
    <p className="prose-mail text-sm" lang={props.lang}>
      {parts.map((part, index) => {
        if (part.kind === 'removed') {
          return (
            <del key={index} className="mr-0.5 rounded-sm bg-red-soft px-0.5 text-red decoration-1">
              {part.text}
            </del>
          );
        }
        if (part.kind === 'added') {
          return (
            <ins
              key={index}
              className="rounded-sm bg-accent-soft px-0.5 text-accent-ink decoration-1 underline-offset-3"
            >
              {part.text}
            </ins>
          );
        }
        return <span key={index}>{part.text}</span>;
      })}
    </p>
  );
}
