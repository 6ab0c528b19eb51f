import type { Problem } from '#shared/errors.ts';
import { type Translate } from './translate.ts';

/** A problem in the person's language: what happened, and what they can do about it. */
export function problemText(t: Translate, problem: Problem): { readonly what: string; readonly remedy: string } {
  const host = problem.detail['host'];
  if (host !== undefined && (problem.code === 'unreachable' || problem.code === 'timed_out')) {
    return { what: t('error.unreachable.host', { host }), remedy: t(`remedy.${problem.code}`) };
  }
  const field = problem.detail['field'];
  if (field === 'security' && problem.code === 'invalid_input') {
    return { what: t('error.invalid_input.security'), remedy: t('remedy.invalid_input.security') };
  }
  if (field !== undefined && field !== '' && problem.code === 'invalid_input') {
    return { what: t('error.invalid_input.field', { field }), remedy: t('remedy.invalid_input') };
  }
  const file = problem.detail['file'];
  if (file !== undefined && problem.code === 'unsupported') {
    return { what: t('error.unsupported.file'), remedy: t('remedy.file_unreadable') };
  }
  return { what: t(`error.${problem.code}`), remedy: t(`remedy.${problem.code}`) };
}
