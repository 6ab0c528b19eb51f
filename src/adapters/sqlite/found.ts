import { AppError } from '#shared/errors.ts';

/** The row, or `not_found` naming what is missing. */
export function found<Row>(row: Row | undefined, what: string, id: string): Row {
  if (row === undefined) throw new AppError('not_found', `There is no ${what} ${id}.`, { detail: { what, id } });
  return row;
}
