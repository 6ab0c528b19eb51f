import {
  BookOpen,
  ChartColumn,
  ChevronsUpDown,
  GraduationCap,
  Inbox,
  Keyboard,
  Layers,
  PanelRight,
  Settings,
} from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import type { Store } from '#shared/model/store.ts';
import { useText } from '../i18n/TextProvider.tsx';
import { IconButton } from '../ui/Button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Menu } from '../ui/Menu.tsx';
import { DeskStatusButton } from './DeskStatusButton.tsx';
import { useCommand } from './commands.tsx';
import { useDecidedCount, useNewAlarmCount } from './last-look.ts';
import { setPreferences } from './preferences.ts';
import { useMay } from './presence.ts';
import { useAnswer } from './queries.ts';
import { ProfileMenu } from './ProfileMenu.tsx';
import { type Route, pathOf, useRoute } from './routes.ts';

type Place = Route['place'];

const places: ReadonlyArray<{
  readonly place: Place;
  readonly icon: ReactNode;
  readonly route: Route;
  readonly keys: string;
}> = [
  { place: 'inbox', icon: <Inbox size={18} />, route: { place: 'inbox', status: 'unanswered', id: null }, keys: 'G I' },
  {
    place: 'knowledge',
    icon: <BookOpen size={18} />,
    route: { place: 'knowledge', section: 'entries', id: null },
    keys: 'G K',
  },
  {
    place: 'learned',
    icon: <GraduationCap size={18} />,
    route: { place: 'learned', section: 'waiting', id: null },
    keys: 'G L',
  },
  { place: 'insights', icon: <ChartColumn size={18} />, route: { place: 'insights' }, keys: 'G N' },
  { place: 'settings', icon: <Settings size={18} />, route: { place: 'settings', section: 'stores' }, keys: 'G S' },
];

type SwitcherProps = { readonly store: Store; readonly stores: readonly Store[]; readonly isAll: boolean };

/** The first letters of a store's name, for its tile. */
function initialsOf(name: string): string {
  const words = name.split(/[\s&·・-]+/u).filter((word) => word !== '');
  const letters = words.slice(0, 2).map((word) => [...word][0] ?? '');
  return (/^[\p{Script=Latin}]/u.test(name) ? letters.join('') : (letters[0] ?? '')).toUpperCase();
}

