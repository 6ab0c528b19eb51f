import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Evidence } from '#shared/model/evidence.ts';
import type { SupportMark } from '#shared/model/support.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Gutter } from './Gutter.tsx';
import { type GutterRun, gutterRuns } from './gutter.ts';
import { SupportLayer } from './SupportLayer.tsx';
import { markAtPlace } from './support-marks.ts';
import { type Mark, gapIn, gapAfter, segmentsOf } from './marks.ts';

export type EditorHandle = {
  focus(): void;
  /** Writes at the caret as if typed, so that it can be undone. */
  insert(text: string): void;
  /** Whether somebody writes in it. */
  isInUse(): boolean;
  /** Selects a stretch of the text; an empty one is the caret. */
  select(start: number, end: number): void;
  /** The text before and behind the caret, without what is selected. */
  around(): { readonly before: string; readonly after: string };
  /** Where the text stands in the window; null where it is not shown. */
  box(): DOMRect | null;
  /** The same in the place of a stretch, in UTF-16 units. */
  replace(start: number, end: number, text: string): void;
  /** What is chosen; null: nothing. */
  selection(): { readonly start: number; readonly end: number } | null;
  /** Selects the next gap; false where there is none. */
  focusGap(): boolean;
};

export type DraftEditorProps = {
  readonly handle: RefObject<EditorHandle | null>;
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly evidence: readonly Evidence[];
  readonly language: string;
  readonly placeholder: string;
  readonly activeEvidence: number | null;
  readonly onActiveEvidence: (evidence: number | null) => void;
  readonly onText: (text: string) => void;
  /** A slash was typed where a word begins. */
  readonly onSlash?: (() => void) | undefined;
  /** Painted below the text, in its lines. */
  readonly layer?: ReactNode;
  readonly support?: readonly SupportMark[];
  readonly activeSupport?: number | null;
  readonly onActiveSupport?: (mark: number | null) => void;
};

const noMarks: readonly SupportMark[] = [];

const markLooks: Record<Mark['kind'], string> = {
  source: 'underline decoration-accent-line decoration-1 underline-offset-[5px]',
  edited: 'underline decoration-ink-3 decoration-dotted decoration-1 underline-offset-[5px]',
  gap: 'rounded-[3px] bg-amber-soft shadow-[0_0_0_1px_var(--amber-line)]',
};

