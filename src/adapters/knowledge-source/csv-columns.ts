/** What a column of a table holds; `ignored` is known and of no use here. */
export type ColumnRole = 'question' | 'answer' | 'topic' | 'scope' | 'language' | 'ignored';

/** Where each role stands in a row, 0-based; -1 when the table has no such column. */
export type CsvColumns = {
  readonly question: number;
  /** Stands in where the question's cell is empty; -1 when there is no second such column. */
  readonly title: number;
  readonly answer: number;
  readonly topic: number;
  readonly scope: number;
  readonly language: number;
  /** How many columns the table has. */
  readonly width: number;
  /** Whether the header names both question and answer in known words, not one of them by what is left over. */
  readonly isPlain: boolean;
};

/* The plainest name first: a table with `question` and `subject` asks in `question`. */
const columnNames: Readonly<Record<ColumnRole, string>> = {
  question:
    'question questions q query faq standardquestion userquestion customerquestion 问题 問題 提问 提問 问句 标准问 标准问题 標準問題 常见问题 ' +
    '客户问题 質問 質問文 質問内容 お問い合わせ お問合せ 問い合わせ お問い合わせ内容 問い合わせ内容 ご質問 よくある質問 问 問 pregunta pergunta frage ' +
    'domanda 질문 title subject heading 标题 標題 题目 題目 主题 主題 タイトル 件名 見出し 题',
  answer:
    'answer answers a reply replies response agentanswer agentreply standardanswer suggestedreply 答案 回答 回复 回覆 答复 答覆 答 标准答案 ' +
    '標準答案 标准回复 客服回复 解答 返信 返答 回答文 回答内容 返信内容 答え ご回答 respuesta resposta réponse reponse antwort risposta 답변 ' +
    'content body text 内容 內容 正文 本文 文章 テキスト コンテンツ',
  topic:
    'topic category intent tag tags 分类 分類 类别 類別 类目 話題 话题 标签 標籤 カテゴリ カテゴリー 種別 トピック',
  scope:
    'scope product products productname brand item sku 商品 商品名 商品名称 产品 產品 产品名称 品牌 製品 製品名 ブランド 适用范围 適用範囲 対象商品',
  language: 'language lang locale 语言 語言 语种 語種 言語',
  ignored: 'id no number # index key 编号 編號 序号 序號 番号 管理番号 通し番号',
};

const roleOfName: ReadonlyMap<string, { readonly role: ColumnRole; readonly rank: number }> = new Map(
  (Object.entries(columnNames) as [ColumnRole, string][]).flatMap(([role, names]) =>
    names.split(' ').map((name, rank) => [name.normalize('NFKC'), { role, rank }] as const),
  ),
);

/**
 * The columns a header row names, or null when it is no header: it must name an answer, or a question beside exactly
 * one column of unknown name, which then is the answer.
 */
export function columnsOfHeader(cells: readonly string[]): CsvColumns | null {
  const known = cells.map((cell) => roleOfName.get(plainName(cell)));
  const inOrder = (role: ColumnRole): readonly number[] =>
    [...known.keys()]
      .filter((index) => known[index]?.role === role)
      .toSorted((left, right) => (known[left]?.rank ?? 0) - (known[right]?.rank ?? 0));
  const questions = inOrder('question');
  const unknown = [...known.keys()].filter((index) => known[index] === undefined && cells[index]?.trim() !== '');
  const answer = inOrder('answer')[0] ?? (questions.length > 0 && unknown.length === 1 ? unknown[0] : undefined);
  const question = questions[0] ?? (answer !== undefined && unknown.length === 1 ? unknown[0] : undefined);
  if (answer === undefined || question === undefined) return null;
  return {
    question,
    title: questions[1] ?? -1,
    answer,
    topic: inOrder('topic')[0] ?? -1,
    scope: inOrder('scope')[0] ?? -1,
    language: inOrder('language')[0] ?? -1,
    width: cells.length,
    isPlain: questions.length > 0 && inOrder('answer').length > 0,
  };
}

/** The columns of a table without a header: question and answer, with or without a number before them. */
export function columnsWithoutHeader(rows: readonly (readonly string[])[]): CsvColumns | null {
  const width = commonWidth(rows);
  const isNumbered = rows.length > 1 && rows.every((row) => /^\s*\d+\s*$/u.test(row[0] ?? ''));
  const first = isNumbered ? 1 : 0;
  if (width - first !== 2) return null;
  return { question: first, title: -1, answer: first + 1, topic: -1, scope: -1, language: -1, width, isPlain: false };
}

function commonWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  return [...counts].toSorted((left, right) => right[1] - left[1])[0]?.[0] ?? 0;
}

function plainName(cell: string): string {
  return cell
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-:*"'“”「」()[\]【】\u200B\uFEFF]/gu, '');
}
