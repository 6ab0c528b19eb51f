/** One thing people ask about a product: {p} is the product, {n} a number, {m} a smaller one. */
export type FaqTemplate = {
  /** As the owner words it. */
  readonly questions: readonly string[];
  readonly answer: string;
  /** As a customer writes it. */
  readonly asked: string;
};

export type FaqVocabulary = {
  readonly lines: readonly string[];
  readonly products: readonly string[];
  readonly greetings: readonly string[];
  readonly closings: readonly string[];
  readonly templates: readonly FaqTemplate[];
};

/** A template: how it is asked in the knowledge, its answer, how a customer asks. */
export const template = (questions: readonly string[], answer: string, asked: string): FaqTemplate => ({
  questions,
  answer,
  asked,
});
