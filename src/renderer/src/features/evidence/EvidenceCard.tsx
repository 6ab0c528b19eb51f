import { BookOpen, CornerDownLeft, ExternalLink, GraduationCap, Package, Tag } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Evidence } from '#shared/model/evidence.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Menu } from '../../ui/Menu.tsx';
import { Meter } from '../../ui/Meter.tsx';
import { FactLine } from './FactLine.tsx';
import { StandingLine } from './StandingLine.tsx';

const kinds: Record<Evidence['kind'], { tone: Tone; icon: React.ReactNode; chip: string }> = {
  knowledge: { tone: 'accent', icon: <BookOpen size={11} />, chip: 'bg-accent-soft text-accent-ink' },
  learned: { tone: 'violet', icon: <GraduationCap size={11} />, chip: 'bg-violet-soft text-violet' },
  order: { tone: 'blue', icon: <Package size={11} />, chip: 'bg-blue-soft text-blue' },
  product: { tone: 'blue', icon: <Tag size={11} />, chip: 'bg-blue-soft text-blue' },
};

export type AskChoice = { readonly ask: number; readonly text: string };

export type EvidenceCardProps = {
  readonly evidence: Evidence;
  /** Its number in the draft; null for something searched for. */
  readonly number: number | null;
  readonly isUsed: boolean;
  readonly isActive: boolean;
  readonly shortcut?: string | undefined;
  readonly asks: readonly AskChoice[];
  readonly onActive: (isActive: boolean) => void;
  readonly onUse: ((ask: number) => void) | null;
  readonly onInsert: () => void;
};

function Why({ evidence }: { readonly evidence: Evidence }) {
  const { t } = useText();
  const bars = [
    ...(evidence.cosine === null ? [] : [{ label: t('evidence.meaning'), value: evidence.cosine }]),
    { label: t('evidence.words'), value: evidence.overlap },
  ];
  return (
    <span className="inline-flex items-center gap-2.5 text-2xs text-ink-3" title={t('evidence.why')}>
      {bars.map((bar) => (
        <span key={bar.label} className="inline-flex items-center gap-1">
          {bar.label}
          <Meter value={bar.value} label={bar.label} tone="neutral" className="w-6" />
        </span>
      ))}
    </span>
  );
}

function UseButton(props: EvidenceCardProps) {
  const { t } = useText();
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const { onUse, asks } = props;
  const only = asks.length === 1 ? asks[0] : undefined;
  if (onUse === null || asks.length === 0) return null;
  return (
    <>
      <Button
        ref={anchor}
        size="small"
        shortcut={props.shortcut}
        aria-haspopup={only === undefined ? 'menu' : undefined}
        onClick={() => (only === undefined ? setIsOpen(true) : onUse(only.ask))}
      >
        {t(only === undefined ? 'evidence.useFor' : 'evidence.use')}
      </Button>
      {isOpen && (
        <Menu
          label={t('evidence.useForWhich')}
          anchor={anchor}
          hasDigits
          items={asks.map((ask) => ({ id: String(ask.ask), label: ask.text }))}
          onChoose={(id) => {
            setIsOpen(false);
            onUse(Number(id));
          }}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  );
}

/** One passage: what it says, what it is, why it was found, and what can be done with it. */
export function EvidenceCard(props: EvidenceCardProps) {
  const { t } = useText();
  const card = useRef<HTMLLIElement>(null);
  const answer = useRef<HTMLParagraphElement>(null);
  const { evidence, isActive } = props;
  const [isWhole, setIsWhole] = useState(false);
  const [isCut, setIsCut] = useState(false);
  const kind = kinds[evidence.kind];
  // A shop's fact is of its moment: it is read again, not picked like a passage.
  const isPassage = evidence.kind === 'knowledge' || evidence.kind === 'learned';

  useLayoutEffect(() => {
    const element = answer.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setIsCut(element.scrollHeight > element.clientHeight + 1));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (isActive) card.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }, [isActive]);

  return (
    <li
      ref={card}
      data-testid="evidence"
      data-kind={evidence.kind}
      data-active={isActive}
      onPointerEnter={() => props.onActive(true)}
      onPointerLeave={() => props.onActive(false)}
      className={classNames(
        'rounded-lg border bg-raised p-3 transition-colors',
        isActive ? 'border-accent-ink' : props.isUsed ? 'border-line-strong/70' : 'border-line',
      )}
    >
      <div className="mb-1 flex items-start gap-2">
        {props.number !== null && (
          <span
            className={classNames(
              'numbers mt-px flex h-4.5 min-w-4.5 items-center justify-center rounded px-1 text-2xs font-semibold',
              kind.chip,
            )}
          >
            {props.number}
          </span>
        )}
        <h3
          className={classNames(
            'min-w-0 flex-1 text-sm font-semibold [overflow-wrap:anywhere]',
            !isWhole && 'line-clamp-2',
          )}
          lang={evidence.language}
          title={evidence.question}
        >
          {evidence.question || t('evidence.untitled')}
        </h3>
        <span className="numbers mt-0.5 shrink-0 text-xs text-ink-3" title={t('trust.label')}>
          {evidence.confidence.toFixed(2)}
        </span>
      </div>
      <p
        ref={answer}
        className={classNames('prose-mail text-sm text-ink-2', !isWhole && 'line-clamp-6')}
        lang={evidence.language}
      >
        {evidence.answer}
      </p>
      {(isCut || isWhole) && (
        <button
          type="button"
          className="text-xs text-ink-3 underline underline-offset-2 hover:text-ink"
          aria-expanded={isWhole}
          onClick={() => setIsWhole(!isWhole)}
        >
          {t(isWhole ? 'action.less' : 'action.more')}
        </button>
      )}
      <div className="mt-2 flex flex-wrap items-center gap-x-2 gap-y-1.5">
        <Badge tone={kind.tone} icon={kind.icon}>
          {t(`evidenceKind.${evidence.kind}`)}
        </Badge>
        {evidence.topic !== null && <span className="max-w-32 truncate text-2xs text-ink-3">{evidence.topic}</span>}
        {isPassage && <Why evidence={evidence} />}
      </div>
      {evidence.reading && <FactLine reading={evidence.reading} />}
      <StandingLine evidence={evidence} />
      <div className="mt-2 flex flex-wrap items-center gap-1.5">
        {!props.isUsed && isPassage && <UseButton {...props} />}
        <Button size="small" tone="quiet" icon={<CornerDownLeft size={12} />} onClick={props.onInsert}>
          {t('evidence.insert')}
        </Button>
        <span className="flex-1" />
        {isPassage && (
          <a
            href={evidence.kind === 'knowledge' ? `#/knowledge/${evidence.id}` : `#/lessons/${evidence.id}`}
            className="inline-flex items-center gap-1 rounded px-1 text-xs text-ink-3 hover:text-ink"
            title={t('evidence.open')}
            aria-label={t('evidence.open')}
          >
            <ExternalLink size={13} />
          </a>
        )}
      </div>
    </li>
  );
}
