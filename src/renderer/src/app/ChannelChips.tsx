import { Channel } from '#shared/model/conversation.ts';
import { useText } from '../i18n/TextProvider.tsx';
import { classNames } from '../ui/class-names.ts';

/** The channels in which something may be said; none chosen means all. */
export function ChannelChips(props: {
  readonly values: readonly Channel[];
  readonly onChange: (values: Channel[]) => void;
}) {
  const { t } = useText();
  return (
    <fieldset className="flex min-w-0 flex-col gap-1">
      <legend className="mb-1 text-xs font-medium text-ink-2">{t('knowledge.channels')}</legend>
      <div className="flex flex-wrap gap-1">
        {Channel.options.map((channel) => {
          const isChosen = props.values.includes(channel);
          return (
            <button
              key={channel}
              type="button"
              aria-pressed={isChosen}
              data-testid={`channel-${channel}`}
              onClick={() =>
                props.onChange(
                  Channel.options.filter((one) => (one === channel ? !isChosen : props.values.includes(one))),
                )
              }
              className={classNames(
                'h-6 rounded-full border px-2.5 text-xs transition-colors',
                isChosen
                  ? 'border-accent-line bg-accent-soft font-medium text-accent-ink'
                  : 'border-line-strong/70 bg-raised text-ink-2 hover:border-line-strong',
              )}
            >
              {t(`channel.${channel}`)}
            </button>
          );
        })}
      </div>
      <p className="text-xs text-ink-3">{t('knowledge.channelsHint')}</p>
    </fieldset>
  );
}
