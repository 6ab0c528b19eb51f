import { Clock, Layers, MessageCircle } from 'lucide-react';
import type { KnowledgeEntry } from '#shared/model/knowledge.ts';
import { channelsText, validityText } from '../../i18n/content-text.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { validityState } from '../../app/validity-state.ts';
import { ValidityNote } from '../../app/ValidityNote.tsx';

const timeTones = { holds: 'accent', coming: 'blue', over: 'amber', always: 'neutral' } as const;

/** At a glance: the layer an entry belongs to, its time, and its channels. */
export function EntryBadges(props: {
  readonly entry: KnowledgeEntry;
  readonly now: number;
  /** Null where it goes without saying. */
  readonly setName: string | null;
}) {
  const { t, language } = useText();
  const { entry, now, setName } = props;
  const { channels, validity } = entry;
  return (
    <>
      {entry.setId === null && entry.storeId === null && (
        <Badge title={t('knowledge.baseWhy')}>{t('knowledge.base')}</Badge>
      )}
      {entry.setId !== null && setName !== null && (
        <Badge
          tone="violet"
          className="max-w-[min(9rem,100%)]"
          icon={<Layers size={10} className="shrink-0" />}
          title={setName}
        >
          <span className="truncate">{setName}</span>
        </Badge>
      )}
      {validity !== null && (
        <Badge
          tone={timeTones[validityState(validity, now).state]}
          icon={<Clock size={10} />}
          title={validityText(language, validity)}
        >
          <ValidityNote validity={validity} now={now} />
        </Badge>
      )}
      {channels.length > 0 && (
        <Badge icon={<MessageCircle size={10} />} title={channelsText(t, channels)}>
          {channels.length < 3 ? channelsText(t, channels) : t('knowledge.someChannels', { count: channels.length })}
        </Badge>
      )}
    </>
  );
}
