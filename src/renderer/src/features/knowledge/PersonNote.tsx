import { PersonField } from '../../app/PersonField.tsx';
import { setPreferences, usePreferences } from '../../app/preferences.ts';
import { useMay, usePresence } from '../../app/presence.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';

/** Asks once who writes here; who would rather not say so is not asked again. */
export function PersonNote() {
  const { t } = useText();
  const { isNameless } = usePreferences();
  const { profile } = usePresence();
  const may = useMay();
  if (profile.name !== '' || isNameless || !may('profile.save')) return null;
  return (
    <div className="rounded-lg border border-line bg-surface p-3" data-testid="person-note">
      <PersonField
        more={
          <Button tone="quiet" onClick={() => setPreferences({ isNameless: true })}>
            {t('person.notNow')}
          </Button>
        }
      />
    </div>
  );
}
