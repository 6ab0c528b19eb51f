import { KeyRound, LockKeyhole, UserRound } from 'lucide-react';
import { useRef, useState } from 'react';
import { useText } from '../i18n/TextProvider.tsx';
import { Menu } from '../ui/Menu.tsx';
import { usePresence } from './presence.ts';
import { useRequest } from './queries.ts';
import { useRoute } from './routes.ts';
import { useReport } from './use-report.ts';

/** Who works here, at the foot of the rail; nothing where nobody has to sign in. */
export function ProfileMenu() {
  const { t } = useText();
  const [, go] = useRoute();
  const report = useReport();
  const { profile, isShared } = usePresence();
  const lock = useRequest('profile.lock');
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  if (!isShared) return null;
  const name = profile.name || t(`role.${profile.role}`);

  function choose(id: string): void {
    setIsOpen(false);
    if (id === 'lock') lock.mutate({}, { onError: report });
    else go({ place: 'settings', section: 'people' });
  }

  return (
    <>
      <button
        ref={anchor}
        type="button"
        data-testid="profile-menu"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        title={`${name} · ${t(`role.${profile.role}`)}`}
        onClick={() => setIsOpen(!isOpen)}
        className="flex w-full flex-col items-center gap-0.5 rounded-lg px-1.5 py-1.5 text-2xs text-ink-2 hover:bg-sunken"
      >
        <UserRound size={17} />
        <span className="max-w-full truncate">{name}</span>
      </button>
      {isOpen && (
        <Menu
          label={`${name} · ${t(`role.${profile.role}`)}`}
          anchor={anchor}
          items={[
            { id: 'lock', label: t('people.lock'), icon: <LockKeyhole size={14} /> },
            { id: 'pin', label: t('people.changePin'), icon: <KeyRound size={14} /> },
          ]}
          onChoose={choose}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  );
}
