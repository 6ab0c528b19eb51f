/** The part of html-to-text 10 that is used here; the package brings no types. */
declare module 'html-to-text' {
  type Node = { readonly attribs?: Readonly<Record<string, string | undefined>> };
  type Builder = { addInline(text: string, options?: { readonly noWordTransform?: boolean }): void };
  type Formatter = (element: Node, walk: unknown, builder: Builder, options: unknown) => void;
  type ConvertOptions = {
    readonly wordwrap?: number | false;
    readonly limits?: { readonly maxInputLength?: number; readonly maxDepth?: number };
    readonly formatters?: Readonly<Record<string, Formatter>>;
    readonly selectors?: readonly {
      readonly selector: string;
      readonly format?: string;
      readonly options?: Readonly<Record<string, unknown>>;
    }[];
  };
  export function compile(options: ConvertOptions): (html: string) => string;
}
