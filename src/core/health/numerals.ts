const english: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  half: 0.5,
};
const han: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const hanTens: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 };

const hanNumerals = '〇零一二两兩三四五六七八九十百千万半';
const units = 'one|two|three|four|five|six|seven|eight|nine';
const englishWord = `(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:${units}))?|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|ten|eleven|twelve|${units})`;

/** A number as it is written, for use inside a pattern over folded text: 14, 1,200.50, fourteen, 十四, 3万. */
export const numberPattern = `(?:(?<![\\d.])(?:\\d{1,3}(?:,\\d{3}){1,4}(?:\\.\\d{1,4})?万?|\\d{1,12}(?:\\.\\d{1,6})?万?)(?!\\d)|\\b${englishWord}\\b|(?<![${hanNumerals}])[${hanNumerals}]{1,10}(?![${hanNumerals}]))`;

/** What the written number counts; NaN where it is none. */
export function numberOf(written: string): number {
  const text = written.trim();
  if (/^\d/.test(text)) {
    const times = text.endsWith('万') ? 10_000 : 1;
    return Number(text.replace(/[,万]/g, '')) * times;
  }
  if (/^[a-z]/.test(text)) return text.split(/[- ]/).reduce((sum, word) => sum + (english[word] ?? Number.NaN), 0);
  return hanNumber(text);
}

function hanNumber(text: string): number {
  if (text === '半') return 0.5;
  let total = 0;
  let section = 0;
  let digit = 0;
  let hasDigit = false;
  for (const character of text) {
    const value = han[character];
    const ten = hanTens[character];
    if (value !== undefined) {
      digit = hasDigit && ten === undefined ? digit * 10 + value : value;
      hasDigit = true;
    } else if (ten !== undefined) {
      section += (hasDigit ? digit : 1) * ten;
      digit = 0;
      hasDigit = false;
    } else if (character === '万') {
      total += (section + digit || 1) * 10_000;
      section = 0;
      digit = 0;
      hasDigit = false;
    } else if (character === '半') digit += 0.5;
  }
  return total + section + digit;
}
