import type { WritingTask } from '#shared/model/language-model.ts';
import type { TextTool, WritingTool } from '#shared/model/writing-tool.ts';

/** What a tool is. All work in English, Chinese and Japanese. */
type Tool = {
  /** Whose models are asked. */
  readonly task: WritingTask;
  /** Whether the desk can do it by itself; else it is there only where a model is. */
  readonly hasDeskWay: boolean;
  /** A part of the text can be chosen; else it is done to the whole thread. */
  readonly takesSelection: boolean;
};

export const tools: Readonly<Record<WritingTool, Tool>> = {
  fix: { task: 'rewrite', hasDeskWay: true, takesSelection: true },
  shorten: { task: 'rewrite', hasDeskWay: true, takesSelection: true },
  rewrite: { task: 'rewrite', hasDeskWay: false, takesSelection: true },
  friendlier: { task: 'rewrite', hasDeskWay: false, takesSelection: true },
  firmer: { task: 'rewrite', hasDeskWay: false, takesSelection: true },
  expand: { task: 'rewrite', hasDeskWay: false, takesSelection: true },
  translate: { task: 'translate', hasDeskWay: false, takesSelection: true },
  summarise: { task: 'summarise', hasDeskWay: true, takesSelection: false },
};

/** What may become of a text: how much of its length at least and at most, and what may go. */
export type Bounds = {
  readonly shortest: number;
  readonly longest: number;
  /** Facts may be left out, with the sentence or without it; none may change. */
  readonly mayDrop: boolean;
  /** The share of new words, of those that say something, that a sentence may have. */
  readonly mostNew: number;
};

export const boundsOf: Readonly<Record<TextTool, Bounds>> = {
  fix: { shortest: 0.7, longest: 1.4, mayDrop: false, mostNew: 0.5 },
  shorten: { shortest: 0, longest: 1, mayDrop: true, mostNew: 0.6 },
  rewrite: { shortest: 0.4, longest: 2, mayDrop: false, mostNew: 0.7 },
  friendlier: { shortest: 0.6, longest: 2.5, mayDrop: false, mostNew: 0.7 },
  firmer: { shortest: 0.4, longest: 2, mayDrop: false, mostNew: 0.7 },
  expand: { shortest: 0.9, longest: 3, mayDrop: false, mostNew: 0.7 },
  // A Chinese text has a third of the letters of an English one.
  translate: { shortest: 0.12, longest: 7, mayDrop: false, mostNew: 1 },
};

/** Characters that a short text may be longer by, whatever its length. */
export const lengthSlack = 60;
