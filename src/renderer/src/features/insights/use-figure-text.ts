import { useText } from '../../i18n/TextProvider.tsx';
import { type Figure, type FigureKind, fewUpTo } from './figure-kinds.ts';

/** How a figure is said: small numbers as counts, nothing as a dash. */
export function useFigureText(): (kind: FigureKind, figure: Figure | null) => string {
  const { t, format } = useText();
  return (kind, figure) => {
    if (figure === null) return t('insights.withheldShort');
    const { value, of } = figure;
    if (value === null) return '–';
    const said = kind === 'wait' ? format.span(value) : format.percent(value);
    if (of >= fewUpTo) return said;
    if (kind === 'wait' || kind === 'kept') return `${said} · ${t('insights.ofOutcomes', { count: of })}`;
    return t('insights.ofCount', { part: format.number(Math.round(value * of)), all: format.number(of) });
  };
}
