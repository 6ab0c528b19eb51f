import { readFeatureWeights, readVectorWeights } from './read-typing-weights.ts';
import type { TypingWeights } from './type-shares.ts';

/* Fitted by test/bench/fit-typing.ts; not written by hand. */

/** With the vectors of one embedder. */
export const typingWeights: TypingWeights = {
  features: readFeatureWeights(`
added=1,6,3,-12,1,1|comma=-4,-5,3,-1,6,0|factBefore=6,-2,-1,-2,1,-2|form:chatty=-6,-3,-2,-2,4,8|
form:formal=2,-1,-6,8,0,-3|form:loud=-4,-1,2,3,-1,1|form:picture=-1,2,-2,3,-1,-1|form:smile=-1,-1,-1,5,1,-4|
length=3,3,0,-4,-2,-1|lost=0,-4,-4,0,6,1|marks=-10,-6,-7,0,4,19|new=4,-4,1,-2,-1,2|numbers=6,-6,-5,-1,-3,9|
one=9,3,-3,3,-7,-5|otherPolarity=6,2,-1,-2,-4,-1|otherValues=5,6,-2,-3,-3,-4|part:new=1,0,-2,-3,1,3|
part:newNumber=2,5,2,-6,0,-4|part:oldNumber=-3,-7,-3,9,3,0|policyBefore=-8,10,-4,1,3,-1|
says:addressed=-6,-3,-4,0,7,5|says:askedFact=4,-1,-1,-1,0,-1|says:askedPolicy=-2,5,-1,-1,-1,0|
says:benefit=-4,6,-2,-2,4,-3|says:done=-1,-1,-2,-1,2,2|says:doneForAll=1,0,0,0,0,0|says:factWords=5,-1,0,-2,-1,0|
says:general=-1,6,-2,2,-3,-3|says:oneOff=-2,-6,-4,-2,16,-2|says:ownState=-2,-4,-2,-2,0,9|
says:policyWords=-3,8,-1,-1,-2,-2|says:sequence=-2,0,7,-1,-2,-2|says:steps=-4,-2,11,-2,0,-5|sorry=-5,1,-5,-2,15,-4|
stance:free-1=0,-1,1,2,-2,0|stance:free1=-1,2,0,0,1,-1|stance:needed-1=-1,0,-1,3,1,-2|stance:needed1=0,1,0,0,0,0|
stance:possible-1=1,4,-5,3,-4,0|stance:possible1=7,-5,4,-6,0,0|stepsBefore=-4,-3,6,0,1,-1|
value:contact=4,-1,0,-1,-2,0|value:count=-3,-2,3,5,0,-3|value:date=-2,-2,-1,0,-3,8|value:duration=-1,3,2,5,-5,-4|
value:measure=6,-2,-2,0,-3,2|value:money=-2,1,-1,2,2,-2|value:percent=0,1,-1,-1,2,-2|value:time=6,3,-3,-3,0,-4|
value:weekdays=4,-1,0,-1,1,-2|values=2,-2,0,2,-2,0|whole:changed=-6,-4,4,11,-3,-2|whole:grown=-9,2,15,-20,6,7|
whole:kept=10,5,-2,-13,5,-4|whole:lost=2,-1,-4,6,-3,0|whole:new=-2,-1,5,-5,-2,5|whole:old=15,3,-8,-4,-4,-2|
whole:samePolarity=-5,-8,5,12,-3,0|whole:sameValues=2,-9,-8,27,-5,-7|written=8,1,3,-14,0,1|~!=-2,-1,0,3,0,1|
~-=0,0,0,0,0,1|~-0=0,0,0,0,0,1|~-0-=1,0,0,0,0,0|~0=4,-2,-2,-2,-1,3|~0 and=0,0,0,0,1,0|~0分=-1,0,1,0,0,1|
~0号=0,0,0,0,0,1|~0天=0,0,0,0,1,0|~0小=1,0,0,0,0,0|~0小时=1,0,0,0,0,0|~0日=0,0,0,0,0,1|~0時=1,0,0,0,0,0|~0月=0,0,0,0,0,1|
~0月0=0,0,0,0,0,1|~^ a=0,1,0,-1,0,0|~^ i=0,0,0,0,1,0|~^ it=0,0,0,1,0,0|~^ the=3,-1,0,-2,0,0|~^ we=-1,1,0,0,0,0|
~^ you=1,0,0,0,0,0|~^ your=0,0,0,0,0,1|~^ yours=0,0,0,0,0,1|~a=0,0,0,-2,1,1|~about=1,0,0,0,0,-1|~again=0,0,0,0,0,1|
~all=-1,0,0,1,0,0|~and=0,0,2,-1,1,-2|~and the=0,0,0,0,1,-1|~any=0,1,0,0,0,0|~are=1,0,0,0,0,-1|~as=0,1,0,0,0,0|
~at the=0,0,0,0,1,0|~b=0,0,0,0,0,1|~back=0,1,0,0,0,0|~be=0,1,0,0,0,1|~before=0,1,0,0,0,0|~box=0,0,1,0,0,0|
~but=0,0,0,-1,1,0|~by=0,0,0,0,1,0|~c=0,0,0,0,0,1|~can=-1,2,0,0,-1,0|~can be=0,1,0,0,0,0|~comes=0,1,0,0,0,0|
~do=0,0,0,1,0,0|~e=0,0,1,0,0,0|~first=-1,0,0,1,0,0|~for=0,2,-1,-1,0,-1|~for 0=0,1,0,0,0,0|~for the=1,0,0,-1,0,0|
~from=0,-1,0,1,0,-1|~g=1,0,0,0,0,0|~go=1,0,0,0,0,-1|~goes=0,1,0,0,0,0|~going=0,1,0,0,-1,0|~i=0,-1,0,0,2,0|
~i'll=0,0,0,0,1,0|~i've=0,0,0,0,1,0|~in=0,-1,1,-1,2,-1|~is=1,2,0,-1,-1,0|~is 0=-1,1,0,0,0,0|~it=-1,0,1,0,-1,0|
~it on=0,0,0,0,0,1|~it's=0,0,0,0,0,1|~just=0,1,0,0,-1,0|~keep=0,1,0,0,0,0|~leave=0,0,1,0,0,0|~left=0,0,0,0,0,1|
~long=1,0,0,0,0,0|~months=0,1,0,0,0,0|~new=0,1,0,0,0,-1|~no=0,0,0,0,0,1|~not=0,0,-1,1,0,0|~nothing=0,1,0,-1,0,0|
~of=-1,0,0,0,0,0|~of 0=0,0,0,0,0,1|~of the=0,0,1,0,0,0|~off=0,0,1,0,0,0|~on=0,0,-1,0,1,1|~on the=0,1,0,0,0,0|
~once=0,0,1,0,0,0|~one=0,0,0,-1,1,0|~only=1,1,0,0,-1,0|~orders=0,1,0,0,0,0|~our=0,0,0,-1,1,-1|~out=0,1,0,0,-1,0|
~p=1,0,0,0,0,0|~pick=0,-1,0,0,0,0|~same=0,1,0,0,0,0|~should=0,0,0,0,0,1|~since=1,-1,0,0,0,0|~so=0,0,0,-1,1,-1|
~that=0,1,0,-1,0,0|~the=2,0,2,-2,-1,-1|~the one=0,0,0,0,0,1|~then=0,1,0,0,0,0|~they=1,0,0,0,0,0|~this=0,0,0,0,1,0|
~to=-1,1,0,2,-1,0|~under=0,0,1,0,0,0|~up to=0,1,0,0,0,0|~us=0,1,0,0,0,-1|~was=0,0,0,0,0,1|~water=0,0,0,-1,0,0|
~we=-1,1,-1,1,0,0|~which=0,1,0,0,0,0|~will=0,0,0,0,1,0|~with=0,0,0,-2,1,1|~with the=-1,0,0,0,0,0|
~without=1,0,0,0,0,0|~you=-1,1,-2,1,1,0|~your=-1,-1,0,-1,0,2|~yours=-1,0,0,0,0,1|~「=0,0,1,0,0,0|~」=0,0,1,0,0,0|
~い=-1,0,0,0,2,-1|~いた=0,1,-1,0,0,0|~いたし=0,0,0,0,1,0|~いただ=0,1,-1,0,0,0|~いて=0,0,0,0,1,0|~いの=0,1,0,0,0,0|
~いま=1,0,-1,0,1,0|~います=1,0,-1,0,0,0|~う=-1,1,-1,0,0,0|~うぞ=-1,0,0,0,0,0|~うち=0,1,0,0,0,0|~お=-2,1,-1,0,1,1|
~おり=0,1,-1,-1,0,1|~おりま=0,1,-1,-1,0,1|~お代=0,0,0,0,1,0|~お使=0,1,0,0,0,0|~お使い=0,1,0,0,0,0|~か=-1,0,1,0,0,-1|
~から=0,0,1,0,0,-1|~が=0,0,-1,0,0,0|~き=-1,0,0,0,1,-1|~きま=-1,0,0,0,1,-1|~きまし=0,0,0,0,1,0|~ぎ=0,1,0,0,0,0|
~く=-1,-1,1,0,2,-1|~くだ=-1,-1,1,0,2,-1|~くださ=-1,-1,1,1,2,-1|~くら=0,0,-1,0,1,0|~くらい=0,0,-1,0,1,0|~け=-1,2,-1,0,0,0|
~けで=0,1,0,0,0,0|~けれ=0,1,0,0,0,0|~ければ=0,1,0,0,0,0|~こ=1,0,-1,-1,1,0|~こと=0,0,0,0,1,0|~この=1,0,0,0,0,0|~ご=0,1,-1,-1,0,-1|
~ござ=1,0,-1,0,0,0|~ござい=1,0,-1,0,0,-1|~ご注=0,1,0,0,0,0|~ご注文=0,1,0,0,0,0|~さ=-1,-1,1,0,2,-1|~さい=-1,-1,1,1,2,-1|
~さい$=-1,0,1,0,1,-1|~ざ=1,0,-1,0,0,0|~ざい=1,0,-1,0,0,-1|~ざいま=1,0,-1,0,0,-1|~し=-1,0,0,-1,0,1|~しく=0,0,0,0,1,0|
~した=0,-1,-1,0,0,1|~した$=0,0,0,0,0,2|~したの=0,0,0,0,1,0|~してお=0,1,0,0,0,0|~してく=0,0,1,0,0,0|~しは=0,1,0,0,0,0|
~しま=-1,0,0,0,1,0|~します=-1,1,0,0,0,0|~す=3,1,-2,-1,0,-1|~すよ=0,0,0,0,0,1|~ず=0,0,1,0,0,0|~ずに=0,0,1,0,0,0|~せ=0,0,0,0,1,0|
~せま=0,0,0,0,1,0|~そ=0,0,0,0,1,0|~ぞ=-1,0,0,0,0,0|~た=-1,0,-1,0,1,1|~たし=0,0,0,0,1,0|~ただ=0,1,-1,0,0,0|~ただけ=0,1,-1,0,0,0|
~たの=0,0,0,0,1,0|~だ=-2,1,0,0,1,-1|~だけ=0,1,-1,0,0,0|~だけで=0,1,0,0,0,0|~だけれ=0,1,0,0,0,0|~ださ=-1,-1,1,1,2,-1|
~ださい=-1,-1,1,1,2,-1|~ち=0,0,-1,0,1,0|~っ=0,0,-1,0,1,1|~った=-1,0,0,0,0,0|~って=0,0,-1,-1,1,1|~ってお=0,0,-1,0,0,0|
~つ=0,1,-1,0,0,-1|~て=0,-1,0,-1,1,1|~てお=0,1,-1,-1,0,1|~ており=0,1,-1,-1,0,1|~てか=0,0,1,0,0,0|~てから=0,0,1,0,0,0|
~てく=-1,-1,1,0,1,-1|~てくだ=-1,0,1,0,1,-1|~てま=0,0,0,0,0,1|~てます=0,0,0,0,0,1|~で=1,0,-1,-1,2,-1|~でお=0,1,0,0,0,1|
~でき=0,0,0,1,0,0|~でし=0,0,0,0,0,1|~でした=0,0,0,0,0,1|~です=3,0,-1,0,-1,-1|~です$=2,0,-1,0,-1,-1|~でも=-1,1,-1,0,1,0|
~と=-1,1,1,0,0,-1|~どう=-1,1,0,0,0,0|~どうぞ=-1,0,0,0,0,0|~な=0,1,0,1,-1,-1|~なの=1,0,0,0,0,0|~なので=1,0,0,0,0,0|
~なり=0,0,1,0,0,0|~に=-1,0,1,0,0,0|~にな=0,0,0,1,0,0|~ね=0,0,0,0,1,1|~の=0,0,0,-2,1,0|~ので=1,-1,-1,0,1,0|~ので$=0,0,0,0,1,0|
~のは=0,1,-1,0,0,0|~のま=0,0,0,0,1,0|~のまま=0,0,0,0,1,0|~は=3,1,-2,-3,0,1|~は0=2,0,-1,-1,-1,0|~ば=-1,0,0,0,0,0|
~ま=1,1,-1,-1,0,0|~まし=0,0,-1,0,0,1|~ました=0,0,0,0,0,1|~ます=0,1,-1,-1,1,0|~ます$=1,2,-1,-1,0,0|~まま=0,0,0,0,1,0|
~め=0,0,1,-1,-1,0|~も=0,1,-1,0,0,-1|~や=1,0,0,0,0,0|~ら=0,0,1,0,0,-1|~らい=0,0,-1,0,1,0|~り=0,1,-1,-1,0,0|~りで=-1,0,0,0,0,0|
~りま=0,0,0,-1,0,1|~りまし=0,0,0,0,0,1|~ります=0,0,-1,-1,0,0|~る=0,0,1,0,0,-1|~れ=-1,1,1,0,0,0|~れば=0,1,0,0,0,0|
~れま=0,0,1,0,0,0|~れます=0,0,1,0,0,0|~を=-1,1,1,-1,0,0|~をお=0,1,0,0,0,0|~ア=1,0,0,0,0,0|~カ=1,0,0,0,0,0|~ジ=0,0,1,0,0,0|
~ス=1,0,0,0,0,0|~タ=0,1,0,0,0,0|~ッ=1,0,0,0,0,0|~ト=1,-1,0,0,0,0|~フ=1,0,0,-1,0,0|~ラ=1,0,0,0,0,0|~ル=1,0,0,-1,0,0|
~ン=1,0,0,0,0,0|~ー=1,0,1,0,-1,-1|~一=-1,0,0,0,1,0|~三=0,1,0,0,0,0|~上=0,-1,1,0,1,0|~下=0,0,0,0,0,1|~下午=0,0,0,0,0,1|
~不=0,0,0,1,0,-1|~不用=0,0,0,1,0,0|~两=0,0,0,0,0,-1|~个=0,-1,0,1,0,1|~中=0,-1,0,0,0,0|~为=0,0,0,-1,0,0|~也=0,1,0,0,0,-1|
~了=-1,-1,0,0,1,1|~二=0,1,0,0,0,-1|~二十=0,1,0,0,0,0|~人=0,1,0,0,-1,0|~今=0,-1,0,0,1,1|~以=0,1,-1,0,0,0|~们=0,1,0,0,0,0|
~你=0,-1,0,0,1,0|~保=0,1,0,0,0,0|~入=0,0,0,-1,0,0|~八=0,1,0,0,0,0|~公=0,0,0,0,0,1|~六=0,0,0,1,0,0|~再=0,0,1,0,-1,0|
~出=0,-1,-1,0,1,0|~分=-1,0,1,0,0,0|~切=0,-1,0,0,0,0|~别=0,0,1,0,0,0|~到=0,0,-1,0,0,0|~前=-1,0,-1,-1,0,2|~加=0,0,0,1,0,0|
~十=0,1,0,1,0,-1|~午=0,0,0,0,-1,1|~半=-1,0,1,0,0,-1|~单=0,0,-1,-1,1,0|~去=0,0,0,0,1,0|~发=1,-1,0,0,0,0|~取=0,0,-1,1,0,0|
~取り=0,0,0,0,1,0|~口=0,1,0,0,0,0|~可=0,0,-1,0,0,0|~右=1,0,0,0,0,0|~号=0,0,0,0,-1,1|~后=0,1,0,0,-1,0|~哈=0,0,0,1,0,0|
~商=0,0,0,1,0,0|~啦=0,0,0,1,0,0|~回=-1,0,0,-1,1,1|~多=0,-1,1,0,0,0|~头=1,-1,0,0,0,0|~子=0,0,0,0,0,-1|~学=0,0,0,1,0,0|
~宝=0,0,0,1,0,0|~寄=0,0,0,0,1,0|~小=0,-1,1,1,-1,0|~小时=1,0,0,0,0,0|~少=1,0,0,0,0,0|~就=-1,1,0,1,0,0|~左=0,0,0,0,0,1|
~差=1,0,0,0,0,0|~已=0,0,0,0,0,1|~已经=0,0,0,0,0,1|~平=0,1,0,0,0,0|~店=0,0,0,0,1,0|~开=-1,0,0,0,0,1|~张=0,-1,0,0,0,0|
~当=0,1,0,0,0,0|~待=0,0,0,0,0,1|~待ち=0,0,0,0,0,1|~得=0,0,0,0,1,0|~您=-2,-1,-1,-1,1,3|~您的=-1,0,0,0,0,1|~我=0,0,0,-1,2,-1|
~我们=0,1,0,0,0,0|~所=0,0,0,0,0,1|~手=1,0,-1,0,0,0|~打=0,0,0,0,-1,1|~承=-1,1,0,0,-1,1|~把=1,0,0,0,0,0|~押=0,0,1,0,0,0|
~提=0,0,0,0,-1,1|~收=0,1,0,0,-1,0|~改=0,0,0,0,0,1|~教=0,1,0,0,0,0|~文=0,1,0,0,0,0|~料=0,0,0,-1,0,0|~新=0,0,0,0,1,0|
~日=1,0,0,0,0,0|~日の=0,1,0,0,0,0|~时=0,0,0,0,-1,0|~昨=0,0,0,0,0,1|~是=1,-1,0,-1,0,1|~時=1,0,0,0,0,0|~月=0,-1,-1,0,0,1|
~月0=0,0,0,0,0,1|~月0日=0,0,0,0,0,1|~有=0,0,0,0,-1,0|~朝=0,1,0,0,0,0|~木=0,0,0,1,0,-1|~未=0,1,0,0,0,0|~条=0,1,0,0,0,0|
~来=0,0,0,0,1,0|~様=0,0,0,1,0,0|~様の=0,0,0,0,0,1|~款=1,0,0,-1,-1,1|~気=0,0,-1,0,0,0|~水=0,0,0,1,0,0|~没=0,0,1,0,0,0|
~注=0,1,0,-1,0,0|~注文=0,1,0,0,0,0|~满=0,1,0,0,-1,0|~片=1,0,0,0,1,0|~瓶=0,1,0,0,0,0|~用=0,-1,0,2,0,0|~电=0,0,0,0,-1,1|
~电话=0,0,0,0,0,1|~的=1,0,-1,1,-2,1|~的是=0,0,0,0,0,1|~直=0,1,0,0,0,-1|~直し=0,1,0,0,0,0|~眼=0,1,0,0,0,0|~確=0,0,1,0,0,0|
~程=0,0,1,0,0,0|~签=0,1,0,0,-1,0|~箱=0,0,1,0,-1,0|~紙=0,0,0,0,1,0|~线=0,0,1,0,0,0|~经=0,0,0,0,0,1|~给=0,0,0,0,1,0|
~给你=0,0,0,0,1,0|~给您=0,-1,0,0,1,0|~耳=1,0,0,0,0,0|~能=0,0,0,1,0,0|~色=0,1,0,0,0,0|~花=0,0,0,0,-1,1|~袋=0,0,1,0,0,0|
~装=1,0,0,0,0,0|~裏=0,0,0,0,1,0|~要=0,1,0,0,0,0|~订单=0,0,0,0,1,0|~话=0,0,0,0,-1,1|~说=-1,0,0,0,1,0|~账=0,0,0,0,0,1|
~费=0,1,0,0,0,0|~走=0,0,0,0,0,1|~起=-1,0,0,0,0,0|~跟=0,0,0,0,1,0|~过=-1,-1,0,1,1,0|~过去=0,0,0,0,1,0|~还=0,0,0,0,0,1|
~这=2,-2,-1,-1,1,1|~这款=1,0,0,-1,0,0|~退=0,1,0,0,0,0|~送=0,1,0,0,0,-1|~送り=0,0,0,0,1,0|~选=0,0,1,0,0,0|~選=0,0,1,0,0,0|
~那=0,-1,0,0,0,1|~配=1,0,0,-1,-1,0|~量=1,0,0,0,0,0|~门=0,0,0,0,0,-1|~面=1,-1,1,0,0,0|~顺=0,-1,0,1,0,0|~香=1,0,0,0,0,0|
`),
  vectors: readVectorWeights({
    embedderId: 'all-MiniLM-L6-v2/fp16/1+glosses/1.1b13ab1d',
    step: 0.06075,
    letters: `
eSOcZePXNPZSUVbTkWpcXShVVbZUQXVcVRZUbhZWSVVXPMWZRYZWXccHWZYXgaTSVTRcgQbURRVfQcWZWdXZTZYZHWYYMSXNSUbMZRWWTQURSePPVPSJ
cRPjcVebVTNWfYZQdSSUcZFPThiTXSJMKibXcgWVMeXRZWSfTRbbRTjfddOVSWeQaVdVWYWaYdSYUgcccYTQSSRUXUQURbaPNQUgZXdXPXMWTNcRSUYY
VjhUcYbgZlVPRRVNWYVWdWWXWXUYZfTMbZVeXVMgXPWZQYVRKaZWjdWPegVbRTfWTcOeUZaaTVQTdWMYURaVMTZWaaXUIZedfVTZcbSfSXcfZZfSQaMT
YUaVTMRVScLTb7aVdVXTbXTfYEVPUTYQSahdgaPaROXkQOQRVZXdbQiZZXhYRYVTReQaRTNYYVabdfZWQOLcRXbUjhWQTZcddgTUOZRVWHKYIPZPTVTY
YXeVOOUbaYUYFMTXXZUPabZcTkQRHeTWcScNVaYgSTRaXbDWYmbVeRdeZVIYQVoScYOIMXQffVVWTaaORWWXIaYWZZodOVJacefSWepXSOZiVmPTgZXX
ZegWYYNWbRNgLcSRKHSXObddTYIWdKekQSelORRccVgYabUKXXZXWPTRPURUgaNWReeRYQWbVeSaTMaPUgbONTTIpgUaYcSeRQnVnjCSjQWbEaaJQWPa
VfgZMJbWejUUEYiVWfYTZZWicaXaffbRPVSQcZSZLRQPRONZbMTRYOTcbZUlXKNXWORPVTihcWQUXYSYRUTTbWbWdZjaUZdXSXYVWZWaVTWWXaYYYYUY
QPWXQWbXWbZQRXXYcbVQYTUaYUZVSUVYRZVVYYWVRWZVQXWXPUXQYZbSXSXXWUVUSZRSTVVMbVSdXXcZaXNWcXWUbXVVZZNVWbeYXQRNQgXXYVWTOZXR
XXYaTVZXVWfaYbQXTVeVXYZVRSUaWdSTWbZaaXWSYWUUZUVUUYWTQSVZVWYWUVOWVTZVTTaZTbcVbUacXdURSSYRVVVVaWYaaVUXZcWOYVXbXcVdVPYW
UaZRNXWXebUUZbRYSVYVTYPYTXYXRZSSZaQZWTYWRVXWYaSUMYYZdYVXWaWcTUYbXZYXUXRUWYaXQTVWWWQTXKaYZRaZYUUcXOWTSWUSWXeaYWSVWWYZ
UTUTWXWZYYcZWYcYSYYVVRZcSTTWbXYYWXYUVSZYTTVUYYXRRWYWbeXWUUXUUVXUSRUZVVVUXUUXVWUTRVWcXVZUYXXUYXZWXWVTVZWTTXYSXXQdUWXe
WURWZYTXZUVUVXTSWabTWPVTVeVWbXYURaVSRWTYPUWaTUXTWaWeWVZUWYZSTXVXWdPVXWXUYYYWYcWUUVUaTcTVTRbXQXZVZUPWUWcUUWcVYWcXXWbV
WYTRTWWZVUVVXYWccVRXXYUQTUYZXXVbSTaXXXZZQWXUZZWXWVPUTVWaWbWWTXZYXaVQZXSXYQXWSUYWXYVVMbZYXUWaVYYbSTZWfVWXUURTVXYVTUYW
XVVZcTYXYSaTVQWYaVXXSXTSZaaZRbWTUXSdZZgYbQYTXQVRaPTZVULWaZcSUVVYRYMXbfQTWYYfZPYTPeYbOcWafKcYaTXQRaNMUfSYdVTRLTWNfQNi
YXThYMWXYYkSVVcUQXRZSSUhgTShbXdXVRcSOdXWGTWQSaVVbQXXaYTVRfZPMNWaVKgZTLhieXTWfVZRXdWLaWcPLXacQcLjUUPVSLfUaleOVYYWSWbX
aUdXQVZTeYWTWSXSScqWZXhVdYNQZVRWQdITbPWWcaZYWeZVbSZUPXaUVfckhTVWSKaRVSYWXRTakfYVPOQWNXdYXSgYbRTZQWXPMPaeXNeNTVTYRKRW
fTYZYXbUZZeXcRLXWSTaKYVQTTcXWWYVjdfRRNPSRZTUSXKOQaaVSVLXcbZdPTcPVZdNdYXLWaaVTTfJWiZVMePdRbNYTSaTZSTfRgKgdeXSSWdNNUVY
JfTdWcVWJTYPdaXeQdTOXmXhaVSZKUQRbOZQdPVReUhKTJJbbZYWLVZRXXSPfPaagNZDZffUMXgWNXDbTSYYeZYUaPLceadYXOMaOJWWaUbZdVUXbQaP
PbTOUPiLSDTPYcQaffVPXNRbaYXbbXXlMXiiVUmPlVbGbaoRYLXSTTpWPUlNYhN6iWKEXSaKWJaXPYTJTbQddWUdNLQTHhSVSQXeUHVMYaLcXNOefjVP
XJhRdTdSgRPfaUcUdZVMXbWVZNWaSPcehVTWaXWdVSMSaSebfXMXcVWWSkQXUYZRaMfWfWcdkaRbaQZhGXROVXVWZUXZYZYcUPePRUTTTUUbZccUYWXX
WVUWZNUXYSQYYWSYSYUaWYQWXcWUZZYYVQUaWaXXTcVbYOXXcUWVRYSRUXUUcYUXUWXKcRYaZUScXUVbZXbSXXaVRZTbYYUZYVVZYXZSUUbVSVXWNTZQ
TTVcYUXVYaWUVXaWVSVZRPbXWSbaWUVWbXZUXXVTTUcPMXUYQeWgZYTXSRZTWdZTVZVWRSaZWTbXTVYUWZWRXUaWXXgWWcdXaaTQYYUSRdRWWRXWZYVX
ZZXWZWWWRWUUScYeZUWWTOWUZVXYdWUXefUTUPSVTZbTYVcXZTXcSWZTUYcXTPaSTVVYUKVWaYZWZYWVWaVYaYPTaWWVSYUWUUWUUUYUaaaUPSPVTZWW
VYONSYaVRWQZTZTYURbRUaVRacUZYWZaXZXVRXWYRZVaXVTYXYQZQWZZYZSYWZZXWZZSWVVZbVWYbYWYVTVbYVVZXTWTTWXYVYXYVUXOYVZRYZXSVWWX
XSQcVRXWUWYXbZWVWXTUUTVSZWXZVTSWZdVTTXVYTbVXVZWXQVYXZaWYRRWUUXTZWNZVUTVVYXWWaVeSTVRQVYTWXaWZWTXZWWVYUYTURWXWSWcTUTZW
YWZRYVbYVXZWTYaSUbVUZSXTUZWTTRVRVUXTXQVYVXZZPYTZZXVWXUVXWZYVbZSWeUSTWaWRZWQWVUaXUYUYXVWZYUWSaXXWZUXUURUYYTXWXaWVYaTb
WYVXWUXVWZVZVWYXTVZVYVYUXXVbTXXWTWYVSZXYZWYZSXVYUXUVZUZWbRTYdVWWceZSOfOTLQWRfUaXXLWZUUdXcXSSTXXQXVZWWSVbaVbYZNMWXcXW
UWUbUjZTTXSUSVWMXSSaaRXkaeYQSTRXXbYaVRMYRLRRYRfVaeZVUebiUZWQZSOObWeWZVPZRTYaSdXTTWROUhWWbRURhbUWRUbSRYdSdcbZSRSYVVRX
TbhUdPbQVVZbbbKTfQSbaUPVbUTXTfPWWQXTPWVXRXcdeUYWQXMXTXYWbITZRXZeRUUfbUWYRUiVbXaYZTTgTVaXYYOFXXaSJaTXXWUcaRgZYVZbRQXd
UaSYdRZSKWTZeXWVSfNUaOSMicWWSScXaXTdSCJSSehRQWWYSOWRZUTRdZYcTVPdaTgZRkTQUckZWWYQXadObScUTiUTVQUZacVWWWWWSVRZZggTWSYa
SObMQZdLXWTZbYWPZWRUYVWkcbZVMITUcVYQbWagPYkoZZFSXPXQZRegTZZgdhgKWUTebUddZaYXPQWSSLSWRSfXMXSgWXSUPOOUbYbWfXRVcbVRVlhT
bUMMSSebafYUacOVOTaTbTMRHYXZXVPceXbbbWhPVQGPXRXJYWgXgPVQVNPXZZMXNXOMaPNefVGicaTWRSfWgSSbNWQGbTPaKYNYOeReWecefRZbWVQb
ZPPnUbQVXZNUadZgNhaORXVhXMRiQObYYGaeTbVkgRbVIUTagNXfRgTZYLOOajVWQTaXYaPbUIFQVcgaYmMXCKgVmPcQdaTSbYWhUScYSyOSKWcZRmfS
abROWbiWObYJZXTWfaXVaXYUQaSUPXWVbUaVVTXVVTeWdZVRQZWQVSUXWUUaaXYVWTRTaXXSWWWcTfZYUTPWSWYOSVUbYVVkXeXUSUQYYYZTRRVXWPXU
TRbRYbXYTZcYRZXUYSPSXYaWZWPdXTYVSbaVVVVOUfZXXWXUfeUYUUXWUXWSWYYYSSTWXWWYXZdSZMTPSUWVaWQZaQSVaURSXXTXUeMWUUVQXTVXVYVY
YSZWWTSVUZVWaQQZTUUbVWRfZYVXTWfZbWXUZYWbYWZUVZRPUSVUOaSWRQUdVRfVXVYVUQZbQdRZbVYSRUTUdSVZVdTXZSPUfdXWUQZYXaVaWJRTVZeW
SbVXTTbRdUSSaXXZXSVcaTeXZeTURZeXUZYTYabTdVhXWiVRXVSXXWbVZWWXUYXWXYZWZWYVVVYSUYZVYVVTTYVWTWWTVWUYXXaUVRVVXWVWXWXaVYWW
WUTWYQYRUYaacYVaVYZSXVSaUYYWWWaVXWXWVSWVZWZWWaWVUWVXTURPZaVWXUVYVTVVUVZVXWSSVYbVZbYVZeVXXVZUSVXWWWWUWWTZUTYWVZWUUTTT
TUVSTWVSZVVUYXWTYXTYXYRVcTVUaVTRXaRWXVWWYRVWXWXRYWUWYXUYSVSdUXZXXXYWYUWUZXVaWWTWVZYUYXYZRXUTUYWZaVWXYSZXXSSVVYXUaWYX
SURVYUXYXbTYWWQUYXUWSUaUWXVXYTVWYXbXWVXZUUYabVVWTTXYWUXabWYVXWTWPXcYUaUTVUXTXWXVWdUTYWbTTQhSZTVYiZacfcLUYTTOIVYSeVOZ
UZUUbSYUUTVTXfRQRQVWWQWaPOUVSiQTcVUYTZWjYWYVaTXQSaaSPXUPXcSUWZViYSOdUZYaSeQXRUWZPYVTVZaYLaRbYZeWQSWeRgaWWUccUMfaXTda
VUWVRSUVfXRTRVXYVfTWRXRTRZTYQTIiRWWXVXZTVbaNSXWVRQRaeaVZgSfYcVSfcWTVWWUXcLJWfdTaWQUWSXSUWVRLRbdWPgVYUTLcKZeZZVZLZRUY
TVbTShdNdaXTSSbRVRRVJYVUaSQUUaSPOYUQcQVVVXZVTVYTVfUdcZZWSXYWXTYITeWPOXeYeZRQbbRheRfTRWZVWddRbbVXScRdcRdZOfZYZfdaUbWa
iRYTRWQeIVYRYXdgaUZWZcPXeQNMTMbXcUWRdcWTiXZQQKWXNgTNSPXbVVaaPQQYYTTVeVWRfQiaZOVPWbTLeYUXTdSgJfURRNGUYSXiUOTIWSWbVRTV
TUbLUOaecSYZcZWWaSTSPfRQXVbkRe_bTZRPUNcYQGQQeUUaQWfXmdXWOSQXabXSHaTaSSkkcVdZUhYVSacgeSNKZKQSgXZYRTbjbZRXbVRSaOMWQPWU
SUOhVTTTeUROZmcYNLfOWbSZWcXWaSVUcSeaYafYTYNOXPXbeQZMXaZdTYSUMZaIcZdJLWLWUWRLMVNSVOXYZVahVRSWQSdQdafKZdiXTVXdaRZdaUVe
UMgbSfZeanfFWdNLUeQUcViXRgZdXRVojTURcgWVWWZXWTbRVUZaabcXZYSUbUSTQUaTXZRTWXVUaSXXUVXUVaTRUXaaWSXZVPTWSaTTYYVUUaUcYYXX
aVXSSXYWTXTUVZRTVVTbUTOWTYUYWZUVUVWZYVWUWVXWUYWZXXeWSTZXSbXXZSaZVSdbbWbWWQWTVUVWcWWVSXXXWdUXWUUVUXXUUTRbUVbYZVXSTYaT
UXXWUTVXWXSYcUcYaVZcbVVWWUXVXUPWaUTYWTXWTVUUVXWSQZZYTVWaXTUZQaYWXTYRYQZbVUaTTbXTbZVTWSWSVVXXRYWXSUSXVVYSTXUTeVWXRWVY
UQVTVaXYXYXWSXbVWVbNVaYTVVWVbUVVYWTaZTdVUWVTVaYSWbWYUbRXaWZYTcVYWXZYZVWaYVXVWWXaXVVSVUXXZWaUVXRRaQRSUYaUYYUVZYUTWTWU
XSRWVcSUYaZYSVWYTTTUSTSUbXVWWYTbYVWUYSVVSYcbUWRZUYRUUVSZVUUXQUVWXXYWVTUZZUWVWWaXWXaWUWdWVSWYVbZXYUdZSXfYcXUUSOZVUTUW
aVaYXaYVaeTWVUYRTVOVYXZbSWZZZUUTYbdVTYXZVQUUbTSYZUYaYUbVUYRWaTUWWUUWZWRYWWUdSYRWTVVYUfbYVUWXYUZYTZWUVRaUVRYYXRWWTVTR
aZWSTSXRWYWYWYSVTYVZVYWVUURVaXXVPRSbSOXTTaaZZcYWaTYXcSbQYaXSUTVVaaVUVVUVXTcYWWXWWXXUVYWUPZWWZYXXUcWXXZVZbVZXSWWUTVWT
aXUOZZOWWUWZPbQaUfhdaZbWRWUURUVaZSYcSRQTaacUWcUaVYaZecOQRQdXQTagVYVWgWZXTQaaZSYXSNhNfVWMaVbTXjTeZWVWmVcQaObbXeaTXSXP
VbYhYPPWkfaWZVVUUcbUiXVbTMYXZXUTQaSVeUMdVXTVQUNSVXMeYSZRdQROSYSMdXcTTPcePWQdVNcbONVXZPYVbKUVdYdUXeLYXSXWWUdcXXNOgYPQ
aPjMYNYdZXUVRTSTUWSUTUbWPTMWNPObcWSTPXYPWXRXPUQRXWUVVWbWecUZYWeXYWbPZWZRTYbYSWcYhURWRUTcZSSdSeegbNaTVUWUWWVcaedcXVOO
PZcQZVYSWaWdXXPbaQZbWdTdUXMUYTPTSVfQdYLRaUfZWXeZJPOVYYbZidZacTZmKVpRJYXYRVZPUTUXkSQWbQbJUbUYNaXVWQTSdnfUVdThLMdTSTdW
CQTVeYiWckZTXgMJNWUgoaaSbXZiebNgUbKhWaTXUJWWaZfWdZTYRRRIUUTWQWbiVPbIPqfcjaRhfVYRiSIgVNZQkNQaXeQocOPJWWUcYNURPVVWLadT
aMRRTahVcQZKUcZPRbQXYXYWUbVamUWmUhcjLVSSWVYana6jWbPQZfbVLefQYINTOZXEYYZeRhaYNWROSMVYMXKYidTcRPZTNLceNgebXOZZUfZTYiQN
dleWaLKVVGVcTfddFRWCIRZNcUSRNkRjNQPJUVPQSUWYUEURZSXfTMMQOelLQaWYXVJaWXcVWVTUWZUYWSVXWTRWTcYaXXYVUWWVUSbZZRWZUXQVbWZV
WZVUTTVYaZTSSTZYOSaXWYaUeaabVUZVYSUTVRaRaWfPaYXRZeWZWWVXdUWVXRaXbbUdVSZUYcUYTSUWcbUVZYUUVXUWcXOaRWSdVVWVTbTUcWSbbZRW
WRUSSaUWaUVVbVOUYXTPbcaRVSaXXXWZTPaeUTXUYUZSZRVTaaYaXbPZTZbWXYWaXWNRZWUWXUZMZScXZZTVTWQUXUWWTZZXTVQWVTRTbSZTUUVUXYQX
WSSVXYYVXVaVcUWZXUdVUTWWZSZWXaZWUVbWcYSWVVSaaPSbRXaZWQZVQUVWUWVXUccZXVOSXXYQaXZVVUXZZVRYYQZVWXUYWaVYUPSXVTcYVURWXdbU
VSVVXPSURYTXaSSXVVZWXYdZVTVTXWWWbTVVWXVXSYWYUYYTYSWUVSZRVbZTUeWXabaSWUWTZXXXYVaUXaXQXcZVYZUYUWTXQWXXcSWbTXbSaZYTWVZW
SQXRaaUVZUTYZRRcZbVaVQWWUaYXZWUYfbVXZQXYTYSWZTXTWcUZcUVXWYUWWSWVZaaWRUXbUSXOaXaSUWVXWZWcXWUVSbdWUaTYWTTXWWWVXVTUYTZZ
cbSYVcTTbRYUTYYWWXZWWXSPZQYVUQYYYaTXWUXUVVXUbbZUcQbWSQaXSUXZWXcVWZYXUZYPWYUWWVQVZSVUSWWUVWTTPYSTQbVQTZUWVVOSbWVQVWUT
YZYXbVOVUTZVVVTWXXYdROVYPZdXOUXaQSPbQTTWQXVYIdCUidXYYVTSaaaZRQYXaWhdYVTOYcQTaWVZdJcYPZUWUVWNZQgXVTWWTdZWfXPSWYRdcTgU
ZdPRUTXTYjUZRaUfbUXLVNVTNYSUbXSMXWWWTTWYaQWXROaaPSKZdTWilZWbSTUVYcUOWTYQROTXkWbRORcfnaSUbWaZTWRVWXUbWCTNUkdTYhcSIcSW
XlUbSXVRXRVOSgVWUYMRUamiKVebXVUcXUPOUPXZjUWWUWMUZbOXbNcPQcidWWVhjYVcecdVYVSZaWcbZVQKWOMWTYXVhYPfZbSXYWZgbbVVJeaWWaNN
bXPRWYWSRWORZZYQdTVURTOZRXSaWQMgTXccfUdQPUSWbPMNTVXYRRVWXRLgYVVXXWeeWcJPaYGVXGMWTVUPbaTbXUNVdZRRWHZSQRUhpZfTUdVScYTh
cPXRfOWXVTPHKQhefUUTciSVfVNQpbSZQTSVZeUgSWsYfbVYXUafkVVRLdURQceNXZbSWYaWMGkWLOVWQLXaaZ7ZWRPYdkaXfacXIVPOLbXcSUcQhcRW
HgXYcVNRTaRXLaOVUNXZIVQMTWTVVnmRUXKdMgVjSYaSWVcVbiQWUpELYTkVPWrUebarWHRTUTgVRTnRSLdNZfkPkQYcdZUbVRfTkOTZdaddXcdWWeXU
JZOSTfERKbkWbSXdlfXbgUcMVTRRKNSWSZYXggScUPJSgSWSSNZTaQTZaYMVSXZeRKUhTZoVVUlaniLLfDXKVcVTNUPaZSNcTWZbPWYXVQQXRSPVUUUU
PZPVfdUaXTWUWYVWUWZXXTeYVYUUaXORaXXZXRbYWYVVXUSScUdYWRTYXWXWWYVYYXQdZVcXYXVaWRVaXeUUXZXbXSXSTRVVVXTWVUUUYXTWUWYXVTXT
SSYXSRQVYTSXdYUYTTWXVZTTWTaVUSSXfXWWUVXdfWWWYXVaTVXaaWWaTPTTTfYVZcZVNYSYWeUeSXXSVTXRXYTWSWTSWWfeTWcaZVWZZUTQTTYXZWVU
PWQTVUUWXSVTUaaeYcVZZZZZWacVZVRZTUXaaXTRYUPUTZVWdaVZYaSVZUZaZbWUNYYWXWTTXWTUVZYWVURVZXXScVVVUWTbVWYaXUPcVYYYXUZSSXUX
cSQTXYWVTSQRYWMcVWYWRUXUTVPUWUQVYVWXaVWUZZVbWXVQZWQVTWZXWWWbUUWZWURTYZXWaVWZTYaRTaVaXVXZbZVXUUPXVYRWVUXdZUaUZSUaSVWT
ZZUUaZWXVSUVQWXYbWVVUUTVWZVWVaaYTRYWYVUVYURVUWUWWTTWZQVYVTVVWXVVYZZSbYbbTaUVZPWWXYWZZTbZXRWaSRRVbZYYVWbcVVRWVZTZUYWZ
TVZWYVUWXVVYZUWWTXWZXUWZdUWVWUWRVYWWTWSTYXaQUXXaZaXbTYUWYYVZPUaWYTUcQXcXTWaWWYQUXbUSbZWXWXTXUXaYbZXZTSWWUWXaUUTWWWXX
YXSVcSYVYVUXYZVYZaYbUXUVUUXZXTTVWVTVaUTTYWZTVUVTYVSX
`,
  }),
};

