import { memo } from 'react';
import type { SupportMark } from '#shared/model/support.ts';
import { classNames } from '../../ui/class-names.ts';
import { supportParts } from './support-marks.ts';

/** Told apart by the line, not by colour alone: dashes where nothing says it, a wave where something else is said. */
const looks: Record<SupportMark['verdict'], string> = {
  supported: '',
  unsupported: 'underline decoration-amber decoration-dashed decoration-2 underline-offset-[5px]',
  contradicted: 'underline decoration-red decoration-wavy decoration-1 underline-offset-[5px]',
};

/** The facts of the text, painted below what is typed. */
export const SupportLayer = memo(function SupportLayer(props: {
  readonly text: string;
  readonly marks: readonly SupportMark[];
  readonly active: number | null;
}) {
  return (
    <div
      aria-hidden
      data-layer="support"
      className="draft-lines pointer-events-none [grid-area:1/1] py-2 pr-4 text-transparent"
    >
      {supportParts(props.text, props.marks).map(({ text, mark }, index) => (
        <span
          key={index}
          data-mark={mark ?? undefined}
          data-support={mark === null ? undefined : props.marks[mark]?.verdict}
          className={classNames(
            mark !== null && looks[props.marks[mark]?.verdict ?? 'supported'],
            mark !== null && mark === props.active && 'rounded-[3px] bg-accent-soft',
          )}
        >
          {text}
        </span>
      ))}
      {'\u200b'}
    </div>
  );
});
