import { memo } from 'react';
import type { StyleMark } from '#shared/model/style-remark.ts';
import { stylePieces } from './style-marks.ts';

/** Words that the house says otherwise, dotted below what is typed. */
export const StyleLayer = memo(function StyleLayer(props: {
  readonly text: string;
  readonly marks: readonly StyleMark[];
}) {
  if (props.marks.length === 0) return null;
  return (
    <div
      aria-hidden
      data-layer="style"
      className="draft-lines pointer-events-none [grid-area:1/1] py-2 pr-4 text-transparent"
    >
      {stylePieces(props.text, props.marks).map(({ text, mark }, index) => (
        <span
          key={index}
          data-style={mark === null ? undefined : props.marks[mark]?.kind}
          className={mark === null ? undefined : 'rounded-[3px] bg-violet-soft'}
        >
          {text}
        </span>
      ))}
      {'\u200b'}
    </div>
  );
});
