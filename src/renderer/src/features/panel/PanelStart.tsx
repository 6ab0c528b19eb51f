import { ClipboardCopy, ClipboardPaste, CornerDownLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/TextProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/Kbd.tsx';

function Step({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <li className="flex items-start gap-3">
      <span className="flex size-7 shrink-0 items-center justify-center rounded-full bg-accent-soft text-accent-ink">
        {icon}
      </span>
      <span className="pt-1 text-sm text-ink-2">{children}</span>
    </li>
  );
}

/** What the panel says before anything was copied: how it is used. */
export function PanelStart(props: { readonly keys: readonly string[]; readonly onTake: () => void }) {
  const { t } = useText();
  const [before, after] = t('panel.startPress', { keys: '\u0000' }).split('\u0000');
  return (
    <div className="m-auto flex max-w-80 flex-col gap-5 p-6">
      <h2 className="text-lg font-semibold">{t('panel.startTitle')}</h2>
      <ol className="flex flex-col gap-3.5">
        <Step icon={<ClipboardCopy size={14} />}>{t('panel.startCopy')}</Step>
        <Step icon={<ClipboardPaste size={14} />}>
          {before}
          <span className="inline-flex gap-1 align-middle">
            {props.keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </span>
          {after}
        </Step>
        <Step icon={<CornerDownLeft size={14} />}>{t('panel.startEnter')}</Step>
      </ol>
      <Button data-testid="panel-take-now" onClick={props.onTake}>
        {t('panel.takeNow')}
      </Button>
    </div>
  );
}