function useGutter(mirror: RefObject<HTMLDivElement | null>, marks: readonly Mark[]): readonly GutterRun[] {
  const [runs, setRuns] = useState<readonly GutterRun[]>([]);
  useLayoutEffect(() => {
    const element = mirror.current;
    if (element === null) return undefined;
    const measure = (): void => {
      const origin = element.getBoundingClientRect().top;
      const spans = [...element.querySelectorAll<HTMLElement>('[data-mark]')];
      setRuns(
        gutterRuns(
          marks.flatMap((mark, index) => {
            const rects = [...(spans[index]?.getClientRects() ?? [])];
            const first = rects[0];
            const last = rects.at(-1);
            return first && last ? [{ mark, top: first.top - origin, bottom: last.bottom - origin }] : [];
          }),
        ),
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [mirror, marks]);
  return runs;
}

/** A slash typed where a word begins; in "and/or" it is said. */
function isSlash(event: KeyboardEvent<HTMLTextAreaElement>): boolean {
  const { selectionStart: start, selectionEnd: end, value } = event.currentTarget;
  const isKey = (event.key === '/' || event.key === '／') && !event.ctrlKey && !event.metaKey && !event.altKey;
  return isKey && start === end && (start === 0 || /\s/u.test(value.charAt(start - 1)));
}

/**
 * A plain textarea over a mirror of its text. The mirror sets the height and paints the marks; the textarea keeps
 * what browsers do well: input methods, undo, spelling, selection.
 */
export function DraftEditor(props: DraftEditorProps) {
  const { t } = useText();
  const area = useRef<HTMLTextAreaElement>(null);
  const mirror = useRef<HTMLDivElement>(null);
  const segments = useMemo(() => segmentsOf(props.text, props.marks), [props.text, props.marks]);
  const runs = useGutter(mirror, props.marks);
  const support = props.support ?? noMarks;
  const lanes = Math.max(1, ...runs.map((run) => run.lane + 1));

  useImperativeHandle(props.handle, () => ({
    focus() {
      const element = area.current;
      if (element === null) return;
      element.focus();
    },
    insert(text) {
      area.current?.focus();
      // The only way to write into a textarea that its undo remembers.
      document.execCommand('insertText', false, text);
    },
    isInUse: () => area.current !== null && document.activeElement === area.current,
    select(start, end) {
      area.current?.focus();
      area.current?.setSelectionRange(start, end);
    },
    around() {
      const { selectionStart: start, selectionEnd: end } = area.current ?? { selectionStart: 0, selectionEnd: 0 };
      return { before: props.text.slice(0, start), after: props.text.slice(end) };
    },
    box: () => area.current?.getBoundingClientRect() ?? null,
    replace(start, end, text) {
      area.current?.focus();
      area.current?.setSelectionRange(start, end);
      document.execCommand(text === '' ? 'delete' : 'insertText', false, text);
    },
    selection() {
      const element = area.current;
      if (element === null || element.selectionStart === element.selectionEnd) return null;
      return { start: element.selectionStart, end: element.selectionEnd };
    },
    focusGap() {
      const element = area.current;
      if (element === null) return false;
      const caret = document.activeElement === element ? element.selectionStart : -1;
      const gap = gapAfter(props.marks, caret) ?? gapIn(props.text);
      if (gap === null) return false;
      element.focus();
      element.setSelectionRange(gap.start, gap.end);
      const index = props.marks.findIndex((mark) => mark.start === gap.start);
      mirror.current?.querySelectorAll('[data-mark]')[index]?.scrollIntoView({ block: 'nearest' });
      return true;
    },
  }));

  function markAt(offset: number): Mark | undefined {
    return props.marks.find((mark) => mark.start <= offset && offset <= mark.end);
  }

  function leave(): void {
    props.onActiveEvidence(null);
    props.onActiveSupport?.(null);
  }

  /** The fact under the pointer: the layer that paints it lies below the text. */
  function supportUnder(x: number, y: number): number | null {
    const layer = mirror.current?.parentElement?.querySelector('[data-layer=support]');
    const parts = [...(layer?.children ?? [])];
    const under = parts.find((part) =>
      [...part.getClientRects()].some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom),
    );
    const index = under instanceof HTMLElement ? under.dataset['mark'] : undefined;
    return index === undefined ? null : Number(index);
  }

  function activateUnder(x: number, y: number): void {
    const spans = [...(mirror.current?.querySelectorAll<HTMLElement>('[data-mark]') ?? [])];
    const under = spans.findIndex((span) =>
      [...span.getClientRects()].some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom),
    );
    props.onActiveEvidence(props.marks[under]?.evidence ?? null);
    props.onActiveSupport?.(supportUnder(x, y));
  }

  return (
    <div className="flex min-h-16 flex-1 overflow-y-auto">
      <Gutter
        runs={runs}
        lanes={lanes}
        evidence={props.evidence}
        activeEvidence={props.activeEvidence}
        onActiveEvidence={props.onActiveEvidence}
      />
      <div className="relative grid min-w-0 flex-1 self-start" lang={props.language}>
        <div ref={mirror} aria-hidden className="draft-lines [grid-area:1/1] min-h-20 py-2 pr-4 text-transparent">
          {segments.map(({ text, mark }, index) =>
            mark === null ? (
              <span key={index}>{text}</span>
            ) : (
              <span
                key={index}
                data-mark={mark.kind}
                className={classNames(
                  markLooks[mark.kind],
                  mark.evidence !== null &&
                    mark.evidence === props.activeEvidence &&
                    'rounded-[3px] bg-accent-soft decoration-accent-ink decoration-2',
                )}
              >
                {text}
              </span>
            ),
          )}
          {'\u200b'}
        </div>
        {props.layer}
        {support.length > 0 && <SupportLayer text={props.text} marks={support} active={props.activeSupport ?? null} />}
        <textarea
          ref={area}
          data-testid="composer-text"
          aria-label={t('composer.text')}
          value={props.text}
          placeholder={props.placeholder}
          spellCheck={props.language === 'en'}
          onChange={(event) => props.onText(event.target.value)}
          onKeyDown={(event) => {
            if (props.onSlash === undefined || event.nativeEvent.isComposing || !isSlash(event)) return;
            event.preventDefault();
            props.onSlash();
          }}
          onSelect={(event) => {
            const at = event.currentTarget.selectionStart;
            props.onActiveEvidence(markAt(at)?.evidence ?? null);
            props.onActiveSupport?.(markAtPlace(support, at));
          }}
          onPointerMove={(event) => {
            if (event.buttons === 0) activateUnder(event.clientX, event.clientY);
          }}
          onPointerLeave={leave}
          onBlur={leave}
          className="draft-lines relative [grid-area:1/1] size-full resize-none overflow-hidden bg-transparent py-2 pr-4 text-ink outline-none"
        />
      </div>
    </div>
  );
}
