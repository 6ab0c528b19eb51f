import { PenLine, Square, TriangleAlert } from 'lucide-react';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { TextInput } from '../../ui/Field.tsx';

export type WritingBarProps = {
  /** What is to be said, as far as the agent has typed it. */
  readonly steer: string;
  readonly onSteer: (steer: string) => void;
  /** Null while nothing is written; else what there is of it so far. */
  readonly text: string | null;
  /** Why the last try brought nothing. */
  readonly problem: string | null;
  readonly language: string;
  readonly onWrite: () => void;
  readonly onStop: () => void;
};

/** What a model is writing: to be read, not to be touched. What the agent typed stays below. */
function Preview({
  text,
  language,
  onStop,
}: {
  readonly text: string;
  readonly language: string;
  readonly onStop: () => void;
}) {
  const { t } = useText();
  return (
    <div
      data-testid="writing-preview"
      aria-label={t('writing.preview')}
      role="region"
      aria-busy
      className="flex max-h-28 items-start gap-2 overflow-y-auto rounded-md border border-dashed border-line-strong bg-canvas px-3 py-2"
    >
      <p lang={language} className="prose-mail min-w-0 flex-1 text-sm text-ink-2">
        {text === '' ? <span className="text-ink-3">{t('writing.waiting')}</span> : text}
      </p>
      <Button size="small" icon={<Square size={11} />} shortcut="Esc" data-testid="stop-writing" onClick={onStop}>
        {t('writing.stop')}
      </Button>
    </div>
  );
}

/** The steering line, and what a language model writes. */
export function WritingBar(props: WritingBarProps) {
  const { t } = useText();
  const isWriting = props.text !== null;
  return (
    <div data-testid="writing" className="flex shrink-0 flex-col gap-1.5 px-4 pt-2">
      {props.text !== null && <Preview text={props.text} language={props.language} onStop={props.onStop} />}
      <form
        className="flex items-center gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isWriting) props.onWrite();
        }}
      >
        <TextInput
          aria-label={t('writing.steer')}
          placeholder={t('writing.steerPlaceholder')}
          data-testid="steer"
          maxLength={1_000}
          className="h-7 min-w-0 flex-1 text-xs"
          value={props.steer}
          onChange={(event) => props.onSteer(event.target.value)}
        />
        <Button
          size="small"
          type="submit"
          icon={<PenLine size={13} />}
          shortcut="W"
          title={t('writing.wordHint')}
          data-testid="word-draft"
          aria-disabled={isWriting}
        >
          {t('writing.word')}
        </Button>
      </form>
      {props.problem !== null && !isWriting && (
        <p role="status" data-testid="writing-problem" className="flex items-center gap-1.5 text-xs text-amber">
          <TriangleAlert size={13} className="shrink-0" />
          <span>
            {props.problem} {t('writing.stays')}
          </span>
        </p>
      )}
    </div>
  );
}
