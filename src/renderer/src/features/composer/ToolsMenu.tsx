import { Wand2 } from 'lucide-react';
import { useRef } from 'react';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { ToolDialog } from './ToolDialog.tsx';
import type { ToolChoice } from './text-tools.ts';
import type { TextTools } from './use-text-tools.ts';

/** The words for a choice. */
function useChoiceName(): (choice: ToolChoice) => string {
  const { t } = useText();
  return ({ tool, language }) =>
    tool === 'translate' ? t('tool.translate', { language: t(`language.${language ?? 'en'}`) }) : t(`tool.${tool}`);
}

/** The button with everything that can be done to the text or told of the conversation, and the window it opens. */
export function ToolsMenu(props: { readonly tools: TextTools; readonly language: string }) {
  const { t } = useText();
  const nameOf = useChoiceName();
  const button = useRef<HTMLButtonElement>(null);
  const { tools } = props;
  if (tools.choices.length === 0) return null;
  const writerOf = ({ by }: ToolChoice): string => (by.kind === 'desk' ? t('tools.byDesk') : by.modelName);
  const writers = [...new Set(tools.choices.map(writerOf))];
  // One who does everything is named once.
  const only = writers.length === 1 ? writers : [];
  return (
    <>
      <Button
        ref={button}
        tone="quiet"
        className="px-2 [&_kbd]:hidden @lg:px-3 @lg:[&_kbd]:inline-flex"
        icon={<Wand2 size={14} />}
        shortcut="T"
        data-testid="writing-tools"
        aria-haspopup="menu"
        aria-expanded={tools.chosen !== null}
        onClick={() => tools.openMenu(tools.chosen === null)}
      >
        {t('tools.open')}
      </Button>
      {tools.chosen !== null && (
        <Menu
          label={[t(tools.chosen.selection !== null ? 'tools.onSelection' : 'tools.onAll'), ...only].join(' · ')}
          anchor={button}
          hasDigits
          items={tools.choices.map((choice) => ({
            id: choice.id,
            label: (
              <span className="flex items-baseline justify-between gap-4">
                <span className="truncate">{nameOf(choice)}</span>
                {only.length === 0 && <span className="shrink-0 text-2xs text-ink-3">{writerOf(choice)}</span>}
              </span>
            ),
          }))}
          onChoose={(id) => {
            const choice = tools.choices.find((one) => one.id === id);
            if (choice !== undefined) tools.choose(choice);
          }}
          onClose={() => tools.openMenu(false)}
        />
      )}
      {tools.run !== null && (
        <ToolDialog
          key={tools.run.result === null ? 'working' : 'done'}
          run={tools.run}
          title={nameOf(tools.run.choice)}
          language={tools.run.choice.language ?? props.language}
          onAccept={tools.accept}
          onLeave={tools.leave}
        />
      )}
    </>
  );
}
