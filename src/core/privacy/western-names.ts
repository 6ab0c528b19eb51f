import { foundBy } from './personal-data.ts';
import type { Found } from './personal-data.ts';

const capital = "\\p{Lu}[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{M}'’-]{1,30}";
const initial = '\\p{Lu}\\.?';
const particle = '(?:van|von|der|den|de|da|di|del|della|dos|la|le|ten|ter|bin|al|el|zu|af|av)';
const name = `${capital}(?:[ \\t]{1,2}(?:${particle}[ \\t]){0,2}(?:${capital}|${initial})){0,3}`;
/** Words with a capital after a greeting or "I am" that are nobody's name. */
const nobody =
  '(?!(?:[Tt]here|[Tt]eam|[Aa]ll|[Ee]veryone|[Ss]ir|[Mm]adam|[Ss]upport|[Cc]ustomer|[Ss]ervice|[Ss]hop|[Ss]tore|[Ss]ales|[Hh]elp|[Gg]uys|[Ff]olks|[Ff]riends?|[Aa]gain|[Tt]o|[Tt]he|[Aa]|[Aa]n|[Ii]|[Mm]y|[Yy]our|[Tt]his|[Tt]hat|[Ii]t|[Ww]e|[Jj]ust|[Nn]ot|[Ss]o|[Vv]ery|[Ss]till|[Hh]appy|[Ss]orry|[Hh]oping|[Ww]aiting|[Ll]ooking|[Tt]rying|[Ii]n|[Oo]n|[Aa]t|[Ff]rom|[Ww]hat|[Ww]here|[Ww]hen|[Hh]ow|[Cc]an|[Cc]ould|[Pp]lease|[Tt]hanks?|[Rr]egards|[Bb]est|[Kk]ind|[Ss]ent|[Oo]rder|[Rr]efund|[Dd]oes|[Dd]o|[Ii]s|[Aa]re|[Gg]ood|[Mm]orning|[Gg]ood|[Ww]orld|[Kk]itty|[Aa]bout|[Oo]nly|[Hh]ere|[Bb]ack|[Ii]nterested|[Uu]rgent|[Aa]wesome|[Gg]reat|[Mm]anager|[Aa]gent)\\b)';
const title =
  '(?:[Mm]r|[Mm]rs|[Mm]s|[Mm]iss|[Mm]x|[Dd]r|[Pp]rof|[Ff]rau|[Hh]err|[Mm]adame|[Mm]me|[Mm]onsieur|[Ss]eñora?|[Ss]ignora?|MR|MRS|MS|DR)\\.?';

const patterns = [
  `\\b${title}[ \\t]{1,2}(?<value>${name})`,
  `(?:\\b[Mm][Yy] (?:full |first |last )?[Nn][Aa][Mm][Ee](?: is|['’]s)|['’]s [Nn]ame(?: is)?|\\b[Nn]ame is|\\b[Cc]alled|\\b[Cc]all me|\\b[Tt]his is|\\b[Ii] am|\\bI['’]m|\\bim)[ \\t]${nobody}(?:${title} )?(?<value>${name})(?=$|[\\s,.!?;:)])`,
  `\\b[Mm]y (?:full |first |last )?name(?: is|['’]s) ${nobody}(?<value>\\p{Ll}[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{M}'’-]{1,20}(?: \\p{Ll}[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{M}'’-]{1,20})?)(?=$|[.,!?\\n])`,
  `(?:^|\\n)[^\\n\\S]*(?:>\\s*)?(?:full |first |last |customer |your |recipient['’]?s? )?(?:[Nn]ame|[Rr]ecipient|[Aa]ttn|[Aa]ttention|[Cc]/[Oo]|[Cc]ardholder|[Bb]uyer|[Cc]ontact)\\s?[:=]\\s*(?<value>[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}][\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{M}'’.-]*(?: [\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}][\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{M}'’.-]*){0,3})(?=[ \\t]*(?:$|[\\n,;(]))`,
  `(?:^|\\n|[.!?] )\\s*(?:[Dd]ear|[Hh]i|[Hh]ello|[Hh]ey|[Gg]ood (?:morning|afternoon|evening)|[Hh]allo|[Bb]onjour|[Hh]ola|[Cc]iao|[Ll]iebe[r]?),?[ \\t]${nobody}(?<value>${name})(?=$|[\\s,.!?:])`,
  `(?:^|\\n)[^\\n]{0,30}\\b(?:[Tt]hanks?(?: you)?|[Rr]egards|[Ss]incerely|[Cc]heers|[Bb]est(?: wishes)?|[Gg]reetings|[Rr]espectfully|[Ll]ove|[Tt]ruly|[Gg]rüßen|[Cc]ordialement)(?: so much| a lot| again| in advance)?[,.!]*(?:\\s*\\n\\s*|,? - ?| {2,})(?:[-–~] ?)?${nobody}(?<value>${name})(?=[ \\t]*(?:$|\\n|,))`,
  `\\b(?:[Mm]y|[Oo]ur) (?:wife|husband|kid|child|baby|niece|nephew|mother|mom|mum|father|dad|son|daughter|brother|sister|friend|partner|colleague|boss|assistant|neighbou?r|roommate|girlfriend|boyfriend|aunt|uncle|grandmother|grandfather),?[ \\t](?<value>${name})`,
  `\\b(?:c/o|[Aa]ttn:?|[Cc]are of|spoke (?:to|with)|talked to|chatted with|agent|in the name of|signed by|addressed to|on behalf of|made out to|registered to|belongs to|(?:account|card) ?holder(?: name)?(?: is|:)?|payee:?|beneficiary:?)[ \\t]${nobody}(?:${title} )?(?<value>${name})`,
  `(?<value>${capital}(?: (?:${capital}|${initial})){1,2})(?=(?: (?:lives|lived|resides) (?:at|in)|['’]s (?:account|order|address|phone|email|card|birthday|name)\\b))`,
  // Before a mail address in pointed brackets (RFC 5322, display-name).
  `(?<value>"[^"\\n]{1,60}"|[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}][\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{M}'’.-]*(?: [\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}][\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{M}'’.-]*){0,3}) ?<(?=\\ufffc)`,
  // A line of its own above an address or a telephone.
  `(?:^|\\n)[> \\t]*(?<value>${capital}(?: (?:${particle} ){0,2}(?:${capital}|${initial})){1,3})[ \\t]*(?:\\n[> \\t]*(?!\\ufffc)[\\p{Lu}][^\\n]{0,40})?\\n\\s*[> \\t]*(?:\\ufffc|[Tt]el|[Pp]hone|[Aa]ddress)`,
].map((source) => new RegExp(source, 'dgu'));

/** Names in Latin, Greek or Cyrillic letters, where the words around them tell that they are names. */
export function westernNamesIn(text: string): readonly Found[] {
  return patterns.flatMap((pattern) => foundBy(text, pattern, 'name')).map((found) => withoutStop(text, found));
}

/** "Dear Anna. I…": the stop after the name is the sentence's. */
function withoutStop(text: string, found: Found): Found {
  const value = text.slice(found.start, found.end).replace(/['’]s$|[.'’-]+$/u, '');
  return { ...found, end: found.start + value.length };
}
