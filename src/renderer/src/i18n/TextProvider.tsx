import { type ReactNode, createContext, use, useMemo } from 'react';
import { type Formats, formatsIn } from './formats.ts';
import { type Translate, type UiLanguage, translateIn } from './translate.ts';

type Text = { readonly t: Translate; readonly language: UiLanguage; readonly format: Formats };

const TextContext = createContext<Text | null>(null);

/** Gives everything below it the words and formats of one language. */
export function TextProvider(props: { readonly language: UiLanguage; readonly children: ReactNode }) {
  const text = useMemo(
    () => ({ t: translateIn(props.language), language: props.language, format: formatsIn(props.language) }),
    [props.language],
  );
  return <TextContext value={text}>{props.children}</TextContext>;
}

/** The words and formats of the person's language. */
export function useText(): Text {
  const text = use(TextContext);
  if (text === null) throw new Error('useText needs a TextProvider above it');
  return text;
}
