import { Id } from '#shared/model/basics.ts';
import { AuditFacts, type AuditLine } from '#shared/model/audit.ts';

const mostSubjects = 100;
const longestFact = 200;
/** Fields that hold ids; a PIN or a key may look like one. */
const named = /^(?:(?!store)\w+Ids?|on|off)$/;

/** A line with the ids of what it is about: those in the input, and that of what was made. */
export function auditLine(line: Omit<AuditLine, 'storeId' | 'subjects'>, input: unknown, output: unknown): AuditLine {
  const given = fieldsOf(input);
  const made = fieldsOf(output);
  const subjects = Object.entries(given).flatMap(([field, value]) => (named.test(field) ? idsOf(value) : []));
  return {
    ...line,
    facts: AuditFacts.parse(
      Object.fromEntries(Object.entries(line.facts).map(([fact, value]) => [fact, short(value)])),
    ),
    storeId: idsOf(given['storeId'] ?? made['storeId'])[0] ?? null,
    subjects: [...new Set([...subjects, ...idsOf(made['id'])])].slice(0, mostSubjects),
  };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function idsOf(value: unknown): readonly string[] {
  const all = Array.isArray(value) ? value : [value];
  return all.flatMap((each) => Id.safeParse(each).data ?? []);
}

function short(value: unknown): unknown {
  return typeof value === 'string' ? value.slice(0, longestFact) : value;
}
