import { type KnowledgeContent, type KnowledgeEntry, type KnowledgePlace, unlimited } from '#shared/model/knowledge.ts';
import type { ProductAttribute } from '#shared/model/product-attribute.ts';
import { isCurrency } from './attribute-value.ts';
import { validityProblem } from '../../app/validity-state.ts';

/** What a person enters of an entry. */
export function contentOf(entry: KnowledgeEntry): KnowledgeContent {
  const { kind, question, answer, topic, scope, channels, attributes, validity, overlaysEntryId } = entry;
  const limits = { scope, channels, validity, overlaysEntryId };
  return { kind, question, answer, topic, language: entry.language, attributes, ...limits };
}

/** What a new entry begins with. */
export type Beginning = {
  readonly place: KnowledgePlace;
  readonly content: Partial<KnowledgeContent>;
};

export function emptyContent(language: KnowledgeContent['language']): KnowledgeContent {
  return { kind: 'pair', question: '', answer: '', topic: null, scope: [], language, ...unlimited };
}

/** A new entry that says something else in the place of one below it. */
export function variantOf(below: KnowledgeEntry, place: KnowledgePlace): Beginning {
  return { place, content: { ...contentOf(below), validity: null, overlaysEntryId: below.id } };
}

/** 0 the base, 1 a store's own, 2 a set. */
export function layerOf({ storeId, setId }: KnowledgePlace): 0 | 1 | 2 {
  if (setId !== null) return 2;
  return storeId === null ? 0 : 1;
}

/** What is saved of what was entered: no blanks around, no attributes but a product's, no row that says nothing. */
export function contentToSave(content: KnowledgeContent): KnowledgeContent {
  const attributes = content.kind === 'product' ? content.attributes : [];
  return {
    ...content,
    question: content.question.trim(),
    answer: content.answer.trim(),
    topic: content.topic?.trim() || null,
    attributes: attributes.flatMap(({ name, value }): ProductAttribute[] => {
      if (name.trim() === '') return [];
      if (value.type === 'text') return value.text.trim() === '' ? [] : [{ name: name.trim(), value }];
      if (value.type === 'link') return value.url.trim() === '' ? [] : [{ name: name.trim(), value }];
      return [{ name: name.trim(), value }];
    }),
  };
}

/** Whether it says enough to be saved, and nothing that cannot be. */
export function isComplete(content: KnowledgeContent): boolean {
  const { kind, question, answer, attributes, validity } = contentToSave(content);
  const hasWords = answer !== '' && (kind === 'article' || question !== '');
  const isPriced = attributes.every(({ value }) => value.type !== 'money' || isCurrency(value.currency));
  return hasWords && isPriced && validityProblem(validity) === null;
}

/** Whether two contents would be saved alike. */
export function isSameContent(a: KnowledgeContent, b: KnowledgeContent): boolean {
  return JSON.stringify(inOrder(contentToSave(a))) === JSON.stringify(inOrder(contentToSave(b)));
}

function inOrder(content: KnowledgeContent): unknown {
  return Object.entries(content).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
