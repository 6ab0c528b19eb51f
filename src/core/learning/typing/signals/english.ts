import type { Signals } from './signals.ts';

const day = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
/** A day that one order has: no opening hours are "today", no rule begins "yesterday". */
const moment = `(?:today|yesterday|tomorrow|tonight|this (?:morning|afternoon|evening|week)|last (?:night|week|${day})|just now|a moment ago|(?:on|since|by|until|for|this|next|to|is) (?:the )?(?:${day}\\b(?!s)|\\d{1,2}(?:st|nd|rd|th)\\b|\\d{1,2}(?:st|nd|rd|th)? (?:of )?${month}\\b|${month} \\d{1,2}\\b)|of \\d{1,2} ${month}\\b|at \\d{1,2}[:.]\\d\\d|${day},? \\d{1,2} ${month}\\b)`;
const give =
  '(?:give|gave|given|add|added|send|sent|sending|knock|take|took|taken|taking|refund|refunded|waive|waived|credit|credited|extend|extended|throw|threw|thrown|put|include|included|upgrade|upgraded|cover|covered|stop|stopped|apply|applied|make|made|sort|sorted|arrange|arranged|let|reserve|reserved|hold|held|set aside|slip|slipped|pop|popped|drop|dropped|do|offer|offered|swap|pay|paid|transfer|lower|lowered|round|reduce|reduced|accept|accepted|book|booked|pack|packed|ship|shipped|get)';