/** Without. */
export const wordWeights: TypingWeights = {
  features: readFeatureWeights(`
added=-1,6,4,-14,5,0|comma=-3,-8,6,-3,9,-1|factBefore=3,-2,-3,-2,0,4|form:chatty=-6,-6,-7,-2,9,11|
form:formal=5,-2,-13,14,-1,-2|form:loud=-1,-1,5,5,-5,-2|form:picture=-5,3,-6,8,5,-5|form:smile=-5,0,-2,10,4,-7|
length=3,8,-2,-13,2,2|lost=-3,0,-8,-5,14,3|marks=-19,-3,-11,0,9,23|new=7,-4,-1,-4,-1,4|numbers=7,-8,-9,-1,-5,15|
one=7,6,-6,9,-9,-7|otherPolarity=6,1,2,0,-5,-5|otherValues=3,6,-2,5,-6,-6|part:new=1,-2,-8,0,5,4|
part:newNumber=-1,6,5,-6,2,-6|part:oldNumber=-6,-6,-6,8,8,2|policyBefore=-19,12,-8,1,13,2|
says:addressed=-13,0,-6,0,11,9|says:askedFact=8,-3,-4,-1,-1,0|says:askedPolicy=-6,10,-3,-1,0,0|
says:benefit=-8,11,-1,-4,8,-5|says:done=-3,0,-4,0,1,6|says:doneForAll=2,0,0,0,-1,0|says:factWords=9,-2,1,-5,-3,0|
says:general=0,12,-6,4,-3,-7|says:oneOff=-4,-9,-7,-3,23,0|says:ownState=-6,-5,-3,-4,1,17|
says:policyWords=-7,15,-2,-2,-1,-3|says:sequence=-5,0,17,-3,-4,-4|says:steps=-9,-2,22,-4,1,-9|
sorry=-9,8,-8,-3,17,-4|stance:free-1=0,-1,1,2,-2,0|stance:free1=-3,0,-1,0,4,-1|stance:needed-1=-5,5,0,5,2,-7|
stance:possible-1=6,2,-6,3,-5,0|stance:possible1=5,-4,3,-6,-3,5|stepsBefore=-10,-5,16,-1,1,-2|
value:contact=4,-5,2,-2,-5,5|value:count=-1,-1,3,8,-4,-5|value:date=-4,-3,-3,0,-4,14|value:duration=-3,4,1,8,-4,-6|
value:measure=11,-3,-4,0,-7,3|value:money=1,3,-4,3,0,-3|value:percent=2,7,-3,-3,1,-5|value:time=-1,8,-7,-1,7,-6|
value:weekdays=5,-4,1,0,2,-5|values=0,-1,0,3,-2,-1|whole:changed=-23,-15,13,25,3,-3|whole:grown=-10,-1,20,-19,3,8|
whole:kept=12,9,-8,-15,11,-8|whole:lost=1,1,-5,-1,3,1|whole:new=-1,0,8,-10,-6,9|whole:old=17,4,-13,-10,-2,3|
whole:samePolarity=-4,-9,7,15,-7,-2|whole:sameValues=4,-11,-6,33,-11,-9|written=15,2,4,-23,-3,5|~!=-6,-2,0,8,-2,2|
~"=0,0,0,0,0,1|~%=1,0,0,0,0,0|~(=-1,0,0,0,0,1|~)=-1,0,0,0,0,1|~-=1,-1,0,0,-1,1|~-0=1,-1,0,0,-1,1|~-0-=1,0,0,0,0,-1|
~0=10,-5,-4,-4,-6,9|~0 0=0,0,1,0,-1,1|~0 and=1,0,0,0,2,-2|~0 days=-1,1,0,-1,1,0|~0 is=1,-1,0,0,1,0|
~0 off=1,-1,0,0,0,0|~0%=1,0,0,0,0,0|~0-=1,-1,0,0,-1,0|~0-0=1,-1,0,0,-1,0|~0k=0,0,0,0,0,1|~0の=0,0,0,0,-1,1|
~0个=1,-1,0,0,0,0|~0元=1,0,0,0,-1,0|~0元$=1,0,0,0,0,0|~0公=-1,0,0,0,0,1|~0円=0,1,-1,1,-1,0|~0円で=0,1,0,0,-1,0|
~0分=-1,-1,2,-1,0,1|~0号=-1,-1,0,-1,0,3|~0回=0,1,0,0,0,0|~0天=0,0,0,0,1,0|~0小=2,-1,0,1,0,-1|~0小时=2,-1,0,1,0,-1|
~0日=0,-1,-1,0,-1,3|~0日に=0,-1,0,0,-1,2|~0日の=-1,0,-1,0,0,2|~0時=1,0,-1,-1,0,0|~0時間=1,0,0,0,0,0|~0月=-1,0,0,0,0,2|
~0月0=-1,0,0,0,0,1|~0点=0,1,0,1,0,0|~0的=1,0,0,-1,-1,1|~:=-1,0,1,0,0,0|~^ a=1,3,-1,-1,-1,-1|~^ and=2,0,-1,1,-1,-1|
~^ i=0,0,0,0,0,1|~^ it=1,1,-1,1,-1,0|~^ the=12,-3,-1,-5,-1,-1|~^ we=-3,2,-1,1,0,1|~^ you=2,1,-1,0,-1,-1|
~^ your=-1,-1,0,0,-1,3|~^ yours=-1,-1,0,0,-1,3|~a=0,-1,-1,-4,3,2|~a 0=1,0,0,0,0,0|~about=4,-1,-2,0,0,-2|
~account=0,0,1,-1,-1,1|~after=-2,1,0,1,0,0|~again=-1,-1,1,0,-1,3|~all=-1,0,0,2,-1,0|~an=0,0,0,-1,0,2|
~and=3,-3,5,-4,4,-5|~and the=0,-1,1,-1,3,-2|~any=-1,4,-2,0,-1,0|~are=7,-2,-2,0,1,-4|~as=-2,1,-1,1,2,-1|
~at=2,-2,-2,0,1,1|~at 0=0,0,-1,1,0,0|~at the=1,-1,-1,0,3,0|~b=0,0,-1,0,0,1|~back=-2,2,-1,-1,3,-1|
~back to=0,-1,0,0,0,1|~be=-2,2,-1,-1,0,1|~before=-3,3,-1,0,-1,1|~both=2,0,-1,0,0,-1|~box=0,-1,2,0,0,-1|
~bring=-1,1,-1,0,2,0|~but=1,-1,-1,-1,1,0|~by=-2,-1,-1,1,4,-1|~c=-1,0,0,0,0,3|~can=-3,6,-2,0,-1,1|
~can be=-1,2,0,-1,0,0|~come=1,-1,0,-1,2,-1|~comes=-1,2,-1,0,0,1|~costs=0,1,-1,0,-1,0|~d=0,0,0,0,0,1|
~day=-2,0,-1,1,1,1|~days=-1,1,0,1,1,-1|~delivery=0,0,-1,0,1,0|~do=-1,0,0,2,0,0|~don't=0,0,1,0,0,0|
~down=0,0,0,0,-2,2|~e=-1,0,3,0,0,-1|~first=-3,1,3,1,-1,-1|~for=-3,7,-1,-2,1,-2|~for 0=-1,1,1,0,0,0|
~for the=2,0,-1,0,0,-1|~for you=0,1,0,0,-1,1|~free=-1,0,0,1,-1,0|~from=4,-3,0,4,-1,-4|~from the=0,-1,1,0,0,0|
~g=3,0,-1,-1,-1,-1|~get=-1,1,0,0,1,-1|~give=-1,-1,1,1,0,0|~go=2,0,0,0,0,-1|~goes=0,2,0,0,0,-2|~going=0,2,0,-1,-1,0|
~got=0,-1,1,0,-1,1|~half=-1,1,0,0,0,1|~hand=0,0,0,0,0,-1|~has=2,-1,-1,-1,0,1|~have=1,-1,0,0,-1,1|
~hold=0,0,2,-1,0,-1|~hold the=0,0,2,-1,0,-1|~i=-1,-1,0,0,1,1|~i'll=0,0,0,0,1,0|~i've=0,0,0,0,2,-1|~if=1,0,0,0,0,-1|
~in=2,-2,1,-3,4,-2|~in a=0,-1,0,0,1,-1|~in the=-2,1,0,0,1,0|~into=0,0,1,1,0,0|~is=6,2,-2,-2,-4,0|
~is 0=-1,2,0,0,1,-1|~is on=0,1,0,0,0,0|~it=-3,1,3,-3,0,2|~it is=1,-1,1,1,-1,-1|~it on=-1,-1,0,0,1,1|
~it's=-1,1,-1,0,-1,3|~its=1,-1,0,0,1,-1|~just=-1,2,-1,1,-1,0|~k=0,0,0,0,0,1|~keep=-1,0,1,0,0,-1|~kg=1,0,0,0,0,0|
~last=-1,-1,1,0,1,0|~leave=-1,-1,2,0,0,0|~left=-1,0,0,0,-1,2|~long=1,0,0,0,0,-1|~m=-1,-1,0,0,0,1|~may=-2,1,-1,1,1,0|
~mm=0,0,1,0,0,0|~months=0,4,-1,0,-1,-2|~my=0,0,1,-1,1,0|~never=0,1,0,0,-1,0|~new=1,0,-1,0,1,-1|~next=1,-1,0,0,1,-1|
~no=-1,-1,0,0,-1,3|~not=-1,-1,-2,2,3,-1|~nothing=-2,4,-1,-1,1,-1|~now=1,-1,0,0,-1,2|~o=0,0,0,0,0,1|
~of=-1,-1,3,0,0,-1|~of 0=-1,-1,0,0,0,2|~of the=0,0,3,-2,-1,-1|~off=-2,1,5,-2,0,-2|~old=1,0,1,-1,-1,-1|
~on=-2,1,-2,1,3,0|~on 0=0,0,0,0,-1,1|~on the=0,2,-2,0,1,-1|~once=0,0,1,0,-1,-1|~one=0,2,-1,-2,1,0|
~only=2,2,-1,0,-1,-1|~open=0,1,-1,0,0,1|~order=-1,0,0,0,0,0|~orders=-1,2,1,0,0,-1|~our=2,-1,0,-2,3,-2|
~out=-1,2,2,0,-1,-1|~p=2,0,0,-1,-1,0|~pay=-1,2,-1,-1,1,0|~pick=1,-1,0,0,0,0|~please=-1,-1,1,1,0,0|
~price=-1,1,-1,0,0,0|~put=-1,1,1,0,0,-1|~r=0,-1,0,0,0,1|~s=0,0,1,0,-1,1|~same=0,1,-1,0,0,0|~send=-1,0,0,0,1,0|
~set=0,-1,1,0,0,0|~should=-1,0,-1,0,1,1|~since=2,-2,0,0,-1,1|~so=2,-1,-1,-1,3,-2|~still=0,1,0,-1,-1,0|
~t=-1,0,0,0,0,1|~take=1,-1,0,0,1,-1|~takes=-1,-1,0,0,3,-1|~that=-2,4,0,-1,0,0|~the=9,-3,4,-8,1,-3|
~the 0=-1,-1,2,0,0,0|~the box=-1,-1,1,1,0,0|~the one=0,-1,0,-1,-1,2|~them=1,-1,0,0,1,-1|~then=-2,2,3,-1,-1,-1|
~there=1,-1,1,-1,-2,2|~they=5,-1,-2,-1,-1,0|~this=0,0,0,-1,2,0|~three=1,2,-1,0,0,-2|~to=-2,1,-1,5,-1,-2|
~to 0=0,0,0,1,0,0|~to the=-1,1,1,0,0,-1|~two=0,-1,0,1,2,-2|~under=-1,0,2,-1,0,0|~until=-1,0,0,0,1,0|
~up=0,3,-1,0,-1,-1|~up to=0,3,-1,0,-1,-1|~us=-1,2,-1,1,0,-1|~was=1,0,-1,-1,-1,2|~water=1,0,2,-2,0,0|
~we=-4,3,-3,2,1,1|~week=-1,2,-1,-1,1,-1|~when=0,1,-1,0,-1,1|~which=0,2,-1,0,0,-1|~will=-1,0,-1,0,4,-2|
~will be=0,0,0,0,1,0|~with=0,0,1,-4,0,3|~with a=-1,0,0,-1,0,1|~with the=-2,-1,0,0,0,2|~without=3,-1,0,-1,0,0|
~working=0,0,0,0,0,-1|~x=0,0,0,-1,0,0|~you=-2,2,-7,3,3,1|~you can=-2,2,-1,0,0,1|~you've=0,-1,1,0,-1,1|
~your=-2,-3,0,-2,0,8|~yours=-2,-1,-1,2,-1,2|~“=0,0,1,0,0,0|~”=0,0,1,0,0,0|~「=0,-1,1,-1,-1,2|~」=0,-1,1,-1,-1,2|
~」を=0,0,1,0,0,0|~あ=0,1,-1,1,0,0|~あり=0,1,0,0,0,0|~い=-3,0,-1,0,5,-2|~いた=-1,3,-2,-1,1,1|~いたし=-1,0,0,-1,2,0|
~いただ=0,3,-2,0,-1,1|~いて=0,0,0,-1,1,0|~いてお=1,0,0,-1,0,0|~いで=0,-1,0,0,1,-1|~いの=0,1,0,0,0,0|~いま=2,-1,-3,0,2,1|
~います=2,0,-3,-1,1,1|~いませ=-1,-1,0,1,1,0|~う=-3,1,-2,2,2,0|~うぞ=-1,1,-1,1,1,0|~うち=-1,1,-1,0,0,0|~え=-1,0,0,1,1,-1|
~お=-7,3,-3,0,4,3|~おか=-1,0,0,0,0,1|~おき=0,0,0,0,1,0|~おきま=0,0,0,0,1,0|~おり=-1,2,-2,-2,-1,3|~おりま=-1,2,-2,-2,-1,3|
~お代=-1,0,-1,-1,3,-1|~お使=0,1,0,0,0,0|~お使い=0,1,0,0,0,0|~お届=0,0,0,0,0,1|~お届け=0,0,0,0,0,1|~お待=0,0,-1,0,0,1|
~お待ち=0,0,-1,0,0,1|~お戻=0,0,0,0,-1,1|~お戻し=0,0,0,0,-1,1|~お送=0,1,-1,0,0,0|~お送り=0,1,-1,0,0,0|~お願=-1,0,0,0,0,0|
~お願い=-1,0,0,0,0,0|~か=-2,1,2,1,1,-3|~かけ=-1,0,0,0,0,1|~から=1,0,2,0,-1,-2|~から$=0,0,1,0,0,0|~から0=1,0,0,0,0,0|
~かり=0,0,0,-1,0,0|~が=1,1,-2,-2,1,2|~が0=0,1,0,0,0,0|~が入=1,1,-1,-1,-1,0|~き=-4,0,1,2,2,-1|~きま=-2,0,-1,1,3,-1|
~きまし=-1,0,0,0,1,0|~きます=-1,1,-1,1,1,-1|~ぎ=-1,2,1,-1,-1,-1|~く=-3,-2,2,2,4,-2|~くだ=-4,-1,1,2,4,-3|~くださ=-4,-1,1,2,4,-3|
~くら=1,0,-1,0,1,0|~くらい=1,0,-1,0,1,0|~け=-2,3,-2,1,-1,1|~けし=-1,0,0,0,0,1|~けて=-1,0,0,0,1,-1|~けで=0,1,0,0,0,0|
~けま=1,-1,-1,0,0,1|~けます=1,0,-1,0,0,1|~けれ=0,2,-1,0,-1,0|~ければ=0,2,-1,0,-1,0|~け取=0,1,0,0,-1,0|~こ=2,-2,-1,-1,2,0|
~こち=2,0,0,-1,0,0|~こちら=2,0,0,-1,0,0|~こと=-1,-1,-1,0,2,1|~この=1,-1,0,0,0,-1|~ご=-1,3,-2,-1,0,0|~ござ=1,1,-2,-1,1,0|
~ござい=2,1,-2,-1,1,0|~ご注=-2,2,0,-1,0,1|~ご注文=-2,2,0,-1,0,1|~さ=-3,-2,2,2,6,-4|~さい=-4,-1,1,3,4,-3|~さい$=-3,-1,1,1,4,-2|
~さいま=-1,-1,0,2,1,0|~ざ=1,1,-2,-1,1,0|~ざい=2,1,-2,-1,1,0|~ざいま=2,1,-2,-1,1,0|~し=-5,1,-2,-1,2,6|~しい=0,0,0,0,0,1|
~しく=0,0,0,0,1,0|~しし=0,0,0,0,-1,1|~ししま=0,0,0,0,0,1|~した=-2,-2,-1,0,0,5|~した$=0,-1,-1,0,-2,4|~したの=-1,0,0,0,1,0|
~したら=-1,0,0,0,1,0|~して=-2,0,0,0,0,2|~して$=0,-1,0,0,-1,1|~してお=-2,2,-1,0,-1,2|~してく=-1,0,1,0,1,-1|~しで=-1,1,0,0,1,-1|
~しは=0,1,0,-1,0,0|~しま=-2,1,-1,-1,2,0|~します=-1,1,0,-1,1,0|~じ=1,-1,0,0,0,-1|~す=4,2,-4,-3,0,2|~すが=0,0,-1,0,1,0|
~すが$=1,0,0,0,1,-1|~すと=0,0,2,-1,0,0|~すね=0,0,0,0,1,0|~すね$=0,0,0,0,1,0|~すの=0,0,-1,1,1,0|~すので=0,0,-1,0,1,0|
~すよ=0,-1,0,-1,0,2|~すよ$=1,0,0,-1,0,0|~ず=0,0,2,-1,0,-1|~ずつ=1,1,0,0,0,0|~ずに=-1,-1,2,0,0,0|~せ=0,-1,0,0,1,-1|
~せて=0,0,0,0,0,1|~せま=0,0,0,0,1,0|~せん=1,0,1,-1,-1,-1|~せん$=1,1,0,-1,-1,-1|~そ=0,0,0,-1,2,-1|~その=-1,0,-1,0,1,-1|
~それ=0,0,1,0,0,0|~ぞ=-1,1,-1,1,1,0|~た=-3,0,-3,0,1,5|~たし=-1,0,0,-1,2,0|~たしま=-1,0,0,-1,1,0|~ただ=0,2,-3,0,-1,1|
~ただい=0,1,0,-1,-1,1|~ただけ=0,1,-2,1,0,0|~たと=-1,0,0,0,1,1|~たの=-1,-1,0,0,1,1|~たので=-1,0,0,0,1,1|~たら=-1,0,1,1,1,-1|
~だ=-3,2,-3,1,4,-2|~だい=0,1,0,-1,-1,1|~だいて=0,1,0,-1,0,0|~だけ=-1,3,-2,1,-1,0|~だけで=0,1,0,-1,0,0|~だけま=1,-1,-1,0,0,1|
~だけれ=0,2,-1,0,0,0|~ださ=-4,-1,1,2,4,-3|~ださい=-4,-1,1,2,4,-3|~ち=0,0,-3,-1,2,1|~ちら=1,0,0,-1,0,0|~っ=1,-1,-1,-2,3,1|
~った=-1,0,1,0,0,0|~って=1,-1,-3,-1,2,2|~ってお=0,0,-1,0,0,0|~ってく=0,0,0,0,1,0|~つ=1,1,-1,1,1,-3|~つき=-1,0,0,0,1,0|
~て=-2,-1,-1,-2,4,2|~て0=0,-1,0,0,1,0|~てい=-1,0,-1,0,0,2|~ていた=-1,0,0,0,0,1|~ていま=0,0,0,-1,0,1|~てお=-2,2,-2,-1,1,3|
~ておき=0,0,0,0,1,0|~ており=-1,2,-2,-2,-1,3|~てか=0,0,1,0,0,0|~てから=0,0,1,0,0,0|~てく=-2,-1,1,1,3,-2|~てくだ=-2,-1,1,1,3,-2|
~てま=0,1,-1,0,-1,2|~てます=0,1,-1,0,-1,2|~てる=0,0,0,0,1,-1|~で=0,0,-4,-3,7,0|~で0=1,0,0,0,0,0|~でお=-1,2,-1,-1,-1,2|
~でき=-1,0,0,1,1,-1|~できま=-1,0,0,1,1,-1|~でご=1,-1,-1,0,1,0|~でござ=1,-1,-1,0,1,0|~でし=-2,-1,0,0,1,2|~でした=-2,-1,0,0,0,2|
~です=5,0,-2,-1,-1,-1|~です$=4,1,-2,0,-1,-2|~では=1,0,0,0,0,0|~でも=-1,2,-1,0,1,-1|~と=-2,2,3,0,0,-2|~と0=1,0,0,0,0,0|
~とき=0,-1,0,0,1,0|~との=-1,0,0,-1,1,1|~とのこ=-1,0,0,-1,1,1|~ど=-1,0,0,1,1,-1|~どう=-1,1,-1,1,1,0|~どうぞ=-1,1,-1,1,1,0|
~な=0,0,1,2,0,-2|~ない=-1,1,1,0,0,-1|~なっ=0,0,0,1,0,0|~なの=1,0,-1,0,0,0|~なので=1,0,-1,0,0,0|~なり=-1,0,2,0,-1,0|
~なりま=-1,0,2,0,0,0|~に=-3,-2,3,0,1,2|~に0=1,0,0,0,-1,0|~にお=-1,-1,0,1,0,1|~につ=1,0,0,0,0,-1|~につき=-1,0,0,0,1,0|
~にな=-1,0,-1,2,0,0|~になっ=0,0,0,1,0,0|~になり=-1,0,0,0,0,1|~には=1,1,0,-1,0,0|~に入=0,0,0,0,1,0|~ね=-2,-1,-1,0,1,2|
~の=-1,-1,0,-4,3,3|~の0=-1,0,0,0,0,1|~の0時=-1,0,0,0,0,1|~の「=0,0,1,0,0,0|~のお=-1,1,0,0,0,1|~のこ=-1,0,0,-1,1,1|
~のこと=-1,0,0,-1,1,1|~のご=-1,0,0,0,0,1|~ので=1,-2,-2,-1,3,1|~ので$=0,-1,-1,0,2,1|~のは=1,1,-2,0,1,-1|~のま=-1,-1,-1,0,2,0|
~のまま=-1,-1,-1,0,2,0|~のフ=0,0,0,-1,0,1|~の方=0,1,0,0,0,0|~は=4,2,-5,-6,0,5|~は0=4,0,-1,-1,-2,0|~は0円=1,0,0,0,-1,0|
~はい=0,0,0,0,1,0|~は無=1,0,-1,0,0,0|~ば=-1,2,0,1,0,-1|~び=0,0,0,-1,1,0|~へ=-1,0,0,0,-1,2|~ほ=0,-1,0,1,-1,0|~ほど=0,0,1,0,0,0|
~ま=-1,1,-3,-2,1,4|~まし=-1,-1,-1,0,-1,4|~ました=0,-1,-1,0,-1,3|~まして=0,0,0,0,0,1|~ます=-1,2,-2,-3,2,2|~ます$=1,3,-1,-4,0,1|
~ますが=0,0,0,0,1,0|~ますね=0,0,0,0,1,0|~ますの=0,-1,-1,1,1,0|~ますよ=-1,0,0,1,0,0|~ませ=0,-1,1,1,0,-1|~ませ$=-1,-1,0,1,1,0|
~ません=1,0,1,-1,-1,-1|~まで=0,1,0,0,0,-1|~まま=-1,-1,0,0,2,-1|~み=2,-1,-1,0,0,1|~みま=1,0,0,0,-1,0|~め=0,0,1,-2,-1,1|
~めて=0,0,0,0,0,1|~も=0,3,-3,1,2,-2|~もお=-1,1,0,1,0,0|~もの=1,1,0,-1,0,-1|~ゃ=1,-1,0,0,1,0|~や=2,-1,0,0,0,-2|~ょ=0,0,0,0,1,0|
~よ=0,-1,0,-1,1,1|~ら=1,1,2,-2,0,-3|~ら0=0,1,0,0,0,-1|~らい=1,0,-1,0,1,0|~らで=0,1,0,-1,0,0|~り=0,3,-4,-2,2,0|
~りし=0,1,-1,0,0,0|~りで=-2,1,0,1,0,0|~りに=-1,0,0,0,1,0|~りま=0,1,-1,-2,0,2|~りまし=0,0,0,0,-1,2|~ります=0,1,-1,-1,2,1|
~りませ=1,0,1,-1,-1,0|~る=-1,1,3,0,2,-4|~るの=0,0,0,-1,1,-1|~るま=0,0,1,0,0,0|~れ=-1,1,2,0,-1,-1|~れば=-1,2,-1,1,0,-1|
~れま=0,0,2,0,-1,-1|~れます=-1,0,2,0,0,-1|~ろ=0,1,0,0,0,0|~わ=2,0,-1,-1,-1,1|~わせ=1,0,0,0,0,0|~を=-4,1,2,-2,1,1|
~を0=-1,0,1,0,0,0|~をお=-1,3,-1,0,1,0|~を承=0,0,0,0,-1,1|~を押=0,0,1,0,0,0|~を選=0,0,1,0,0,1|~を頂=0,0,1,0,0,0|
~を頂戴=0,0,1,0,0,0|~ん=1,-1,1,-1,1,-1|~んで=-1,0,0,0,1,0|~んです=-1,0,-1,0,1,0|~ア=2,0,0,-1,-1,0|~イ=0,-1,1,0,-1,0|
~カ=2,0,0,0,-1,0|~カー=1,0,0,0,-1,0|~キ=0,0,0,0,2,-1|~ク=1,0,0,-1,0,0|~ケ=0,-1,0,0,1,0|~コ=0,0,0,-1,-1,0|~シ=1,0,1,-1,0,0|
~ジ=0,0,1,0,0,0|~ス=2,-1,0,-1,0,-1|~ズ=0,0,0,-1,0,0|~セ=1,0,0,0,0,-1|~タ=-1,1,0,0,0,-1|~ッ=2,-1,0,0,-1,0|~ット=1,0,-1,0,0,0|
~テ=1,0,0,0,0,0|~ト=2,-1,1,-1,0,-1|~ド=1,-1,1,0,-1,0|~バ=1,-1,0,0,0,0|~パ=1,0,0,0,0,0|~ビ=-1,0,0,0,-1,1|~フ=3,-1,-1,-2,0,0|
~プ=1,-1,1,0,0,-1|~ペ=0,0,1,0,0,0|~ペー=0,0,1,0,0,0|~ページ=0,0,1,0,0,0|~ボ=0,0,1,0,0,0|~マ=1,-1,0,-1,1,0|~ム=1,0,0,0,0,0|
~メ=0,0,0,0,0,1|~ラ=2,-1,0,0,-2,1|~リ=0,0,1,0,0,0|~ル=3,0,0,-2,-1,-1|~レ=1,0,0,-1,0,0|~ロ=2,-1,0,-1,1,0|~ン=2,-1,1,-1,-1,0|
~ンを=0,0,1,0,0,0|~ント=0,0,0,0,1,0|~ー=3,0,1,-1,-1,-1|~ージ=0,0,1,0,0,0|~ール=1,0,0,0,0,0|~一=-4,3,1,0,1,-2|~一下=0,0,1,0,0,0|
~一次=-1,1,0,0,0,0|~三=0,2,1,1,-1,-3|~上=0,-2,3,-1,2,-2|~上が=0,0,0,0,-1,1|~上门=0,0,1,0,1,-1|~下=-2,0,-1,1,0,3|
~下午=0,-1,0,0,-1,2|~不=0,0,0,3,0,-3|~不用=-1,1,0,1,1,-2|~不过=1,0,0,0,0,0|~两=0,0,1,0,1,-2|~两次=0,0,0,0,1,0|
~个=0,-1,-2,2,-1,2|~个月=0,0,-1,0,0,1|~中=0,-2,-1,0,0,2|~为=-1,1,0,-1,1,1|~也=0,2,-1,0,0,-1|~买=-1,1,0,1,0,0|
~了=-3,-2,1,0,4,0|~事=0,0,0,0,1,-1|~二=-1,3,0,1,-1,-2|~二十=-1,2,0,0,0,-1|~五=-1,1,-1,1,0,-1|~交=0,0,0,0,1,0|
~人=-2,2,0,1,-1,1|~今=-1,-1,-1,0,1,3|~仕=-1,0,0,0,0,1|~付=0,0,1,0,-1,-1|~代=-1,1,0,-1,3,-1|~以=0,2,-2,1,-1,0|
~们=0,3,-1,-1,-2,1|~件=-1,0,0,0,0,0|~价=0,1,0,0,0,0|~休=0,0,0,0,1,0|~会=1,-1,1,0,-1,0|~位=1,0,0,-1,0,1|~住=0,-1,1,0,0,-1|
~体=0,0,1,-1,0,0|~作=0,0,-1,0,1,1|~作り=0,0,-1,-1,0,0|~你=0,-1,0,-1,3,-2|~使=0,0,-1,1,2,-1|~使い=0,0,1,0,0,0|
~侧=1,0,0,-1,0,-1|~便=0,1,0,0,0,0|~保=-1,1,-1,1,0,-1|~保証=0,1,0,0,0,0|~信=1,0,1,-1,1,-1|~修=-1,1,-1,0,0,0|~傅=0,0,0,0,1,-1|
~元=1,0,0,0,-1,0|~先=0,1,-1,0,-1,1|~光=1,0,0,0,-1,-1|~免=1,0,0,0,0,0|~入=2,0,0,-3,-1,1|~入っ=2,0,-1,-1,-1,1|
~入って=2,0,-1,-1,-1,1|~入れ=0,0,1,0,0,0|~入れて=0,0,1,0,0,0|~全=-1,0,1,1,0,-1|~八=-1,2,0,0,0,0|~公=-1,-1,0,0,0,2|
~六=-1,0,0,2,1,0|~关=0,1,0,0,-1,0|~内=-1,1,0,0,0,0|~内で=0,0,0,0,1,0|~円=0,1,0,1,-1,0|~円で=0,1,0,0,-1,0|~再=-1,1,2,0,-1,-1|
~写=0,1,0,0,-1,0|~写真=0,1,0,0,-1,0|~冲=0,0,0,0,1,1|~冷=0,0,-1,2,0,0|~净=1,0,0,0,0,-1|~出=0,-1,-1,0,1,0|~分=-2,-1,3,0,1,0|
~分钟=-1,-1,1,0,0,1|~切=-1,-2,1,1,1,0|~切り=0,0,0,0,0,1|~刚=0,0,-1,0,-1,1|~初=0,0,1,0,0,0|~别=0,0,3,-1,-1,-1|
~到=0,1,-2,1,-1,1|~到0=1,0,-1,1,0,-1|~到您=0,0,-1,0,1,0|~刷=1,0,-1,-1,0,1|~前=-3,1,-2,-2,-1,7|~加=-1,0,1,2,-1,-1|
~动=-1,2,0,1,0,-1|~包=0,1,0,-1,0,0|~区=1,1,0,0,-1,-1|~十=-1,2,1,2,-1,-2|~十分=-1,-1,0,1,0,0|~午=-1,1,-1,0,-2,4|
~半=1,0,1,0,1,-3|~单=1,0,-1,-2,1,1|~卡=0,0,1,0,0,0|~印=-1,0,0,1,-1,0|~压=0,0,1,0,0,0|~去=-1,0,0,0,2,-1|~友=-1,1,0,1,0,-1|
~发=1,-1,0,0,-1,0|~取=-1,0,-2,2,2,0|~取り=-1,0,-1,0,3,-1|~受=0,1,0,0,0,0|~受け取=0,1,0,0,-1,0|~口=0,1,0,0,0,-1|
~另=-1,2,0,0,0,-1|~只=0,1,0,0,1,-1|~可=0,1,-2,1,0,0|~可以=1,0,-1,1,0,0|~台=1,0,-1,-1,-1,1|~右=2,-1,0,-1,0,0|
~号=-1,-1,0,-1,-2,5|~号0=0,0,0,0,-1,1|~合=1,0,-1,0,0,-1|~合わ=1,0,0,0,0,0|~同=1,0,1,0,0,-1|~同じ=1,0,0,0,0,-1|
~名=0,0,0,1,0,0|~后=0,1,1,0,-1,-1|~含=1,0,0,0,0,0|~周=0,-1,0,1,1,0|~和=0,0,0,0,-1,1|~哈=0,0,0,1,0,-1|~商=-1,0,0,1,0,0|
~問=1,0,-1,0,0,0|~啦=0,-1,-1,1,0,0|~四=1,-1,0,0,0,0|~回=-2,0,0,-2,2,2|~圈=0,0,1,0,0,-1|~在=0,0,1,-1,-1,1|~地=0,-1,-1,1,0,1|
~地址=-1,0,0,0,0,1|~址=-1,0,0,0,0,1|~块=0,0,1,0,0,0|~場=0,1,0,0,-1,0|~変=0,0,0,1,-1,1|~外=1,0,0,1,0,-1|~多=0,-2,1,-1,0,1|
~大=-1,0,0,1,0,0|~天=0,2,-1,0,0,0|~头=2,-1,-1,-1,0,0|~好=0,-1,0,1,1,-1|~子=1,0,1,0,0,-1|~学=-1,0,0,2,0,-1|
~它=-1,0,1,0,0,-1|~安=0,0,0,1,0,0|~完=0,0,1,-1,-1,0|~定=0,0,1,1,-1,0|~宝=0,0,0,1,0,0|~宝宝=0,0,0,1,0,0|~客=0,0,0,0,1,-1|
~家=0,0,-1,0,0,1|~寄=-1,-1,0,-1,3,-1|~对=0,0,0,0,0,-1|~対=0,1,0,0,0,0|~封=-1,0,0,1,0,0|~小=0,-2,2,1,-2,0|
~小时=2,-2,0,1,-1,-1|~少=1,-1,0,-1,0,0|~就=-1,2,-1,3,0,-3|~就不=0,0,0,0,1,0|~就行=-1,0,-1,2,0,0|~就行$=-1,0,-1,2,0,0|
~尾=0,-1,0,0,-1,2|~层=1,-1,1,0,0,0|~届=0,0,0,0,-1,1|~届け=0,0,0,0,0,1|~属=1,0,0,0,0,0|~山=0,0,0,0,0,1|~州=0,0,-1,0,0,1|
~工=0,0,1,0,0,0|~左=1,-1,0,-1,-1,2|~差=2,0,-1,-1,0,0|~己=0,0,1,0,1,-1|~已=-1,0,0,0,-1,3|~已经=0,0,0,0,-1,2|
~市=1,1,0,0,-1,-1|~布=1,0,1,0,0,0|~师=0,0,0,0,1,0|~师傅=0,0,0,0,1,-1|~带=0,0,0,0,1,-1|~干=0,-1,1,0,0,-1|~平=0,2,-1,1,0,-2|
~年=-1,1,-1,0,1,1|~底=1,-1,0,0,0,0|~店=1,0,0,0,1,-1|~度=0,0,1,0,0,-1|~庫=0,0,0,0,1,0|~建=1,0,0,0,-1,0|~开=-1,0,0,0,-1,2|
~引=0,2,-1,0,1,-1|~引き=0,2,-1,0,0,-1|~张=-2,-1,1,0,1,0|~当=-1,3,0,0,-2,0|~录=0,1,0,0,0,0|~待=-1,0,0,0,0,2|
~待ち=-1,0,-1,0,0,2|~後=-1,0,1,0,-1,0|~得=1,-1,-1,0,2,-1|~微=1,0,0,0,0,-1|~心=0,-1,-1,1,1,-1|~快=-1,0,0,1,0,1|
~快递=1,0,1,-1,0,0|~急=0,0,0,0,1,-1|~您=-4,0,-1,-2,1,5|~您的=-2,0,0,-1,0,3|~您那=0,-1,0,0,1,1|~意=0,0,1,0,1,-1|
~成=1,0,-1,0,-1,1|~我=-1,1,0,-1,3,-3|~我们=0,3,-1,-1,-2,0|~戴=0,0,1,0,0,0|~戴し=0,0,1,0,0,0|~戴して=0,0,1,0,0,0|
~戻=0,0,0,0,-1,1|~戻し=0,0,0,0,-1,1|~所=-2,-1,1,0,0,2|~手=2,-1,-1,0,0,-1|~才=0,0,1,0,-1,0|~打=-1,0,0,1,-2,2|
~扣=-1,0,1,0,-1,0|~承=-2,2,0,0,-1,2|~承っ=0,1,0,-1,0,0|~承って=0,1,0,-1,0,0|~承り=0,0,0,1,0,0|~把=1,0,0,0,-1,0|
~折=0,1,0,-1,0,0|~押=-1,-1,4,-1,-1,-1|~押し=0,0,1,0,0,0|~押して=0,0,1,0,0,0|~担=-1,1,0,0,0,1|~拆=1,0,0,0,-1,0|
~拍=0,1,1,0,-1,-1|~拧=1,0,0,0,0,0|~拿=-1,1,0,1,0,-1|~持=0,-1,-1,1,1,-1|~持ち=0,0,0,0,1,0|~按=-1,1,0,0,0,1|~换=-1,2,0,-1,0,0|
~接=0,0,1,1,-1,-1|~提=-1,0,0,-1,-1,2|~支=-1,0,0,0,0,1|~支持=0,-1,0,1,0,0|~收=-1,2,1,1,-2,0|~改=0,0,0,0,-1,2|
~放=0,0,1,1,-1,0|~教=-1,1,0,0,0,-1|~数=0,1,0,0,-1,0|~整=0,1,0,0,-1,-1|~文=-2,2,-1,0,0,1|~料=1,1,0,-1,0,0|~新=0,0,1,-1,1,0|
~新し=0,0,1,0,0,0|~新しい=0,0,1,0,0,0|~方=-1,1,0,1,-1,0|~日=0,-2,-1,-1,-1,5|~日に=0,-1,0,0,-1,2|~日の=0,1,-1,-1,-1,1|
~旧=-1,1,0,0,0,0|~早=0,-1,0,0,1,0|~时=1,-2,1,2,-2,-1|~时间=-1,-1,1,1,0,0|~明=0,-1,0,0,1,0|~昨=-1,-1,-1,0,-1,4|
~昨日=0,0,0,0,0,1|~是=2,-2,-1,-2,0,3|~是0=1,-1,0,0,-1,1|~是我=0,0,-1,0,1,1|~是我们=0,0,-1,0,0,1|~時=1,0,0,-1,0,0|
~時間=1,0,0,0,0,0|~晚=0,-1,0,1,0,0|~晚上=0,0,0,1,1,-1|~曜=0,-1,-1,-1,1,2|~曜に=-1,0,-1,0,1,2|~書=-1,0,0,0,0,0|
~替=0,0,0,1,1,-1|~最=0,-1,1,0,0,0|~月=0,-2,-2,0,1,4|~月0=-1,-1,0,0,0,2|~月0日=0,-1,0,0,0,1|~有=0,0,0,2,-2,1|
~服=0,-1,0,1,1,-1|~朝=0,1,-1,-1,-1,2|~期=-1,0,1,0,0,0|~木=0,0,0,1,-1,0|~未=-1,1,0,0,0,0|~本=0,1,1,-1,0,0|~机=1,0,0,1,-1,0|
~条=0,2,0,0,-1,-2|~来=-2,0,0,0,2,0|~松=0,0,0,0,-1,0|~板=1,1,-1,-1,-1,0|~枚=0,1,-1,0,0,1|~样=0,0,0,0,1,0|~根=0,0,1,0,0,0|
~楼=0,0,0,-1,0,1|~様=-1,0,0,2,-1,-1|~様の=-1,0,0,0,0,1|~機=-1,0,0,1,-1,0|~次=-1,1,0,-1,1,-1|~款=3,0,-1,-1,-2,1|
~止=0,1,0,0,0,0|~段=0,0,1,0,-1,-1|~每=0,0,0,0,0,-1|~気=0,0,-1,1,1,-1|~水=-1,-1,0,2,1,-1|~没=0,-1,1,1,0,-1|
~注=-2,1,1,-1,1,0|~注文=-2,1,0,-1,0,1|~洗=0,-1,0,2,0,-1|~消=0,-1,0,1,0,0|~温=1,-1,0,0,0,0|~湯=0,0,1,0,0,0|~满=0,2,0,0,-1,-1|
~点=0,0,0,1,0,-2|~無=1,0,-1,0,0,0|~照=-1,1,0,0,0,0|~照片=0,0,0,0,1,-1|~片=2,-1,0,-1,2,-2|~物=0,0,0,0,0,1|~现=1,-1,0,0,0,1|
~理=0,1,0,0,-1,0|~琴=0,0,0,2,-1,0|~瓶=0,1,0,0,0,0|~生=-1,0,-1,2,0,0|~用=-1,-2,1,5,-1,-1|~电=0,0,1,0,-2,1|
~电话=-1,0,0,0,-1,2|~留=-1,0,0,0,0,1|~番=-1,1,0,0,-1,1|~番号=0,0,0,0,-1,1|~登=0,0,1,0,0,0|~白=1,0,0,0,0,0|~的=2,2,-3,3,-6,1|
~的是=1,0,0,0,-1,1|~的话=0,1,0,0,-1,0|~盒=0,-1,1,0,1,-1|~目=0,0,1,0,-1,0|~直=0,2,0,0,0,-2|~直し=-1,3,-1,-1,1,0|
~直して=-1,0,0,0,1,0|~直接=-1,0,1,1,-1,0|~看=0,1,-1,0,0,0|~真=0,1,-1,0,0,0|~眼=0,2,0,0,-1,0|~着=-1,0,-1,1,1,0|
~码=0,0,1,0,0,-1|~確=0,0,1,0,0,0|~票=-1,1,0,1,0,0|~秒=-1,0,1,0,0,0|~程=0,-1,1,0,0,-1|~立=1,0,0,0,0,0|~第=1,0,0,0,0,-1|
~等=1,0,0,0,0,0|~签=0,3,-1,0,-2,0|~签收=0,1,0,0,-1,0|~算=-1,2,0,0,0,0|~箱=-2,1,1,0,-2,1|~米=0,0,0,1,0,-1|~系=1,0,0,0,0,0|
~約=1,0,0,0,0,0|~紙=0,-1,-1,0,0,1|~红=1,-1,0,0,0,0|~约=0,-1,1,0,0,0|~线=0,0,1,0,0,-1|~经=-1,0,0,0,-1,2|~给=-1,2,-1,-1,2,-2|
~给你=0,0,-1,0,2,-1|~给您=0,-1,1,0,2,-1|~续=0,0,0,0,0,1|~置=0,0,0,0,1,-1|~耳=2,0,0,-1,0,0|~背=1,0,0,-1,0,-1|
~能=-1,0,0,1,-1,1|~自=0,1,0,0,0,-1|~自己=0,0,1,0,1,-1|~色=-1,0,0,0,-1,1|~花=1,0,0,-1,-2,2|~荷=0,0,0,0,0,1|~行=-1,1,-1,2,0,0|
~补=0,2,0,0,0,-1|~袋=-1,-1,3,0,0,-1|~装=1,1,0,0,0,-2|~裏=1,-1,-1,0,1,0|~要=0,1,-1,0,-1,1|~見=0,0,1,0,-1,1|~証=0,1,0,0,0,0|
~話=0,0,0,1,0,0|~订=0,0,-1,-1,1,1|~订单=0,0,-1,-1,1,0|~让=0,1,0,0,0,-1|~记=0,0,1,0,0,0|~话=-1,1,0,0,-1,2|~说=-2,0,0,0,2,0|
~请=-1,0,0,1,1,0|~買=-1,0,0,0,0,0|~账=-1,-1,0,0,0,2|~货=-1,0,0,1,0,0|~费=0,1,0,0,0,-1|~走=-1,0,0,0,0,1|~起=-2,1,0,1,0,0|
~起来=-1,0,0,0,0,0|~越=1,-1,-1,-1,0,1|~跟=0,0,0,0,2,-1|~路=-1,0,0,0,1,0|~身=1,1,-1,1,-1,0|~車=2,0,0,-1,0,0|~车=0,0,0,0,1,0|
~转=0,1,0,0,0,0|~込=0,0,0,0,0,1|~过=-1,-1,1,2,2,-2|~过去=0,0,0,0,2,-2|~运=0,1,0,0,0,0|~运费=0,1,0,0,0,0|~返=-1,1,0,-1,0,0|
~还=0,0,-1,0,-1,1|~这=5,-3,-3,-1,1,1|~这款=3,-1,-1,0,-1,0|~进=-1,0,1,1,0,0|~退=0,2,-1,0,-2,1|~送=-1,2,0,-1,1,-1|
~送り=0,1,-1,0,2,-1|~送料=0,1,0,0,0,0|~选=0,0,2,0,0,-1|~递=1,0,1,-1,0,0|~達=0,1,0,0,-1,0|~選=1,0,1,-1,0,1|~那=0,-3,-1,0,1,2|
~都=1,1,-1,0,-1,0|~配=2,1,0,-2,-1,0|~里=-2,0,2,-1,0,0|~重=1,0,0,-1,0,1|~量=1,-1,0,0,-1,0|~金=0,0,1,0,0,0|~钟=-1,-1,1,0,0,1|
~钱=0,1,0,0,0,0|~键=1,0,0,0,0,-1|~長=-1,-1,1,0,1,0|~開=0,1,0,0,-1,0|~間=1,-1,0,0,0,-1|~门=0,0,1,0,1,-2|~问=-1,0,0,1,0,-1|
~间=-1,-1,1,1,0,-1|~降=0,1,0,0,0,0|~限=0,0,-1,0,0,0|~電=0,0,1,-1,0,1|~電話=0,0,0,0,0,1|~面=2,-2,2,0,0,-1|~音=0,0,0,1,0,0|
~頂=0,0,1,0,0,0|~頂戴=0,0,1,0,0,0|~頂戴し=0,0,1,0,0,0|~願=-1,0,0,0,0,0|~願い=-1,0,0,0,0,0|~顺=0,-1,0,1,1,0|~香=2,0,-1,0,-1,0|
~高=0,-1,0,0,0,1|
`),
  vectors: null,
};
