import { LockKeyhole, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Profile } from '#shared/model/profile.ts';
import { useAnswer, useRequest } from '../../app/queries.ts';
import { useReport } from '../../app/use-report.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { problemText } from '../../i18n/problem-text.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Field, TextInput } from '../../ui/Field.tsx';
import { usePause } from './use-pause.ts';

/** Who works here now? Arrow keys choose, the PIN is typed at once, Enter signs in. */
export function SignInPage(props: { readonly lastId: string; readonly isPanel: boolean }) {
  const { t } = useText();
  const report = useReport();
  const people = useAnswer('profile.list', {});
  const active = people.data?.filter(({ state }) => state === 'active') ?? [];
  const [chosenId, setChosenId] = useState(props.lastId);
  const chosen = active.find(({ id }) => id === chosenId) ?? active[0];
  const hide = useRequest('panel.hide');
  const onHide = (): void => hide.mutate({}, { onError: report });

  function move(event: KeyboardEvent): void {
    if (event.key === 'Escape' && props.isPanel) onHide();
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const next = active[(active.findIndex(({ id }) => id === chosen?.id) + by + active.length) % active.length];
    if (by === 0 || next === undefined) return;
    event.preventDefault();
    setChosenId(next.id);
  }

  return (
    <main
      data-testid="sign-in"
      data-own-keys
      onKeyDown={move}
      className={classNames(
        'flex h-full items-center justify-center overflow-y-auto bg-canvas',
        props.isPanel ? 'p-3' : 'p-8',
      )}
    >
      {props.isPanel && (
        <IconButton label={t('panel.hide')} icon={<X size={16} />} className="fixed top-2 right-2" onClick={onHide} />
      )}
      <div className="w-full max-w-sm rounded-xl border border-line bg-raised p-6">
        <LockKeyhole size={22} className="mb-3 text-accent-ink" />
        <h1 className="mb-4 text-lg font-semibold">{t('people.whoWorks')}</h1>
        <div
          role="radiogroup"
          aria-label={t('people.whoWorks')}
          className="mb-4 flex max-h-[40vh] flex-col gap-1 overflow-y-auto"
        >
          {active.map((profile) => (
            <button
              key={profile.id}
              type="button"
              role="radio"
              tabIndex={-1}
              aria-checked={profile.id === chosen?.id}
              data-testid="sign-in-person"
              data-profile-id={profile.id}
              onClick={() => setChosenId(profile.id)}
              className={classNames(
                'flex items-baseline gap-3 rounded-lg border px-3 py-2 text-left text-sm',
                profile.id === chosen?.id
                  ? 'border-accent-line bg-accent-soft font-medium text-accent-ink'
                  : 'border-transparent hover:bg-sunken',
              )}
            >
              <span className="min-w-0 flex-1 truncate">{profile.name || t(`role.${profile.role}`)}</span>
              {profile.name !== '' && <span className="text-xs text-ink-3">{t(`role.${profile.role}`)}</span>}
            </button>
          ))}
        </div>
        {chosen !== undefined && <PinForm key={chosen.id} profile={chosen} />}
      </div>
    </main>
  );
}

function PinForm({ profile }: { readonly profile: Profile }) {
  const { t } = useText();
  const signIn = useRequest('profile.signIn');
  const [pin, setPin] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const pause = usePause();
  useEffect(() => (profile.hasPin ? input : button).current?.focus(), [profile.hasPin]);

  const problem =
    pause.left > 0
      ? t('people.pause', { seconds: pause.left })
      : signIn.error === null || signIn.error.code === 'pin_paused'
        ? null
        : problemText(t, signIn.error).what;

  function submit(): void {
    if (signIn.isPending || pause.left > 0) return;
    signIn.mutate(
      { profileId: profile.id, pin: profile.hasPin ? pin : null },
      {
        onError: ({ code, detail }) => {
          if (code === 'pin_paused') pause.begin(Number(detail['seconds'] ?? 0));
          setPin('');
          input.current?.focus();
        },
      },
    );
  }

  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {profile.hasPin && (
        <Field label={t('people.pin')} problem={problem}>
          {(parts) => (
            <TextInput
              {...parts}
              ref={input}
              type="password"
              autoComplete="current-password"
              maxLength={200}
              data-testid="sign-in-pin"
              value={pin}
              onChange={(event) => setPin(event.target.value)}
            />
          )}
        </Field>
      )}
      <Button
        ref={button}
        type="submit"
        tone="primary"
        shortcut="↵"
        data-testid="sign-in-go"
        aria-disabled={signIn.isPending || pause.left > 0 || (profile.hasPin && pin === '')}
      >
        {t('people.signIn')}
      </Button>
      {signIn.isError && (
        <p className="text-xs text-ink-3" data-testid="sign-in-problem" role="status">
          {t(profile.role === 'owner' ? 'people.forgotOwner' : 'people.forgot')}
        </p>
      )}
    </form>
  );
}
