import { useState } from 'react';
import type { Profile } from '#shared/model/profile.ts';
import { useMay } from '../../app/presence.ts';
import { useRequest } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { PersonForm } from './PersonForm.tsx';
import { PinForm } from './PinForm.tsx';

/** A person of the desk, and what can be changed about them. */
export function PersonRow({ profile, isMe }: { readonly profile: Profile; readonly isMe: boolean }) {
  const { t } = useText();
  const report = useReport();
  const may = useMay();
  const save = useRequest('profile.save');
  const [open, setOpen] = useState<'person' | 'pin' | null>(null);
  const { id, name, role, state, hasPin } = profile;
  const isHere = state === 'active';
  const close = (): void => setOpen(null);
  const setState = (next: Profile['state']): void =>
    save.mutate({ profileId: id, name, role, state: next }, { onError: report });
  return (
    <li
      data-testid="person"
      data-role={role}
      data-state={state}
      className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line/70 px-4 py-3 last:border-0"
    >
      <div className="min-w-48 flex-1">
        <p className="flex items-center gap-2 text-sm font-medium">
          <span className="truncate">{name || t(`role.${role}`)}</span>
          {isMe && <Badge tone="accent">{t('people.you')}</Badge>}
          {!isHere && <Badge tone="neutral">{t('people.retired')}</Badge>}
        </p>
        <p className="text-xs text-ink-2">
          {t(`role.${role}`)} · {t(`role.${role}.may`)}
        </p>
        {isHere && <p className="text-xs text-ink-3">{t(hasPin ? 'people.hasPin' : 'people.noPin')}</p>}
      </div>
      {isHere && (
        <Button size="small" data-testid="person-pin" onClick={() => setOpen('pin')}>
          {t(isMe ? (hasPin ? 'people.changePin' : 'people.setPin') : 'people.resetPin')}
        </Button>
      )}
      {may('profile.save') && isHere && (
        <Button size="small" data-testid="person-edit" onClick={() => setOpen('person')}>
          {t('action.edit')}
        </Button>
      )}
      {may('profile.save') && !isMe && (
        <Button
          size="small"
          tone="quiet"
          data-testid={isHere ? 'person-retire' : 'person-restore'}
          onClick={() => setState(isHere ? 'retired' : 'active')}
        >
          {t(isHere ? 'people.retire' : 'people.restore')}
        </Button>
      )}
      {open === 'person' && <PersonForm profile={profile} onClose={close} />}
      {open === 'pin' && <PinForm profile={profile} isMe={isMe} onClose={close} />}
    </li>
  );
}
