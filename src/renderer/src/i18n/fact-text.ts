import { type Problem, assertNever } from '#shared/errors.ts';
import type { FactSource } from '#shared/model/order.ts';
import { type Formats } from './formats.ts';
import { problemText } from './problem-text.ts';
import type { Translate } from './translate.ts';

const minute = 60_000;

/** Where a shop's fact comes from: "Shopify, kettles.myshopify.com". */
export function sourceText(t: Translate, { kind, name }: FactSource): string {
  switch (kind) {
    case 'sample':
      return t('facts.source.sample');
    case 'shopify':
      return t('facts.source.shopify', { name });
    default:
      return assertNever(kind);
  }
}

/** How long ago a fact was read: "read 2 min ago". */
export function readText(t: Translate, format: Pick<Formats, 'span'>, readAt: number, now: number): string {
  const span = now - readAt;
  return span < minute ? t('facts.readNow') : t('facts.readAgo', { span: format.span(span).trim() });
}

/** A shop's problem in the person's language: what happened, and what they can do about it in the shop. */
export function shopProblemText(t: Translate, problem: Problem): { readonly what: string; readonly remedy: string } {
  const missing = problem.detail['missing'];
  if (missing !== undefined) {
    return { what: t('shop.missing', { names: missing }), remedy: t('shop.missingRemedy') };
  }
  if (problem.detail['reason'] === 'protected_data') {
    return { what: t('shop.protectedData'), remedy: t('shop.protectedDataRemedy') };
  }
  switch (problem.code) {
    case 'refused_credentials':
      return { what: t('shop.wrongToken'), remedy: t('shop.wrongTokenRemedy') };
    case 'not_found':
      return { what: t('shop.noSuchShop'), remedy: t('shop.noSuchShopRemedy') };
    default:
      return problemText(t, problem);
  }
}