export const english: Signals = {
  oneOff: [
    // Who speaks for the shop says "we"; "I" is one person to another.
    [
      /\bi(?:'ve|'ll|'m)?(?: \w+ly| just| also| already| now)? (?!'d|think|recommend|suggest|would|prefer|am afraid|afraid|hope|understand|see|know|mean|believe|guess|trust|am sorry|sorry|am glad|glad|am happy|happy|checked|asked|say|wish|like|love)\w+/u,
      2,
    ],
    [
      /\bexception(?:ally)?\b(?!s (?:are|apply))|\bexceptional(?:ly)? (?:case|circumstance)|\b(?:just |only )?this (?:one )?(?:once|time)\b|\bone[- ](?:off|time (?:courtesy|gesture|exception|credit))\b|\bgood ?will\b|\bas a (?:kind |small |friendly |little )?(?:gesture|courtesy|favou?r|thank[- ]you|token|present|apology|compensation|treat)\b/u,
      2,
    ],
    [
      /\b(?:to|and|will|would like to|let (?:me|us)|want to|can) make (?:it |this |that |things )?(?:up (?:for|to)|right|amends)\b|\bto (?:say|show) (?:we(?:'re| are) |how )?sorry\b|\b(?:by way of|as an?|with our) (?:apolog\w+|compensation)\b|\bin compensation\b|\bto compensate\b|\bfor (?:all )?(?:the|your) (?:trouble|inconvenience|hassle|wait|delay|patience)\b|\bmake amends\b/u,
      2,
    ],
    [
      /\bas (?:we |i )?(?:agreed|discussed|promised|arranged|mentioned|said)(?: (?:on|by|over|in|with|earlier|before|last)\b|,)|\b(?:did|had|have|has) promised?\b|\byou (?:were|had been|have been) (?:promised|told|assured)\b|\bas promised\b|\bi promised\b|\bour (?:phone )?(?:call|conversation|agreement)\b/u,
      2,
    ],
    [
      /\bfor you,? (?:i|we)\b|\b(?:just|only|especially|specially) for you\b|\bin your (?:particular |special |specific )?case,? (?:we|i)(?:'ll|'ve|'d| will| can| could| have| would| are| am)\b|\bbetween (?:us|you and me)\b|\bdon't tell\b|\bkeep (?:it|this) (?:quiet|between)\b|\bmy (?:boss|manager|supervisor|team lead)\b|\bthe (?:boss|manager|owner) (?:says?|said|agreed|approved|allowed|okayed|gave)\b|\bturn a blind eye\b|\bbend the rules?\b|\bour treat\b|\bmy treat\b|\bcall it (?:even|quits)\b/u,
      2,
    ],
    [
      new RegExp(
        `\\b(?:i(?:'ll|'ve|'m|'d| will| have| am| can| could| would|'ve just| just)|let me)\\b(?: \\w+){0,3}? ${give}\\b`,
        'u',
      ),
      1.5,
    ],
    [
      new RegExp(
        `\\bwe(?:'ll|'ve|'d|'re| will| have| are| can| could)\\b(?: \\w+){0,3}? ${give}\\b[^.]*\\byou(?:rs?)?\\b`,
        'u',
      ),
      1,
    ],
    [/\b(?:won't|will not|not going to) (?:charge|bill|invoice) (?:you|this|it)\b/u, 1],
    [
      /\b(?:our|my) (?:mistake|fault|error|oversight|bad|slip|mix-up|end|side)\b|\b(?:we|i) (?:clearly |really |obviously )?(?:messed|mixed|screwed|got (?:this|it|that|yours) wrong|made a mistake|let you down|dropped the ball|forgot)|\bshould(?:n't| not) have happened\b|\b(?:you've|you have) (?:been|waited|had)\b|\bloyal\b/u,
      1,
    ],
    [
      /\b(?:anyway|all the same|nonetheless|nevertheless|regardless|even so|even though|although|despite|still)\b|\b(?:usually|normally|officially|strictly speaking)\b[^.]*\b(?:but|though|however)\b|\b(?:but|though|however|yet),? (?:i|we|for you|you|yours|your|in your)\b/u,
      1,
    ],
    [/\byours?\b(?! (?:account|order|own|details|size|name|sincerely|truly|faithfully))/u, 0.5],
    [
      /\b(?:your|the) next (?:\w+ )?(?:\w+ )?(?:is|will be|are|comes) (?:free|on us|on the house|half price)\b|\b(?:is|are) on (?:us|me|the house)\b|\byou(?:'ll| will) get (?:the |your )?(?:\w+ )?(?:full |whole )?(?:price|money|amount|fee)\b/u,
      1,
    ],
    [
      /\b(?:extra|little|small) \w+(?: \w+)? (?:in|into|with|to) (?:the|your) (?:box|parcel|package|order)\b|\bthrown? in\b|\bthrew in\b/u,
      1,
    ],
    [/^(?:just |simply |please )?(?:keep|have|bring|take) (?:it|them|this|that|the|those)\b/u, 0.5],
    [/\b(?:this|that) (?:one|order|jacket|item|parcel|time|pair|case|particular)\b/u, 0.5],
  ],
  apology:
    /\b(?:sorry|apolog\w+|regret|shame|mistakes?|error|fault|blunder|oversight|mix-?up|mess(?:ed)?|slip(?:ped)? up|went wrong|let you down|inconvenien\w+|trouble|hassle|delay(?:ed)?|disappoint\w+|unacceptable|embarrass\w+|(?:not|isn't|n't) (?:good enough|how (?:it|this|things)|what you|okay|right|fair|acceptable|happen)|misled|misleading|confus\w+|unlucky|rough|bad luck|patien\w+|understand how)\b/u,
  addressed:
    /\b(?:i|i'll|i'm|i've|i'd|we'll|we've|you'll|you won't|you've|yours|you get)\b|\byour (?:next|new|old|first|last)\b|\b(?:for|to|let|send|give|get|from) (?:you|us)\b|^(?:so |then )?(?:have|keep|enjoy|take)\b/u,
  benefit:
    /\brefund\w*|\bfree\b|\bvoucher|\bdiscount|\bcredit(?:ed|s)?\b|\b\d+ ?% off\b|\bpercent off\b|\b\d+%|\bcoupon|\bno (?:extra |additional )?(?:charge|cost|fee)|\b(?:won't|will not) (?:charge|bill|see (?:an? |the )?(?:invoice|bill|charge))|\bno (?:bill|invoice)\b|\bfor nothing\b|\bgratis\b|\bwith our compliments\b|\b(?:price|money|amount|sum) back\b|\bat cost\b|\bcover (?:it|that|the)\b|\bwaive|\bgift\b|\btreat\b|\bon (?:us|me|the house)\b|\b(?:half|full|cost|sale|old|original) price\b|\bpay back\b|\bmoney back\b|\breplac\w+|\bnew (?:one|\w+)\b|\bextend\w*|\btake (?:it |this |that |them )?(?:\w+ )?back\b|\bupgrade|\bcourier\b|[$€£]\s?\d|\bcompensat\w+|\bkeep\b|\bextra\b/u,
  done: new RegExp(
    `\\b(?:i(?:'ve|'m| have| am| just| already| tried)|i (?:\\w+ed|sent|put|took|made|gave|left|spoke))\\b|\\bwe(?:'ve| have| just)\\b(?: (?:just|already|now|also))? \\w+(?:ed|en|t|ut|de|ne)\\b|\\b(?:has|have) (?:now |just |already )?been \\w+|\\bwe (?:received|sent|shipped|refunded|changed|booked|cancelled|moved|posted|got|tried|called)\\b`,
    'u',
  ),
  doneForAll:
    /\bwe (?:stopped|no longer|moved|closed|raised|lowered|switched|discontinued)\b|\b(?:we(?:'ve| have)|has|have been|was|were)\b[^.]*\b(?:moved|closed|opened|raised|lowered|changed (?:our|the (?:recipe|price|supplier|material|hours))|stopped (?:selling|making|posting|shipping|offering|producing)|discontinued|introduced|switched|redesigned|renamed|relocated|improved|increased|since (?:the|january|february|march|april|may|june|july|august|september|october|november|december|20))\b/u,
  general: [
    [
      /\b(?:every|all|any|each|always|never|usually|generally|whenever|customers?|members?|students?|everyone|anyone|nobody|shoppers|buyers)\b/u,
      0.75,
    ],
    [/\b(?:if|unless|when|provided|as long as|in case|otherwise)\b/u, 0.75],
    [
      /\b(?:policy|terms|rules?|warrant(?:y|ies)|guarantee[sd]?|statutory|by law|legal(?:ly)?|under warranty|insured)\b/u,
      0.75,
    ],
    [/\b(?:covers?|covered|falls? under|included in|part of|(?:is|are|comes?) (?:guaranteed|under))\b/u, 0.75],
    [
      /\b\w{3,}s (?:are|can|may|must|have|cost|come|need|get|will|carry|include|cannot|can't|aren't|expire|lapse)\b/u,
      1,
    ],
    [/\b(?:per|each|a) (?:order|item|person|customer|month|year|week|day|metre|kilo)\b/u, 0.5],
    [
      /^(?:you|we|they|it|there|the|an?|our|orders|returns|all|to|for|from|on) [^.]*\b(?:can|may|must|is|are|takes?|costs?|charge|accept|offer|ship|deliver|covers?)\b/u,
      0.25,
    ],
  ],
  ownState: [
    [new RegExp(`\\b(?:your|yours|you|you're|you've|you'll|mr|ms|mrs|herr)\\b[^!?]*\\b${moment}`, 'u'), 2],
    [new RegExp(`\\b${moment}[^!?]*\\b(?:your|yours|you)\\b`, 'u'), 1.5],
    [
      /\byours? (?:[\w-]+ ){0,6}?(?:is|are|has|have|was|were|went|left|arrived|contains?|reads?|got|just|still)\b[^.]*\b(?:shipp?ed|sent|left|arriv\w+|on (?:its|the) way|deliver(?:ed|y)|dispatched|packed|repaired|ready|waiting|booked|cancelled|confirmed|received|paid|processed|signed|collected|scheduled|held|due|delayed|lost|stuck|customs|reads|contains)\b/u,
      2,
    ],
    [
      /\byour (?:tracking|order|parcel|account|customer|booking|invoice|membership|reference|confirmation|appointment|case|ticket) (?:number|id|no|code|details|balance|status)\b|\byour (?:balance|slot|appointment|booking|current|remaining|points? balance|next (?:box|lesson|appointment|delivery))\b|\bwe have (?:you )?(?:on file|for you)\b|\bon file\b|\byou (?:are|were) (?:registered|booked|enrolled|down for)\b|\byou (?:ordered|bought|paid|chose|gave|wrote|sent|registered|signed up|entered)\b/u,
      1.5,
    ],
    [
      /\b(?:your|the) (?:parcel|package|order|box|delivery|letter)\b[^.]*\b(?:will be with you|is with|has been|was|went|left|is (?:going|on))\b/u,
      1.5,
    ],
    [/\bit (?:now )?(?:goes|went|is going|was sent|left) (?:to|out)\b/u, 1],
    [/\bthat is\b.*\bfor your order\b|\bfor your order\b/u, 1.5],
  ],
  step: /(?:^|[.,;:!?–-]\s*|\b(?:and|then|to|please|first|next|finally|just|simply|or|now|also|afterwards|lastly|you (?:can|should|need to|have to|will have to|must))\s+)(?:then |please |first |just |also |simply |carefully |gently |again )*(?:click|tap|press|open|go to|select|choose|pick|log ?in|sign (?:in|up|the)|fill (?:in|out)|enter|type|write (?:to|us|down)|e-?mail|mail (?:us|it)|send (?:us|a|the|it|them|an)|upload|download|attach|hold|let go|unplug|plug|turn|switch|remove|take (?:out|off|a (?:photo|picture|video))|insert|put|place|wrap|print|scan|call (?:us|the)|phone|bring|drop|wash|rinse|dry|tumble|heat|rub|spray|soak|cut|clean|wipe|charge|pair|reset|restart|install|update|export|save|copy|paste|look up|check|note|measure|compare|add|mix|pour|stir|shake|screw|unscrew|tighten|loosen|line up|lay|set|close|slide|pull|push|lift|fold|align|start|give (?:it|each)|carry on|work your way|repeat|visit|contact|ask|reply|follow|book|register|submit|confirm|keep|leave|label|pack|tick|untick|scroll|swipe|drag|connect|disconnect|wait)\b/gu,
  sequence:
    /\b(?:first|then|next|after that|afterwards|finally|step \d|once (?:it|that|the)|until (?:it|the)|before you)\b|\b(?:button|menu|settings|app|form|tab|field|screen|page|checkout|account|link|icon|label)\b/gu,
  policy: [
    [
      /\breturn(?:s|ed|able|ing)?\b|\b(?:take|taken|send|sent|go|give) (?:\w+ )?back\b|\brefund\w*|\bexchang\w+|\bmoney back\b/u,
      1.5,
    ],
    [/\bwarrant\w+|\bguarantee\w*|\bcovered?s?\b(?! with)|\bcoverage\b/u, 1.5],
    [/\bcancel\w*|\bpause\w*|\bterminat\w+|\bnotice period\b/u, 1],
    [
      /\bcharged?\b|\bfees?\b|\bsurcharge|\bfree (?:of charge|shipping|delivery|returns?|if|when|on orders|above|over)\b|\b(?:is|are|for) free\b|\bfor free\b|\bdeduct\w*|\bdeposit\b|\bfull price\b|\bhalf price\b|\bat (?:no|your|our) (?:\w+ )?(?:cost|expense)\b|\bpay(?:s|ing)?\b|\bpostage\b/u,
      1,
    ],
    [
      /\bdiscounts?\b|\b\d+ ?% off\b|\bprice[- ]?match\w*|\bmatch (?:the|any|prices?)\b|\bvouchers?\b|\bcoupons?\b|\bcodes?\b(?! word)|\bloyalty\b|\bpoints\b|\bpart exchange\b|\bscheme\b/u,
      1,
    ],
    [
      /\b(?:not |no longer |only |may |can |cannot |can't )(?:be )?(?:accepted|allowed|permitted|eligible|entitled|refunded|combined|exchanged|returned|cancelled|replaced|tried|paused|transferred)\b|\bexcluded?s?\b|\b(?:is|are) (?:accepted|allowed|replaced|entitled)\b|\bmay (?:only|not)\b|\bdoes not apply\b|\bapplies\b|\bvalid id\b|\bliab\w+|\bswapped\b|\breplaced?\b/u,
      1,
    ],
    [
      /\bwithin (?:the (?:first )?)?(?:\d+|[a-z]+) (?:working |business )?(?:days?|weeks?|months?|years?)\b(?= of| from| after)/u,
      1,
    ],
    [
      /\bwe (?:only |may only |do not |don't |never |also |can only )?(?:accept|refund|replace|cover|charge|allow|offer|match|deduct|pay|reimburse|compensate|take|send|ship|deliver)\b/u,
      0.5,
    ],
  ],
  fact: [
    [
      /\b(?:made of|consists? of|contains?|material|lining|weighs?|measures?|holds?|capacity|size|colou?r|wood|paper|wool|cotton|leather|steel|recipe|coating|ingredients?|dimensions?|waterproof|washable|compatible|works? (?:with|on)|supports?|fits?|suits?|included)\b/u,
      1,
    ],
    [
      /\b(?:open(?:ing)?|hours|located|address|street|opposite|entrance|car park|parking|phone us|line|reach us|carrier|dhl|ups|fedex|dpd|gls|royal mail|in stock|stock|warehouse|sold out|branch)\b/u,
      1,
    ],
    [/\bcosts? [$€£]\s?\d|\b(?:price|priced)\b/u, 0.5],
    [
      /\b(?:from|for) (?:children|kids|ages?)\b|\bposted? abroad\b|\bcustoms\b|\bdelivery (?:to \w+ )?takes\b|\bshipping takes\b/u,
      0.5,
    ],
  ],
  courtesy:
    /^(?:(?:oh|so|and|well|yes|no|sure|of course|certainly|absolutely|great|good|thanks?|thank you|many thanks|hi|hello|hey|dear|sorry|sadly|unfortunately|no worries|don't worry|happy|enjoy|welcome|cheers|please)\b[\s,!–-]*)+(?:[\w'’]+[\s,!]*){0,5}$|^(?:that(?:'s| is) an? (?:\w+ )?question|great question|good (?:question|choice|news|to hear\b.*)|happy \w+|enjoy\b.*|have (?:a|fun)\b.*|(?:do )?(?:let (?:me|us) know|feel free|don't hesitate|shout|get in touch|reach out|drop us)\b.*|(?:we|i) (?:hope|trust|look forward|appreciate|understand|know how)\b.*|if (?:there is |there's |you have )?(?:anything|any(?: further| other| more)? questions?)\b.*|(?:so |just )?(?:no worries|no problem)\b.*|any(?: other| further| more)? questions?\b.*|(?:just )?(?:shout|ask|say the word)|(?:you're|you are) (?:very |most )?welcome\b.*|(?:best|kind|warm|all the best)\b.{0,30}|take care\b.*|thanks?\b.{0,60}|thank you\b.{0,60}|see you\b.{0,30}|it is a pleasure\b.*)$/u,
  filler:
    /'(?:ll|s|re|ve|d|m|t)\b|\b(?:a|an|the|this|that|these|those|it|its|it's|they|them|their|you|you're|you'll|your|yours|we|we're|we'll|us|our|ours|i|i'm|my|me|he|she|is|are|was|were|be|been|being|am|do|does|did|don't|doesn't|have|has|had|having|will|would|can|could|may|might|shall|should|to|of|in|on|at|for|from|with|by|as|and|or|but|so|if|then|than|there|here|just|simply|really|very|quite|also|too|please|kindly|sure|yes|yep|no|not|of course|certainly|absolutely|happy|glad|afraid|sorry|sadly|unfortunately|thanks|thank|great|good|currently|right now|at the moment|normally|usually|generally|about|around|approximately|roughly|any|some|all|only|get|gets|got|getting|let|make|takes?|taking|feel free|go|goes|going|come|comes|time|possible|available|able|worries|thing|things|way|one|up|out|off|into|over|it'll|that's|there's|needed|need|needs|must|within|after|before|as soon as|when|once|until|which|who|what|how|where|while|hey|hi|hello|dear|well|lovely|lot|bit|ready|everything|anything|something|consist|consists|maximum|most|least|many|much|more|kept|keep|until)\b/gu,
  alike: [
    ['jan', /\bjan(?:uary)?\b/gu],
    ['feb', /\bfeb(?:ruary)?\b/gu],
    ['mar', /\bmar(?:ch)?\b/gu],
    ['apr', /\bapr(?:il)?\b/gu],
    ['jun', /\bjune?\b/gu],
    ['jul', /\bjuly?\b/gu],
    ['aug', /\baug(?:ust)?\b/gu],
    ['sep', /\bsept?(?:ember)?\b/gu],
    ['oct', /\boct(?:ober)?\b/gu],
    ['nov', /\bnov(?:ember)?\b/gu],
    ['dec', /\bdec(?:ember)?\b/gu],
    ['buy', /\b(?:buy|buys|buying|bought|purchas\w+|order(?:s|ed|ing)?)\b/gu],
    ['used', /\b(?:used|second-?hand|pre-?owned)\b/gu],
    ['check', /\b(?:inspect\w*|examin\w+|check\w*|look at|have a look|has a look|look)\b/gu],
    [
      'send',
      /\b(?:send|sends|sending|sent|ship(?:s|ped|ping|ment)?|dispatch\w*|post(?:ed|age)?|mail(?:ed)?|deliver\w*|arriv\w+|with you|reach(?:es|ed)?)\b/gu,
    ],
    ['get', /\b(?:receiv\w+|obtain\w*|collect\w*|pick(?:ed)?[- ]ups?)\b/gu],
    [
      'free',
      /\b(?:free of charge|for free|free|complimentary|on the house|at no (?:extra |additional )?(?:cost|charge)|no charge|on us)\b/gu,
    ],
    ['item', /\b(?:items?|products?|articles?|goods|things?|pieces?)\b/gu],
    ['cost', /\b(?:costs?|price[ds]?|charges?|fees?|additional|extra)\b/gu],
    ['use', /\b(?:use|uses|using|usable|wear|worn|wears)\b/gu],
    ['ask', /\b(?:ask|contact|reach out|get in touch|call|write)\b/gu],
    ['tell', /\b(?:tell|inform|notify|notified|notification|text message|message|texts?|let (?:you|us) know)\b/gu],
    ['store', /\b(?:stores?|shops?)\b/gu],
    ['begin', /\b(?:begin|begins|start|starts)\b/gu],
    ['book', /\b(?:book|booking|appointment|reserv\w+)\b/gu],
    ['choose', /\b(?:select|choose|pick|choice)\b/gu],
    ['fit', /\b(?:fit|fits|fitting|fitted)\b/gu],
    ['change', /\b(?:change\w*|exchang\w+|swap\w*|switch\w*)\b/gu],
  ],
  ours: /\bour (?:\w+ ){0,2}(?:shops?|stores?|showroom|branch|workshop|warehouse|office|hotline|helpline|line|number|phone|address|e-?mail|mail|inbox|team|support|desk|reception|colleagues?|manager|partner|headquarters|returns)\b|\b(?:call|phone|ring|reach|e-?mail|write to|visit|contact|find|text|message|send us|tell) us\b|\b(?:the|this) (?:\w+ )?(?:shop|store|showroom|branch|workshop|warehouse|office|hotline|helpline|reception|help ?desk|entrance|car park|returns? (?:address|department|centre|center))\b|\bcustomer (?:service|care)\b|\bour (?:shop|store)\b|\bwe(?:'re| are) (?:at|in|on|located|based)\b|\bopposite\b|\bour [\w -]{2,30} (?:is|are) (?:at|in|on|located)\b|\bopen (?:until|till|from|daily|every)\b/u,
  theirs:
    /\b(?:your (?:address|phone|number|mobile|e-?mail|mail|home|office|name|account|wife|husband|son|daughter|neighbou?r|parcel|order|package|delivery)|to you\b|you live|you gave|we have for you|on file|tried you|called you|call you|calls? you|goes to|going to|went to|sent to|delivered to|(?:will|i'll|we'll) (?:call|phone|ring)|i (?:will )?(?:call|wrote|phoned|called)|recipient|signed|before delivery)\b/u,
};
