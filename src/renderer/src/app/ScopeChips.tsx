import { X } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../i18n/TextProvider.tsx';

/** A set of short names: Enter or a comma adds one, Backspace in the empty box takes the last away. */
export function ScopeChips(props: {
  readonly id: string;
  /** Whether the keyboard begins here. */
  readonly hasFocus?: boolean;
  readonly placeholder?: string;
  /** Names that are offered while typing. */
  readonly suggestions?: readonly string[];
  readonly values: readonly string[];
  readonly onChange: (values: string[]) => void;
}) {
  const { t } = useText();
  const [text, setText] = useState('');
  function add(): void {
    const value = text.trim();
    setText('');
    if (value !== '' && !props.values.includes(value)) props.onChange([...props.values, value]);
  }
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-1 rounded-md border border-line-strong/70 bg-raised px-1.5 py-1 focus-within:outline-2 focus-within:outline-focus">
      {props.values.map((value) => (
        <span key={value} className="inline-flex items-center gap-0.5 rounded bg-sunken pl-1.5 text-xs">
          {value}
          <button
            type="button"
            aria-label={t('knowledge.removeScope', { name: value })}
            onClick={() => props.onChange(props.values.filter((other) => other !== value))}
            className="rounded p-0.5 text-ink-3 hover:text-ink"
          >
            <X size={11} />
          </button>
        </span>
      ))}
      <input
        id={props.id}
        autoFocus={props.hasFocus}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={add}
        placeholder={props.values.length === 0 ? (props.placeholder ?? t('knowledge.scopePlaceholder')) : ''}
        list={props.suggestions === undefined ? undefined : `${props.id}-names`}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter' || event.key === ',' || event.key === '、') {
            event.preventDefault();
            add();
          }
          if (event.key === 'Backspace' && text === '') props.onChange(props.values.slice(0, -1));
        }}
        className="h-5 min-w-24 flex-1 bg-transparent px-1 text-sm outline-none"
      />
      {props.suggestions !== undefined && (
        <datalist id={`${props.id}-names`}>
          {props.suggestions
            .filter((name) => !props.values.includes(name))
            .map((name) => (
              <option key={name} value={name} />
            ))}
        </datalist>
      )}
    </div>
  );
}
