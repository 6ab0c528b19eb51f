import { MessageSquareText, Send } from 'lucide-react';
import { useRef } from 'react';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { AttachButton } from '../../app/AttachButton.tsx';
import { type ComposerProps, type DiscardReason, discardReasons } from './composer-props.ts';

/** In a narrow column the quiet buttons lose their key caps: Send must stay whole. */
const quiet = 'px-2 [&_kbd]:hidden @lg:[&_kbd]:inline-flex @3xl:px-3';

/** Everything one can do with the reply; sending stands last. */
export function ComposerActions(props: ComposerProps) {
  const { t } = useText();
  const discard = useRef<HTMLButtonElement>(null);
  const gaps = props.work.marks.filter((mark) => mark.kind === 'gap').length;
  const isEmpty = props.work.work.text.trim() === '';
  const { conversation } = props;
  return (
    <div data-bar className="flex shrink-0 items-center gap-1 border-t border-line px-3 py-2 @max-[22rem]:flex-wrap">
      {props.work.work.base !== null && props.work.work.base.text !== '' && (
        <Button
          ref={discard}
          tone="quiet"
          className={quiet}
          shortcut="X"
          data-testid="discard"
          aria-haspopup="menu"
          onClick={() => props.onChooseReason(!props.isChoosingReason)}
        >
          {t('composer.discard')}
        </Button>
      )}
      {props.canDraft && (
        <Button
          tone="quiet"
          className={quiet}
          shortcut="R"
          data-testid="redraft"
          onClick={props.onRedraft}
          disabled={props.isDrafting}
        >
          {t(props.work.work.base === null ? 'composer.makeDraft' : 'composer.redraft')}
        </Button>
      )}
      <Button
        tone="quiet"
        className={quiet}
        shortcut="I"
        icon={<MessageSquareText size={14} />}
        data-testid="macros-open"
        aria-label={t('macro.open')}
        title={t('macro.openHint')}
        onClick={() => props.onMacros(false)}
      >
        <span className="hidden @3xl:inline">{t('macro.open')}</span>
      </Button>
      <AttachButton rules={props.files.rules} onFiles={props.files.add} />
      {props.tools}
      {conversation.status === 'unanswered' && (
        <Button
          tone="quiet"
          className={quiet}
          shortcut="C"
          data-testid="close-conversation"
          title={t('composer.closeHint')}
          onClick={props.onClose}
        >
          {t('composer.close')}
        </Button>
      )}
      {conversation.status === 'closed' && (
        <Button tone="quiet" className={quiet} data-testid="reopen-conversation" onClick={props.onReopen}>
          {t('composer.reopen')}
        </Button>
      )}
      <span className="flex-1" />
      {gaps > 0 && (
        <button
          type="button"
          className="mr-1 min-w-0 truncate text-xs text-amber underline underline-offset-2"
          title={t('composer.gapsLeft', { count: gaps })}
          onClick={() => props.editor.current?.focusGap()}
        >
          {t('composer.gapsLeft', { count: gaps })}
        </button>
      )}
      <Button
        tone="primary"
        icon={<Send size={14} />}
        shortcut={props.sendKeys}
        className="ml-auto @max-[26rem]:[&_kbd]:hidden"
        data-testid="send"
        aria-disabled={isEmpty || gaps > 0 || props.limits.blockedBy !== null}
        onClick={props.onSend}
      >
        {t('composer.send')}
      </Button>
      {props.isChoosingReason && (
        <Menu
          label={t('composer.discardWhy')}
          anchor={discard}
          hasDigits
          items={discardReasons.map((reason) => ({ id: reason, label: t(`discard.${reason}`) }))}
          onChoose={(reason) => props.onDiscard(reason as DiscardReason)}
          onClose={() => props.onChooseReason(false)}
        />
      )}
    </div>
  );
}
