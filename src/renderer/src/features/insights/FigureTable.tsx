import type { ReactNode } from 'react';
import type { InsightFigures, InsightMeasure } from '#shared/model/insight.ts';
import { useText } from '../../i18n/TextProvider.tsx';
import { classNames } from '../../ui/class-names.ts';
import { figureKinds, figureOf } from './figure-kinds.ts';
import { useFigureText } from './use-figure-text.ts';

export type FigureRow = {
  readonly key: string;
  readonly label: string;
  readonly figures: InsightFigures | null;
  /** Shows the same for this row alone. */
  readonly onFilter?: () => void;
  readonly onOpen: (measure: InsightMeasure) => void;
};

const acts = ['answered', 'accepted', 'edited', 'strong', 'written', 'discarded'] as const;

/** The same figures as drawn, in rows; a count opens the conversations behind it. */
export function FigureTable(props: {
  readonly caption: string;
  readonly head: string;
  readonly rows: readonly FigureRow[];
  readonly more?: ReactNode;
  readonly isUnseen?: boolean;
}) {
  const { t, format } = useText();
  const textOf = useFigureText();
  const cell = 'px-2 py-1.5 text-right whitespace-nowrap';
  return (
    <div className={props.isUnseen ? 'sr-only' : 'overflow-x-auto'}>
      <table className="numbers w-full text-sm">
        <caption className="sr-only">{props.caption}</caption>
        <thead className="text-2xs text-ink-3">
          <tr className="border-b border-line">
            <th scope="col" className="px-2 py-1.5 text-left font-medium">
              {props.head}
            </th>
            {acts.map((act) => (
              <th key={act} scope="col" className={classNames(cell, 'font-medium')}>
                {act === 'answered' || act === 'strong' ? t(`insights.${act}`) : t(`act.${act}`)}
              </th>
            ))}
            {figureKinds.map((kind) => (
              <th key={kind} scope="col" className={classNames(cell, 'font-medium')} title={t(`insights.${kind}Means`)}>
                {t(kind === 'acceptance' ? 'insights.acceptanceShare' : `insights.${kind}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.key} className="border-b border-line/60">
              <th scope="row" className="max-w-72 truncate px-2 py-1.5 text-left font-normal" title={row.label}>
                {row.onFilter === undefined || props.isUnseen ? (
                  row.label
                ) : (
                  <button
                    type="button"
                    onClick={row.onFilter}
                    className="max-w-full truncate text-accent-ink hover:underline"
                  >
                    {row.label}
                  </button>
                )}
              </th>
              {row.figures === null ? (
                <td colSpan={acts.length + figureKinds.length} className="px-2 py-1.5 text-left text-xs text-ink-3">
                  {t('insights.withheld')}
                </td>
              ) : (
                <>
                  {acts.map((act) => (
                    <td key={act} className={cell}>
                      {props.isUnseen || row.figures?.[act] === 0 ? (
                        format.number(row.figures?.[act] ?? 0)
                      ) : (
                        <button type="button" onClick={() => row.onOpen(act)} className="hover:underline">
                          {format.number(row.figures?.[act] ?? 0)}
                        </button>
                      )}
                    </td>
                  ))}
                  {figureKinds.map((kind) => (
                    <td key={kind} className={cell}>
                      {textOf(kind, row.figures === null ? null : figureOf(kind, row.figures))}
                    </td>
                  ))}
                </>
              )}
            </tr>
          ))}
          {props.rows.length === 0 && (
            <tr>
              <td colSpan={12} className="px-2 py-3 text-sm text-ink-3">
                {t('insights.noOutcomes')}
              </td>
            </tr>
          )}
        </tbody>
      </table>
      {props.more}
    </div>
  );
}
