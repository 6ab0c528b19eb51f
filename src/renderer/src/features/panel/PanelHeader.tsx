import { Settings, X } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../i18n/TextProvider.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';

/** Who one is writing with, in the agent's own words. Key it by the conversation. */
function LabelField(props: { readonly label: string; readonly onLabel: (label: string) => void }) {
  const { t } = useText();
  const [text, setText] = useState(props.label);
  const commit = (): void => {
    if (text.trim() !== props.label) props.onLabel(text.trim());
  };
  return (
    <input
      type="text"
      data-testid="panel-label"
      aria-label={t('panel.label')}
      placeholder={t('panel.labelHint')}
      value={text}
      maxLength={120}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => setText(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') setText(props.label);
        if (event.key === 'Enter' || event.key === 'Escape') {
          event.stopPropagation();
          // Left a moment later, so that what Escape put back is what is left.
          setTimeout(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
        }
      }}
      className="h-7 w-full min-w-0 rounded-md border border-transparent bg-transparent px-1.5 text-base font-semibold text-ink [-webkit-app-region:no-drag] placeholder:font-normal hover:border-line-strong/70 hover:bg-raised focus:border-line-strong focus:bg-raised"
    />
  );
}

/** The top of the panel: the window is moved by it. */
export function PanelHeader(props: {
  /** Null where no conversation is shown. */
  readonly conversationId: string | null;
  readonly label: string;
  readonly isSettingsOpen: boolean;
  readonly onLabel: (label: string) => void;
  readonly onSettings: () => void;
  readonly onHide: () => void;
}) {
  const { t } = useText();
  return (
    <header className="flex h-11 shrink-0 items-center gap-1 pr-2 pl-2 [-webkit-app-region:drag]">
      <div className="min-w-0 flex-1">
        {props.conversationId === null || props.isSettingsOpen ? (
          <h1 className="px-1.5 text-base font-semibold">{t(props.isSettingsOpen ? 'nav.settings' : 'panel.title')}</h1>
        ) : (
          <LabelField key={`${props.conversationId} ${props.label}`} label={props.label} onLabel={props.onLabel} />
        )}
      </div>
      <IconButton
        label={t('nav.settings')}
        icon={<Settings size={15} />}
        aria-pressed={props.isSettingsOpen}
        onClick={props.onSettings}
        className={classNames('[-webkit-app-region:no-drag]', props.isSettingsOpen && 'bg-sunken text-ink')}
      />
      <IconButton
        label={t('panel.hide')}
        shortcut="Esc"
        icon={<X size={16} />}
        data-testid="panel-hide"
        onClick={props.onHide}
        className="[-webkit-app-region:no-drag]"
      />
    </header>
  );
}
