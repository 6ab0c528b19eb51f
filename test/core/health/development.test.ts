import { expect, test } from 'vitest';
import { developmentBase } from './development-base.ts';
import { measured, printMeasured } from './measured.ts';

const least = { contradiction: { precision: 0.95, recall: 0.85 }, duplicate: { precision: 0.95, recall: 0.75 } };

test.each(['en', 'zh', 'ja'] as const)(
  'bug: planted contradictions or duplicates are missed, or others found (%s)',
  (language) => {
    const { entries, labels } = developmentBase();
    const own = entries.filter((entry) => entry.language === language);
    const ids = new Set(own.map(({ id }) => id));
    const result = measured(
      own,
      labels.filter(({ a }) => ids.has(a)),
    );
    printMeasured(language, own, result, false);
    for (const kind of ['contradiction', 'duplicate'] as const) {
      expect(result.byKind[kind].precision).toBeGreaterThanOrEqual(least[kind].precision);
      expect(result.byKind[kind].recall).toBeGreaterThanOrEqual(least[kind].recall);
    }
  },
);
