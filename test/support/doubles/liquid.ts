/**
 * What Chatwoot makes of an agent's text: app/models/concerns/liquidable.rb over the tokens and the tags of Liquid 5
 * that can stand alone. What is no template stays as it is.
 */
export function asLiquid(text: string, variables: Readonly<Record<string, string>>): string {
  const wrapped = text.replace(/`(.*?)`/gs, '{% raw %}`$1`{% endraw %}');
  let shown = '';
  let isRaw = false;
  for (const token of wrapped.split(/(\{%.*?%\}|\{\{.*?\}\}?|\{%|\{\{)/s)) {
    const [, before = '', tag] = /^(.*)\{%-?\s*(\w+)[^%]*%\}$/s.exec(token) ?? [];
    if (isRaw) {
      shown += tag === 'endraw' ? before : token;
      isRaw = tag !== 'endraw';
    } else if (token.startsWith('{%')) {
      if (tag !== 'raw' && tag !== 'assign') return text;
      isRaw = tag === 'raw';
    } else if (token.startsWith('{{')) {
      const [, markup] = /^\{\{-?\s*(.*?)\s*-?\}\}$/s.exec(token) ?? [];
      if (markup === undefined) return text;
      shown += /^'([^']*)'$/.exec(markup)?.[1] ?? variables[markup] ?? '';
    } else shown += token;
  }
  return isRaw ? text : shown;
}
