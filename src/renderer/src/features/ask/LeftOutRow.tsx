import type { LeftOutPassage } from '#shared/model/reasoning.ts';
import { Channel } from '#shared/model/conversation.ts';
import type { Translate } from '../../i18n/translate.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Badge } from '../../ui/Badge.tsx';

function reasonText(t: Translate, { reason, limits, setName, boundary }: LeftOutPassage): string {
  const time = { time: boundary?.time.replace('T', ' ') ?? '', zone: boundary?.zone ?? '' };
  switch (reason) {
    case 'other_subject':
      return t('leftOut.other_subject', { names: limits.join(', ') });
    case 'other_channel':
      return t('leftOut.other_channel', {
        names: Channel.options
          .filter((one) => limits.includes(one))
          .map((one) => t(`channel.${one}`))
          .join(', '),
      });
    case 'not_yet_valid':
      return t('leftOut.not_yet_valid', time);
    case 'no_more_valid':
      return t('leftOut.no_more_valid', time);
    case 'set_off':
      return t('leftOut.set_off', { name: setName ?? '' });
    default:
      return t(`leftOut.${reason}`);
  }
}

/** One passage that came near and was not among those that may answer, with the reason in words. */
export function LeftOutRow(props: { readonly passage: LeftOutPassage; readonly onOpen: () => void }) {
  const { t } = useText();
  const { passage } = props;
  return (
    <li>
      <button
        type="button"
        data-testid="ask-left-out"
        data-reason={passage.reason}
        title={t('ask.open')}
        onClick={props.onOpen}
        className="flex w-full items-baseline gap-2 rounded-md px-3 py-1.5 text-left hover:bg-sunken"
      >
        <span className="min-w-0 flex-1 truncate text-sm text-ink-2" lang={passage.language}>
          {passage.question || passage.answer}
        </span>
        <Badge tone="amber">{reasonText(t, passage)}</Badge>
      </button>
    </li>
  );
}
