import { X } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useText } from '../../i18n/TextProvider.tsx';

/** The tags of a thread: each can be taken off, another is added with Enter; Escape drops what is half typed. */
export function TagEditor(props: {
  readonly tags: readonly string[];
  readonly onChange: (tags: readonly string[]) => void;
}) {
  const { t } = useText();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');

  function add(): void {
    const tag = typed.trim();
    setTyped('');
    if (tag !== '' && !props.tags.includes(tag)) props.onChange([...props.tags, tag]);
  }

  function remove(tag: string): void {
    // The button goes with its tag: the keys stay in the field.
    input.current?.focus();
    props.onChange(props.tags.filter((other) => other !== tag));
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && typed !== '') {
      event.preventDefault();
      setTyped('');
    } else if (event.key === 'Enter' || event.key === ',') {
      // With Ctrl or Cmd too: never does a key in this field send the reply.
      event.preventDefault();
      add();
    }
  }

  return (
    <div
      role="group"
      aria-label={t('helpdesk.tags')}
      data-testid="helpdesk-tags"
      className="flex min-h-8 flex-wrap items-center gap-1 rounded-md border border-line-strong/70 bg-raised px-1.5 py-0.5 focus-within:border-line-strong"
    >
      {props.tags.map((tag) => (
        <span
          key={tag}
          className="inline-flex max-w-full items-center gap-0.5 rounded bg-sunken py-px pr-0.5 pl-1.5 text-xs"
        >
          <span className="truncate">{tag}</span>
          <button
            type="button"
            aria-label={t('helpdesk.removeTag', { name: tag })}
            onClick={() => remove(tag)}
            className="rounded p-0.5 text-ink-3 hover:bg-line hover:text-ink"
          >
            <X size={11} />
          </button>
        </span>
      ))}
      <input
        ref={input}
        value={typed}
        aria-label={t('helpdesk.addTag')}
        placeholder={props.tags.length === 0 ? t('helpdesk.addTag') : '+'}
        maxLength={120}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => {
          // Another window was turned to: the field keeps the focus and what is typed.
          if (document.activeElement !== input.current) add();
        }}
        onKeyDown={onKeyDown}
        className="h-5 min-w-8 flex-1 bg-transparent px-1 text-xs outline-none placeholder:text-ink-3"
      />
    </div>
  );
}