function StoreSwitcher({ store, stores, isAll }: SwitcherProps) {
  const { t } = useText();
  const [, go] = useRoute();
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const name = isAll ? t('stores.all') : store.settings.name;
  const may = useMay();
  useCommand('store', () => setIsOpen(true));

  function choose(id: string): void {
    setIsOpen(false);
    if (id === 'new') go({ place: 'settings', section: 'stores' });
    else if (id !== 'all') setPreferences({ storeId: id, showsAllStores: false });
    else {
      setPreferences({ showsAllStores: true });
      go({ place: 'inbox', status: 'unanswered', id: null });
    }
  }

  return (
    <>
      <button
        ref={anchor}
        type="button"
        data-testid="store-switcher"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={t('shell.storeNow', { name })}
        title={`${name} (S)`}
        onClick={() => setIsOpen(!isOpen)}
        className="group relative flex size-10 items-center justify-center rounded-lg bg-accent text-sm font-semibold text-on-accent hover:bg-accent-hover"
      >
        {isAll ? <Layers size={18} /> : initialsOf(store.settings.name)}
        <ChevronsUpDown
          size={11}
          className="absolute right-0 bottom-0 rounded-tl-md rounded-br-lg bg-canvas/90 p-px text-ink-2"
        />
      </button>
      {isOpen && (
        <Menu
          label={t('shell.stores')}
          anchor={anchor}
          items={[
            ...(stores.length > 1 ? [{ id: 'all', label: t('stores.all'), isChosen: isAll }] : []),
            ...stores.map((each) => ({
              id: each.id,
              label: each.settings.name,
              isChosen: !isAll && each.id === store.id,
            })),
            ...(may('store.create') ? [{ id: 'new', label: t('shell.manageStores') }] : []),
          ]}
          hasDigits
          onChoose={choose}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  );
}

const tones = {
  amber: 'bg-amber-soft text-amber ring-amber-line',
  accent: 'bg-accent-soft text-accent-ink ring-accent-line',
};
const mostCounted = 99;

/** A number at a place of the rail; none for 0. */
function Count(props: {
  readonly count: number;
  readonly title: string;
  readonly tone: keyof typeof tones;
  readonly testId: string;
}) {
  const { format } = useText();
  const { count } = props;
  if (count === 0) return null;
  return (
    <span
      data-testid={props.testId}
      title={props.title}
      className={classNames(
        'numbers absolute -top-1.5 left-3 rounded-full px-1 text-2xs leading-4 ring-1',
        tones[props.tone],
      )}
    >
      {count > mostCounted ? `${format.number(mostCounted)}+` : format.number(count)}
    </span>
  );
}

/** How many lessons wait for a decision; whoever may not decide is told how many of their own were decided. */
function LessonCount({ storeId }: { readonly storeId: string }) {
  const { t } = useText();
  const may = useMay();
  const decides = may('lesson.list');
  const waiting = useAnswer(
    'lesson.list',
    { storeId, standing: 'waiting', limit: 1 },
    { isEnabled: decides, keepsLast: true },
  );
  const decided = useDecidedCount(storeId);
  const count = waiting.data?.total ?? 0;
  return decides ? (
    <Count tone="amber" testId="lessons-waiting" count={count} title={t('lessons.morning.waiting', { count })} />
  ) : (
    <Count tone="accent" testId="lessons-decided" count={decided} title={t('own.decidedCount', { count: decided })} />
  );
}

/** How many entries have come to be changed more than before since the person last looked; only of who sees alarms. */
function AlarmCount({ storeId }: { readonly storeId: string }) {
  const { t } = useText();
  const count = useNewAlarmCount(storeId);
  return <Count tone="amber" testId="alarms-new" count={count} title={t('insights.newAlarms', { count })} />;
}

/** The slim rail at the left: which store, which place, how the desk is. */
export function Rail(props: {
  readonly place: Place;
  readonly store: Store;
  readonly stores: readonly Store[];
  /** The inbox holds the conversations of every store. */
  readonly showsAll: boolean;
  readonly onHelp: () => void;
  readonly onPanel: () => void;
}) {
  const { t } = useText();
  return (
    <div className="flex w-[4.5rem] shrink-0 flex-col items-center gap-1 border-r border-line bg-canvas py-3">
      <StoreSwitcher store={props.store} stores={props.stores} isAll={props.showsAll && props.place === 'inbox'} />
      <nav aria-label={t('shell.places')} className="mt-3 flex w-full flex-col gap-1 px-1.5">
        {places.map(({ place, icon, route, keys }) => (
          <a
            key={place}
            href={`#${pathOf(route)}`}
            data-testid={`nav-${place}`}
            aria-current={place === props.place ? 'page' : undefined}
            title={`${t(`nav.${place}`)} (${keys})`}
            className={classNames(
              'flex flex-col items-center gap-0.5 rounded-lg py-1.5 text-2xs transition-colors',
              place === props.place
                ? 'bg-sunken font-medium text-accent-ink'
                : 'text-ink-2 hover:bg-sunken/60 hover:text-ink',
            )}
          >
            <span className="relative">
              {icon}
              {place === 'learned' && <LessonCount storeId={props.store.id} />}
              {place === 'insights' && <AlarmCount storeId={props.store.id} />}
            </span>
            <span className="max-w-full truncate">{t(`nav.${place}`)}</span>
          </a>
        ))}
      </nav>
      <span className="flex-1" />
      <IconButton
        label={t('panel.open')}
        shortcut="G P"
        icon={<PanelRight size={17} />}
        className="size-8"
        data-testid="panel-open"
        onClick={props.onPanel}
      />
      <ProfileMenu />
      <DeskStatusButton />
      <IconButton
        label={t('keys.help')}
        shortcut="?"
        icon={<Keyboard size={17} />}
        className="size-8"
        onClick={props.onHelp}
      />
    </div>
  );
}
