import { Lock } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useRequest } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { problemText } from '../../i18n/problem-text.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/Field.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { keepNote, loadNote } from './note-storage.ts';

/**
 * Writes a note only agents see; half written it stays with its conversation. Ctrl or Cmd with Enter adds it; never does
 * it send the reply.
 */
export function NoteBox(props: {
  readonly conversationId: string;
  /** Rises each time a person asks for the box; 0: nobody has. */
  readonly calls: number;
  readonly addKeys: string;
}) {
  const { t } = useText();
  const box = useRef<HTMLTextAreaElement>(null);
  const { conversationId } = props;
  const [text, setText] = useState(() => loadNote(conversationId));
  const report = useReport();
  const note = useRequest('helpdesk.note');
  const isUncertain = note.error?.code === 'send_uncertain';
  const problem = note.error === null || isUncertain ? null : problemText(t, note.error);

  useEffect(() => {
    if (props.calls > 0) box.current?.focus();
  }, [props.calls]);

  function write(next: string): void {
    setText(next);
    keepNote(conversationId, next);
  }

  function add(): void {
    if (text.trim() === '' || note.isPending) return;
    // On its way it is no half-written note: whoever comes back to the box must not add it twice.
    keepNote(conversationId, '');
    note.mutateAsync({ conversationId, text }).then(
      () => {
        setText((now) => (now === text ? '' : now));
        showToast({ tone: 'good', text: t('helpdesk.noteAdded') });
      },
      (error: unknown) => {
        if (loadNote(conversationId) === '') keepNote(conversationId, text);
        if (box.current === null) report(error);
      },
    );
  }

  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-end gap-2">
        <TextArea
          ref={box}
          isShort
          data-testid="helpdesk-note"
          aria-label={t('helpdesk.note')}
          placeholder={t('helpdesk.notePlaceholder')}
          maxLength={20_000}
          value={text}
          onChange={(event) => {
            write(event.target.value);
            if (note.error !== null) note.reset();
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            event.stopPropagation();
            if (!event.nativeEvent.isComposing) add();
          }}
        />
        <Button
          icon={<Lock size={13} />}
          shortcut={props.addKeys}
          data-testid="helpdesk-note-add"
          aria-disabled={text.trim() === '' || note.isPending}
          onClick={add}
        >
          {t('helpdesk.addNote')}
        </Button>
      </div>
      {isUncertain && (
        <p role="alert" className="text-xs text-amber">
          {t('helpdesk.noteUncertain')}
        </p>
      )}
      {problem !== null && (
        <p role="alert" className="text-xs text-red">
          {problem.what} {problem.remedy}
        </p>
      )}
    </div>
  );
}
