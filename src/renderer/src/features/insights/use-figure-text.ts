import { useText } from '../../i18n/TextProvider.tsx';
import { type Figure, type FigureKind, fewUpTo } from './figure-kinds.ts';

/** How a figure is said: small numbers as counts, nothing as a dash. */
export function useFigureText(): (kind: FigureKind, figure: Figure | null) => string {
  const { t, format } = useText();
  return (kind, figure) => {
    if (figure === null) return t('insights.withheldShort');
    const { value, of } = figure;
    if (value === null) return '–';
    if (kind === 'wait') return format.span(value);
    if (of >= fewUpTo || kind === 'kept') return format.percent(value);
    return t('insights.ofCount', { part: format.number(Math.round(value * of)), all: format.number(of) });
  };
}
