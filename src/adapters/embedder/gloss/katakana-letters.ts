const syllables = new Map<string, string>();
const table =
  'ア a イ i ウ u エ e オ o カ ca キ ki ク cu ケ ke コ co サ sa シ si ス s セ se ソ so タ ta チ chi ツ ts テ te ト t ナ na ニ ni ヌ nu ネ ne ノ no ' +
  'ハ ha ヒ hi フ f ヘ he ホ ho マ ma ミ mi ム m メ me モ mo ヤ ya ユ yu ヨ yo ラ la リ li ル l レ le ロ lo ワ wa ヲ o ン n ガ ga ギ gi グ g ゲ ge ' +
  'ゴ go ザ za ジ ji ズ z ゼ ze ゾ zo ダ da ヂ ji ヅ z デ de ド d バ ba ビ bi ブ b ベ be ボ bo パ pa ピ pi プ p ペ pe ポ po ヴ v ァ a ィ i ゥ u ェ e ォ o ' +
  'ャ ya ュ u ョ o ー _ ッ _ シャ sha シュ shu ショ sho チャ cha チュ chu チョ cho ジャ ja ジュ ju ジョ jo ティ ti ディ di ファ fa フィ fi フェ fe フォ fo ' +
  'ウィ wi ウェ we ウォ wo ヴァ va ヴィ vi ヴェ ve ヴォ vo シェ she ジェ je チェ che';
{
  const cells = table.split(' ');
  for (let i = 0; i + 1 < cells.length; i += 2) syllables.set(cells[i] ?? '', (cells[i + 1] ?? '').replace('_', ''));
}

/** A foreign word in katakana about as English would spell it (Hepburn with silent u): a model of pieces of words may know it. */
export function katakanaInLetters(word: string): string {
  let letters = '';
  for (let at = 0; at < word.length;) {
    const two = syllables.get(word.slice(at, at + 2));
    letters += two ?? syllables.get(word[at] ?? '') ?? '';
    at += two === undefined ? 1 : 2;
  }
  return letters;
}
