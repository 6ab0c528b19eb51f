import type { RequestOutput } from '#shared/contract/index.ts';
import { validityState } from '../../app/validity-state.ts';
import { ValidityNote } from '../../app/ValidityNote.tsx';
import { useText } from '../../i18n/TextProvider.tsx';
import { useNow } from '../../ui/use-now.ts';

type Overlay = RequestOutput<'set.overlays'>[number];

/** The answers whose place a set takes while it is on, each beside what it says instead. */
export function SetOverlays({ overlays, isOn }: { readonly overlays: readonly Overlay[]; readonly isOn: boolean }) {
  const { t } = useText();
  const now = useNow();
  const answersNow = ({ validity }: Overlay['entry']): boolean =>
    isOn && ['always', 'holds'].includes(validityState(validity, now).state);
  return (
    <ul
      className="flex flex-col divide-y divide-line rounded-md border border-line bg-raised"
      data-testid="set-overlays"
    >
      {overlays.flatMap(({ entry, below }) =>
        below.map(({ entry: lower }) => (
          <li key={`${entry.id} ${lower.id}`} className="grid grid-cols-2 gap-4 px-3 py-2 text-sm">
            <div lang={lower.language} className="min-w-0">
              <p className="text-2xs text-ink-3">{t(answersNow(entry) ? 'sets.insteadOf' : 'sets.saysNow')}</p>
              <a href={`#/knowledge/${lower.id}`} className="font-medium hover:underline [overflow-wrap:anywhere]">
                {lower.question || t('evidence.untitled')}
              </a>
              <p className="prose-mail line-clamp-4 text-ink-2">{lower.answer}</p>
            </div>
            <div lang={entry.language} className="min-w-0">
              <p className="text-2xs text-ink-3">
                {answersNow(entry) && t('sets.saysNow')}
                {!isOn && t('sets.wouldSay')}
                {entry.validity !== null && (
                  <>
                    {(answersNow(entry) || !isOn) && ' · '}
                    <ValidityNote validity={entry.validity} now={now} />
                  </>
                )}
              </p>
              <a
                href={`#/knowledge/sets/${entry.setId ?? ''}/${entry.id}`}
                className="font-medium hover:underline [overflow-wrap:anywhere]"
              >
                {entry.question || t('evidence.untitled')}
              </a>
              <p className="prose-mail line-clamp-4 text-ink-2">{entry.answer}</p>
            </div>
          </li>
        )),
      )}
    </ul>
  );
}
