import { useState } from 'react';
import { Channel } from '#shared/model/conversation.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field, Select, TextArea, TextInput } from '../../ui/Field.tsx';

export type Question = { readonly text: string; readonly channel: Channel | null; readonly at: number | null };

const anyChannel = 'any';

/** What is asked, by which channel, and as of when. */
export function AskForm(props: { readonly sendKeys: string; readonly onAsk: (question: Question) => void }) {
  const { t } = useText();
  const [text, setText] = useState('');
  const [channel, setChannel] = useState<Channel | typeof anyChannel>(anyChannel);
  const [at, setAt] = useState('');

  function ask(): void {
    if (text.trim() === '') return;
    // A local time of this machine, as the control writes it.
    const moment = at === '' ? Number.NaN : new Date(at).getTime();
    props.onAsk({
      text: text.trim(),
      channel: channel === anyChannel ? null : channel,
      at: Number.isNaN(moment) || moment < 0 ? null : moment,
    });
  }

  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        event.stopPropagation();
        ask();
      }}
    >
      <TextArea
        data-testid="ask-text"
        autoFocus
        aria-label={t('ask.question')}
        placeholder={t('ask.placeholder')}
        maxLength={5_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="flex flex-wrap items-end gap-3">
        <Field label={t('ask.channel')} className="w-40">
          {({ id }) => (
            <Select
              id={id}
              value={channel}
              options={[
                { value: anyChannel, label: t('ask.anyChannel') },
                ...Channel.options.map((value) => ({ value, label: t(`channel.${value}`) })),
              ]}
              onChange={setChannel}
            />
          )}
        </Field>
        <Field label={t('ask.at')} className="w-52">
          {(parts) => (
            <TextInput {...parts} type="datetime-local" value={at} onChange={(event) => setAt(event.target.value)} />
          )}
        </Field>
        <Button
          type="submit"
          tone="primary"
          data-testid="ask-run"
          shortcut={props.sendKeys}
          aria-disabled={text.trim() === ''}
          className="ml-auto"
        >
          {t('ask.run')}
        </Button>
      </div>
    </form>
  );
}
