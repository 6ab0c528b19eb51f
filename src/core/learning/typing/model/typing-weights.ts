import { readFeatureWeights, readVectorWeights } from './read-typing-weights.ts';
import type { TypingWeights } from './type-shares.ts';

/* Fitted by test/bench/fit-typing.ts; not written by hand. */

/** With the vectors of one embedder. */
export const typingWeights: TypingWeights = {
  features: readFeatureWeights(`
added=0,5,3,-11,0,2|comma=-4,-5,4,-1,6,1|factBefore=7,-2,-1,-2,0,-2|form:chatty=-6,-2,-3,0,3,9|
form:formal=2,-1,-6,8,0,-3|form:loud=-4,-1,2,2,-1,2|form:picture=-2,2,-2,5,-1,-2|form:smile=0,-1,0,3,2,-4|
length=5,3,0,-3,-2,-2|lost=-3,-3,-4,1,6,2|marks=-9,-8,-8,-2,5,20|new=7,-3,0,-3,-1,0|numbers=4,-6,-6,-1,-2,12|
one=12,2,-4,3,-7,-6|otherPolarity=6,1,-1,0,-5,-1|otherValues=6,6,-2,-3,-3,-3|part:new=0,1,-2,-3,1,2|
part:newNumber=0,6,3,-6,-2,-2|part:oldNumber=-3,-7,-3,9,5,-1|policyBefore=-8,9,-4,0,3,0|
says:addressed=-7,-3,-3,-1,8,6|says:askedFact=4,-1,-1,-1,0,-1|says:askedPolicy=-1,5,-1,-1,-1,0|
says:benefit=-4,6,-2,-1,4,-3|says:done=-1,-1,-2,-1,2,3|says:doneForAll=1,0,0,0,0,-1|says:factWords=5,-1,0,-2,-1,0|
says:general=-1,7,-2,2,-3,-3|says:oneOff=-2,-6,-4,-2,16,-2|says:ownState=-2,-3,-2,-2,1,8|
says:policyWords=-3,8,-1,-1,-2,-2|says:sequence=-2,0,8,-1,-2,-2|says:steps=-5,-2,12,-1,0,-4|sorry=-6,1,-5,-2,15,-3|
stance:free-1=0,0,1,2,-1,0|stance:free1=-2,1,0,1,1,-1|stance:needed-1=-1,0,0,3,1,-2|
stance:possible-1=2,4,-5,3,-3,-1|stance:possible1=7,-5,4,-6,0,1|stepsBefore=-5,-3,6,1,1,0|
value:contact=7,-1,0,-1,-2,-3|value:count=-3,-3,3,3,1,-2|value:date=-2,-2,-1,0,-3,8|value:duration=-1,3,2,5,-6,-3|
value:measure=5,0,-2,0,-4,1|value:money=-4,1,-1,3,2,-1|value:percent=0,1,-1,-2,3,-2|value:time=7,3,-3,-3,0,-4|
value:weekdays=5,-2,0,-1,1,-4|values=4,-2,0,2,-2,-2|whole:changed=-8,-4,5,12,-3,-1|whole:grown=-7,3,15,-24,6,7|
whole:kept=10,6,-3,-13,5,-5|whole:lost=1,-2,-3,6,-4,3|whole:new=-1,0,5,-6,-2,5|whole:old=15,2,-9,-3,-4,-2|
whole:samePolarity=-4,-8,5,11,-3,-1|whole:sameValues=3,-9,-8,26,-5,-8|written=10,1,3,-15,0,1|~!=-3,-1,0,3,-1,1|
~-=1,0,0,0,0,0|~-0=1,0,0,0,0,0|~-0$=1,0,0,0,0,0|~-0-=1,0,0,0,0,-1|~0=5,-2,-2,-3,-1,3|~0 0=0,0,0,0,0,1|
~0 and=0,0,0,0,1,0|~0 days=0,1,0,0,0,0|~0-=1,0,0,0,0,0|~0-0=1,0,0,0,0,0|~0分=-1,0,1,0,0,1|~0号=0,0,0,0,0,1|
~0小=1,0,0,0,0,0|~0小时=1,0,0,0,0,0|~0日=0,0,0,0,0,1|~0時=1,0,0,0,0,0|~0月=0,0,0,0,0,1|~0月0=0,0,0,0,0,1|~^ a=0,1,0,0,0,0|
~^ for=0,1,0,0,0,0|~^ it=0,0,0,1,0,0|~^ our=1,0,0,0,0,0|~^ the=3,-1,0,-2,-1,0|~^ we=1,0,-1,0,0,0|
~^ your=0,0,0,0,0,1|~^ yours=0,0,0,0,0,1|~a=1,-1,0,-2,1,1|~about=1,0,0,0,0,-1|~after=0,0,0,0,-1,0|
~again=0,0,0,0,0,1|~all=0,0,0,1,-1,0|~and=1,-1,1,0,1,-2|~and the=0,0,0,0,1,-1|~any=0,1,0,0,0,0|~app=0,1,0,0,0,0|
~are=1,0,0,0,0,-1|~as=0,1,0,0,0,-1|~at=0,-1,0,0,0,0|~at the=0,0,0,0,1,0|~be=0,1,0,0,0,1|~before=0,1,0,0,0,0|
~both=1,0,0,0,0,0|~box=0,0,1,0,0,0|~but=0,0,0,-1,1,0|~by=0,-1,0,1,1,-1|~c=0,0,0,0,0,1|~can=-1,2,-1,0,0,0|
~can be=0,1,0,0,0,0|~choose=0,0,1,0,0,0|~comes=0,1,0,0,0,0|~days=0,1,0,0,0,-1|~do=-1,0,0,1,0,0|~don't=0,0,0,0,1,0|
~e=0,0,1,0,0,0|~first=-1,0,1,1,0,0|~for=0,2,-1,-1,0,0|~for 0=0,1,0,0,-1,0|~for the=2,0,0,-1,0,0|~from=1,-1,0,1,0,-1|
~g=1,0,0,0,0,0|~go=1,0,0,0,0,0|~goes=0,1,0,0,-1,0|~going=0,1,0,0,-1,0|~has=1,0,0,0,0,0|~i=0,-1,0,0,1,0|
~in=1,-1,0,0,2,-1|~in a=1,0,0,0,0,0|~is=1,3,-1,-2,-2,0|~is 0=-1,1,0,0,0,0|~it=-1,0,1,0,-1,1|~it on=0,0,0,0,0,1|
~it's=0,0,0,0,-1,1|~its=1,0,0,0,0,0|~just=0,1,0,0,-1,0|~keep=0,1,0,0,0,0|~last=0,0,0,0,1,0|~leave=0,0,1,0,0,0|
~left=0,0,0,0,0,1|~long=1,0,0,0,0,0|~may=-1,0,0,0,0,0|~months=0,1,0,0,0,0|~new=0,1,0,0,0,-1|~next=0,0,0,0,1,0|
~no=0,0,0,0,0,1|~not=0,0,-1,1,0,0|~nothing=0,1,0,0,0,0|~of 0=0,0,0,0,0,1|~of the=0,0,1,0,0,0|~off=-1,0,1,0,0,-1|
~on=-1,-1,-1,0,1,2|~on the=0,0,-1,0,0,1|~once=0,0,1,0,0,0|~one=0,1,0,-1,0,0|~only=1,1,0,-1,0,0|~or=0,1,0,0,0,0|
~orders=0,1,0,0,0,0|~our=1,0,0,-1,1,-1|~out=0,1,0,0,-1,0|~p=1,0,0,0,0,0|~pick=0,-1,0,0,0,0|~please=0,0,0,1,0,0|
~post=1,0,0,0,0,0|~same=0,1,0,0,-1,0|~shop=1,0,0,0,0,0|~since=1,-1,0,0,0,1|~so=0,0,0,-1,1,0|~still=1,0,0,0,0,0|
~that=-1,2,0,-1,0,0|~the=3,0,1,-2,-1,-1|~the 0=0,-1,0,0,0,1|~the one=0,0,0,0,0,1|~them=0,0,0,0,1,0|
~then=0,1,0,0,-1,0|~there's=0,0,0,0,1,0|~they=1,0,0,0,0,0|~this=0,0,0,0,1,0|~though=0,-1,0,0,1,0|~till=0,0,0,0,1,0|
~time=0,0,0,0,1,0|~to=-1,1,-1,2,-1,0|~until=0,0,0,0,1,0|~up=0,1,0,0,0,0|~up to=0,1,0,0,0,0|~us=0,1,0,0,0,0|
~was=0,0,0,0,0,1|~we=0,1,-1,1,0,0|~which=0,1,0,0,0,0|~will=0,0,0,0,1,0|~with=0,-1,0,-1,1,1|~with the=-1,0,0,0,0,0|
~you=-2,1,-1,1,1,0|~you can=-1,0,0,0,0,0|~your=-1,-1,0,0,1,2|~yours=-1,0,0,0,0,1|~“=0,0,1,0,0,0|~”=0,0,1,0,0,0|
~「=0,0,1,0,0,0|~」=0,0,1,0,0,0|~い=-1,0,0,0,2,-1|~いた=0,1,-1,0,0,0|~いただ=0,1,-1,0,0,0|~いて=0,0,0,0,1,0|~いで=0,0,0,0,1,0|
~いの=0,1,0,0,0,0|~いま=0,0,-1,0,1,0|~います=1,0,-1,0,0,0|~う=-1,1,0,0,0,0|~うぞ=-1,0,0,0,0,0|~お=-2,1,-1,0,1,0|
~おき=0,0,0,0,1,0|~おきま=0,0,0,0,1,0|~おり=0,1,-1,-1,0,1|~おりま=0,1,-1,-1,0,1|~お代=0,0,0,0,1,0|~か=-1,0,2,0,1,-1|
~から=0,0,1,0,0,-1|~が=1,0,-1,-1,1,0|~き=-1,0,1,0,1,-1|~きま=-1,0,0,0,1,0|~きます=0,0,0,0,1,0|~ぎ=0,1,0,0,-1,0|
~く=-2,-1,1,1,1,-1|~くだ=-2,-1,1,1,1,-1|~くださ=-2,-1,1,1,1,-1|~くら=0,0,0,0,1,0|~くらい=0,0,0,0,1,0|~け=-1,2,-1,0,0,0|
~けで=0,1,0,0,0,0|~けれ=0,1,0,0,0,0|~ければ=0,1,0,0,0,0|~こ=1,0,0,0,1,0|~こと=0,0,0,0,1,0|~この=1,0,0,0,0,0|~ご=0,2,-1,0,0,-1|
~ござ=1,1,-1,0,0,0|~ござい=1,1,-1,0,0,-1|~ご注=0,1,0,0,0,0|~ご注文=0,1,0,0,0,0|~さ=-1,-1,1,1,2,-1|~さい=-2,-1,1,1,1,-1|
~さい$=-1,0,1,0,1,-1|~さいま=0,0,0,1,0,0|~さん=0,0,0,0,1,0|~ざ=1,1,-1,0,0,0|~ざい=1,1,-1,0,0,-1|~ざいま=1,1,-1,0,0,-1|
~し=-2,0,0,-1,1,1|~しく=0,0,0,0,1,0|~した=-1,-1,-1,0,1,1|~した$=0,0,0,0,0,2|~したの=0,0,0,0,1,0|~して=-1,0,1,0,0,0|
~してお=0,1,0,0,-1,0|~してく=0,0,1,0,0,0|~しは=0,1,0,0,0,0|~しま=-1,0,0,0,1,0|~します=-1,1,0,0,1,0|~す=3,1,-2,-1,0,-1|
~すよ=0,0,0,0,0,1|~ず=0,0,1,0,0,0|~ずに=0,0,1,0,0,0|~せ=0,-1,0,0,1,-1|~せま=0,0,0,0,1,0|~せん$=1,0,0,0,0,0|~そ=0,0,0,0,1,0|
~ぞ=-1,0,0,0,0,0|~た=-1,0,-1,0,1,1|~ただ=0,1,-1,0,0,0|~ただけ=0,1,0,0,0,0|~たの=0,0,0,0,1,0|~たので=0,0,0,0,1,0|
~だ=-1,1,-1,0,1,-1|~だけ=-1,2,-1,0,0,0|~だけで=0,1,0,0,0,0|~だけれ=0,1,0,0,0,0|~ださ=-2,-1,1,1,1,-1|~ださい=-2,-1,1,1,1,-1|
~ち=0,0,-1,0,1,0|~っ=0,0,-1,-1,1,1|~った=-1,0,0,0,0,0|~って=0,0,-1,-1,1,1|~ってお=0,0,-1,0,0,0|~つ=0,1,-1,0,0,-1|
~て=-1,-1,1,-1,1,1|~てい=-1,0,0,0,0,1|~ていま=0,0,0,0,0,1|~てお=0,1,-1,0,0,1|~ておき=0,0,0,0,1,0|~ており=0,1,-1,-1,0,1|
~てか=0,0,1,0,0,0|~てから=0,0,1,0,0,0|~てく=-1,0,1,0,1,0|~てくだ=-1,0,1,0,1,0|~てま=0,0,0,0,0,1|~てます=0,0,0,0,0,1|
~で=1,0,-1,-1,2,-1|~でお=0,1,0,0,0,1|~でし=0,0,0,0,0,1|~でした=0,0,0,0,0,1|~です=3,0,-1,0,-1,-1|~です$=2,0,-1,0,-1,-1|
~でも=-1,1,-1,0,1,0|~と=0,1,0,-1,0,-1|~どう=-1,0,0,0,0,0|~どうぞ=-1,0,0,0,0,0|~な=0,1,0,1,-1,-1|~なの=1,0,0,0,0,0|
~なので=1,0,0,0,0,0|~なら=0,1,0,0,0,0|~なり=0,0,1,0,0,0|~に=-1,-1,2,1,0,0|~にお=0,0,0,1,0,0|~にな=0,0,0,1,0,0|~ね=-1,0,0,0,1,0|
~の=1,0,0,-2,1,0|~ので=1,-1,-1,0,1,0|~ので$=0,-1,0,0,1,0|~のは=0,0,-1,0,0,0|~のま=0,0,0,0,1,0|~のまま=0,0,0,0,1,0|
~は=3,1,-2,-2,0,1|~は0=2,0,-1,-1,0,0|~ば=-1,0,0,0,0,0|~び=0,0,0,-1,0,0|~ま=1,1,-1,-1,1,0|~まし=0,-1,-1,0,1,1|
~ました=0,-1,0,0,0,1|~ます=0,1,-1,-1,1,-1|~ます$=1,2,-1,-2,0,-1|~まで=1,0,0,0,0,-1|~まま=0,0,0,0,1,0|~み=1,0,-1,0,0,0|
~みま=1,0,0,0,0,0|~め=0,0,1,-1,0,0|~も=0,2,-1,0,0,-1|~や=1,0,0,0,0,0|~ら=0,0,1,0,0,-2|~らい=0,0,0,0,1,0|~り=0,1,-1,-1,1,0|
~りま=0,0,0,-1,0,1|~りまし=0,0,0,0,0,1|~ります=0,1,0,-1,0,0|~る=0,1,1,0,0,-1|~ると=0,0,1,0,0,0|~れ=-1,1,1,0,0,0|~れば=0,1,0,0,0,0|
~れます=0,0,1,0,0,0|~わ=1,0,0,0,0,0|~を=-2,0,2,-1,1,0|~をお=0,1,0,0,0,0|~ん=1,-1,0,0,0,0|~ア=1,0,0,0,0,0|~カ=1,0,0,0,0,0|
~ジ=0,0,1,0,0,0|~ッ=1,0,0,0,0,0|~ト=1,-1,0,0,0,0|~バ=1,0,0,0,0,0|~バー=1,0,0,0,0,0|~フ=1,0,0,-1,0,0|~ペ=0,0,1,0,0,0|
~ラ=1,0,0,0,0,0|~ル=1,0,0,0,0,0|~ン=1,0,0,-1,0,0|~ー=1,0,1,0,-1,0|~一=-1,0,0,0,1,0|~七=0,0,0,0,1,0|~上=1,-1,1,0,0,0|
~下=-1,0,0,0,0,0|~不=0,0,-1,1,0,-1|~不用=0,0,0,1,0,0|~个=0,-1,0,1,-1,1|~个月=0,-1,0,0,0,1|~中=0,-1,0,0,0,1|~为=0,0,0,-1,0,0|
~也=0,1,0,0,0,-1|~了=-1,-1,0,0,1,0|~二=0,1,0,0,0,-1|~二十=0,1,0,0,0,0|~五=0,1,0,0,0,0|~人=0,1,0,0,-1,0|~今=0,-1,0,0,1,0|
~代は=0,0,0,0,1,0|~以=0,1,-1,0,0,0|~们=0,1,-1,0,0,0|~位=0,0,0,-1,0,0|~作=1,0,0,0,0,0|~你=0,-1,0,-1,2,0|~侧=1,0,0,0,0,0|
~保=0,1,0,0,0,0|~修=0,0,0,-1,1,0|~入=0,0,0,-1,0,1|~入っ=1,0,0,0,0,1|~入って=1,0,0,0,0,1|~八=-1,1,0,0,0,0|~六=0,-1,0,1,0,0|
~再=0,0,1,0,-1,0|~出=0,-1,0,0,1,0|~分=-1,0,1,0,0,0|~切=0,-1,0,0,0,0|~刚=0,0,0,0,0,1|~别=0,0,1,0,0,0|~到=1,0,-1,0,0,0|
~前=-1,1,-1,-1,-1,2|~加=0,0,0,1,0,0|~十=0,0,0,1,-1,-1|~午=0,0,0,0,-1,1|~半=-1,0,1,0,0,-1|~单=1,0,-1,-1,1,0|
~去=-1,0,0,0,0,0|~发=0,-1,0,0,0,0|~取=0,0,-1,1,0,0|~取り=0,0,0,0,1,0|~口=0,1,0,0,0,0|~可=0,0,-1,1,0,0|~号=0,0,0,0,-1,1|
~合=1,0,0,0,0,0|~后=0,1,0,0,-1,0|~和=0,0,0,-1,0,0|~哈=0,0,0,1,0,0|~商=0,0,0,1,0,0|~啦=0,0,0,1,0,0|~四=1,-1,0,0,0,0|
~回=-1,0,0,0,1,0|~多=0,0,1,0,1,0|~天=0,0,0,-1,0,0|~头=1,-1,0,0,0,0|~字=0,0,0,1,0,0|~寄=0,-1,0,0,1,0|~小=0,-1,1,1,-1,0|
~小时=1,0,0,0,0,0|~就=-1,1,0,1,0,-1|~工=0,0,0,0,0,-1|~左=0,0,0,0,0,1|~差=1,0,0,0,0,0|~已=0,0,0,0,0,1|~已经=0,0,0,0,0,1|
~平=0,1,0,0,0,0|~年=0,0,0,0,0,1|~底=0,0,0,0,1,0|~店=0,0,0,0,1,0|~开=-1,0,0,0,0,1|~张=0,0,0,-1,1,0|~当=0,1,0,0,0,0|
~待ち=0,0,0,0,0,1|~得=0,0,0,0,1,0|~快=0,0,0,0,0,1|~您=-2,-1,-1,-1,1,3|~您的=-1,0,0,0,0,1|~我=0,0,0,-1,2,-1|~我们=0,1,0,0,0,0|
~所=0,0,0,0,0,1|~手=1,-1,-1,0,0,0|~打=0,0,0,0,-1,0|~承=0,1,0,0,-1,1|~押=0,0,1,0,0,0|~拍=0,1,0,0,0,0|~接=1,0,0,0,0,-1|
~提=0,0,0,0,-1,1|~收=0,1,0,0,-1,0|~教=0,1,0,0,0,0|~文=0,1,0,0,0,0|~料=0,1,0,-1,0,0|~新=0,0,0,0,1,0|~日=1,0,0,0,0,-1|
~日の=0,1,0,-1,0,0|~时=0,0,0,1,-1,0|~昨=0,0,0,0,0,1|~是=0,-1,0,-1,0,2|~時=1,0,0,0,0,0|~曜=0,0,0,0,0,1|~月=0,-1,-1,0,0,2|
~月0=0,0,0,0,0,1|~月0日=0,0,0,0,0,1|~有=1,-1,0,0,-1,0|~木=0,0,0,1,0,-1|~未=0,1,0,0,0,0|~来=0,0,0,0,1,0|~板=1,0,0,0,0,0|
~様=0,0,0,1,-1,0|~様の=0,0,0,0,0,1|~款=1,0,0,-1,-1,1|~注文=0,1,0,0,0,0|~满=0,1,0,0,-1,0|~点=1,0,0,0,0,-1|~片=1,0,0,-1,1,0|
~瓶=0,1,0,0,0,0|~用=0,-1,0,2,0,0|~电=0,0,0,0,0,1|~电话=0,0,0,0,0,1|~的=0,1,-1,0,-2,2|~的是=0,0,0,0,0,1|~直=0,1,0,0,0,-1|
~直し=0,1,0,0,0,0|~眼=0,1,0,0,0,0|~確=0,0,1,0,0,0|~程=0,0,1,0,0,0|~签=0,1,0,0,-1,0|~箱=0,0,1,0,-1,0|~紙=0,0,0,0,1,0|
~結=0,0,0,0,1,0|~线=0,0,1,0,0,0|~经=0,0,0,0,0,1|~给=0,0,0,0,1,0|~给你=0,0,0,0,1,0|~给您=0,-1,0,0,1,0|~背=1,0,0,0,0,0|
~能=0,0,0,1,0,0|~色=0,1,0,0,0,0|~花=0,0,0,0,-1,1|~袋=0,0,1,0,0,0|~装=1,0,0,0,0,0|~裏=0,0,0,0,1,0|~订单=0,0,0,0,1,0|
~话=0,0,0,0,-1,1|~说=-1,0,0,0,1,0|~请=-1,0,0,0,1,0|~调=1,0,0,0,0,0|~账=0,0,0,0,0,1|~赔=0,1,0,0,0,0|~走=0,0,0,0,0,1|
~起=-1,0,0,0,0,0|~跟=0,0,0,0,1,0|~过=-1,0,0,1,1,0|~过去=0,0,0,0,1,0|~返=0,1,0,0,0,0|~还=0,0,0,0,0,1|~这=2,-2,-1,-1,1,0|
~这款=1,0,-1,0,0,0|~进=0,0,0,1,0,0|~退=0,1,0,0,0,0|~送=0,1,0,0,0,0|~选=0,0,1,0,0,0|~選=0,0,1,0,0,0|~那=0,-1,0,0,0,1|
~都=1,0,-1,0,0,0|~配=1,0,0,-1,-1,0|~里=-1,0,0,0,0,0|~量=1,0,0,0,0,0|~金=0,1,0,0,0,0|~针=1,0,0,0,0,0|~门=0,0,0,0,0,-1|
~面=1,-1,1,0,0,-1|~顺=0,-1,0,1,0,0|~额=0,0,0,0,0,1|
`),
  vectors: readVectorWeights({
    embedderId: 'all-MiniLM-L6-v2/fp16/1+glosses/1.1b13ab1d',
    step: 0.06239,
    letters: `
jOPgbfNVLSZRPZZQfVocZUgUYYaUTVRbaQbXdcZTRZUZLIbcTWZVYfZHaXbZfbTXTWSbeJZWOWXfRbVdRdXaUdYaIVYaJVWMWZfKYUUWVVXQRdQQSUTI
fSKfcTcbTXMWgVYOePVUdYHLWkiRaQLOOnZUbgXVNcYNbYVaRTadUUekbaSUSTgQWXfTXVVYYeXWbfcccWSUSTQSTSRVTbXQLOXnbWcYPTRWTLbPMRTX
UlfTbbZhYjTMQTSOZVWbcUWXXVWaYhXOWXWcUVKgWQYZPYYSOYZViYcOdhWcNTcTXdObVbcaVXTSgYLdVRcRPObWYaaaJabdgWQXcZVdPVecYUhWTXJR
aRdVTJXTQbJUdBdVdYXTcYVaYDRSSSdQMagccXQYUOchSOPQWaWcfVfbdadYQbZSScPWUVMZYTVacfbTTLNZOYWTjkXTRXbfaeSXNZObQGIYHUWQXSQW
XRdUSMVWWcSZENTZYWWNZcYcUlQPOhWUaUdQVZVgQOObUYFWWhaXbSccXWEfPbjSaYMJRaRgbSUUUcYPRXWbKXXbZbkgMTKcYcdTPjpYWNXmXjTVjcbV
aegYeaQVaRMdNbVXPLRUNcajZTGWgMegSTgjOUPXdWgYecVIYTYaUMQQPUTXbWObUdbRZRZYRcNYQKcMUiYQTWSFqhSbXdVcUQhMmlCTgNZZFecMQbQe
TffYOFcWbiXWBZhZYjYTaXYmeVXbdgYTSXRUeXTYFSTMSMOZcOYUbSWaaZRkZMLXUSSSXUjeeTQXXZSXRVUTZXaVbYjaWbcWTWZVYYUaXTXXZYYXYZUY
POZYRUbXXcYQTXaZcbVTXVUYYRXWRWWYSYUXXXXWSXZWRXVZNWXPZadSWUWXXXWUSYSSSYVLdWQbXWaZZYMWdXVTbWXVaZOSXdeXXOROSiWWYVXTPZYP
YXaZSVZYWXccXZRXTUeVVYaUSSUZWcUSYbabbWVVXUTTWTWVVYVTPRWcWVWXVTPWVSZVQSYYTdcVcWadWdUPRTWSWUVYZVYaaUVZYcXPWVWaVcUeUQZW
TaaSPXWWdZXUZbRZRVXTVYOXTXZXTZURbbQbWTaUTSZWYbTXOYXZdYSVWZZcSTZbWXZZVWPTYXcXQRXWVVPTYLcYYUaYYWUaXNUUSVXSUYeZZXSWWWaY
YUVTVXVZXWcZXYbXRaZWWRYbTTUVZXYXWXYUWRZXTSXTXZXQQWaXZdWXTVWTUTWUTTTYXWVSVTVaXXUSSUVbWVZVXYZVZYaWYXXSWZXSSXXRYXReUUWe
VUPWZYUXZWXUWXUTVacTUNUTUfXVZXXURbWRSWTZPUVcRWWUVaXgWVXTUYYSUXWXVeQYYXYUXWXVXaVTTUVZTZVWRSaZQUaWaSPWVWbUWVbVXXcXYXdW
WWTQTWVbTUWVVYUadWRXYWUQUUaZVYUbTSaXXZYZOYVVbaXXUWPUTVWYXXWXUXaYYZUSbXSWXQZWRWYWWZVUOZZZWVWYVYYcRTYWdUWYVVRTWXXVTTYX
YUXZcSZXYUZUTQWXZWWWSXSSZZaaQcWSUWVdbZhXcPWTYRRQbOSaVVMYZZbTUUVUPYMYZjOXXcYgYPZXNdXYMZXZgLcXiSVPRcMLXgSUZYRWKTWKgTOj
dZTfbKWXXWlRUScUUWTbTURehTUfbWgWTRcRNfXWGTYRTbTWfRYYXXTZSeaRKMVcUKeaULifdWVVgVZQWbXJZWbQGZZeSbIjVTRXQMfSbkhQWZaWUWZY
ZUaaOVbScaVRVTZQSapWZWgVeZPPbSQVQdKUZPXWcYaZXgYVbQaUTXZRWdailTVXVKYOXUZXXSTbkeZVQMQZNVaXWUiXcOSaVYXONPZgYMdKSYSWQLRW
gTYXZXZVXZfZbTJVZQSaJaUQTTeYYVVTlefRNNMRPZUTTWJNPYYYRWJYebVcRSaQXZdObWXMZaYYVSeKVkTWMdRdRbKYTUaWYRTfRiKfcfWSUWcOPUWW
MfUdWbVYKWZQhbWZQdSQanXjYVPbLRQSaPbOfNUUiVhKSIJcZXaWJTYRWVOMeRYZgNbCafeUPWgWOZFbTRWXfYYSaPPceacXUQLcPNXXbUbXcWUXcUZP
PZTOWQeMTDUTcbQZfcWPWKQcaZWccVWkMYijRTmSlVaFaalTaOYQTToWOUkQXhL7jVNFWSbLVMbYQYTJUbTfgVTaPNRSHeQRUPUeXGVLZZLcYMQdhjTO
XKhRdUdVfTSgcTcTdaULZZWUaMUaSQabhYVWcYYbVSMWXSdbeYLVbXWTUlRXTYaQZJdWiXabicRZbRXgJWPPVWUXWUXXYbWdUOdOQWTUUUWbabdUZVWX
WVSVZMTYYRQZXXRYSXTZVYQXWdWWYaXZVSVbVaYXSaWZYPXYfUUWRYSSVXTSbZUZTWYJcTYZbVScYSUaXXbSYVaVSZUcYYSXYVVaYXaSUUbTSWXWNTaR
UTTcaTXWXZXVVWbXVSWZSPbXWSbZWVWXcXYVXWVTSVcPKZUZSdVfZXVXQRaUXcaTVZXWTTaZWTaZSVYUWaXRYUbWXWgWWbcXbbTQZWSSRdRWWSWXZYVY
ZaXWZVWWTWUTTbXeaUWWUNUTaVWYcWTYeeWUVNTXTYaTXVeXZTWbVXZTUWbXTPbQTWUXULVWaYYWZYWVVZXZZZOUbVWVRaTWUVXVVTWUbaaUOTNUSaWV
XXONSWZWRXPZVaSYURZSUZTTZcUYYWYaYYWWQZWYQaVaXUTYXZRZSXYaYZRZWZbXVZXSWWXZaWXZaXWXWTVbZVVaXTWTRWXYVYZYUTXNXUbSYZXTWXUX
WTQbUQWWUWYWaYWVVYSVTUVSaWXZXSTWYbUVUWUYSaUYVaXVQVYYZcWYSSWTUXSZWOaVUTVWZWVWaUdSTWSRXXUVWYXYVSXYXWWYTYTUTYWWSWbTRUYX
ZVZSZWaXVWYWSYaSTbWSZSXSVYVSSTVRWTXTXRVYUWZZPXUZaYVXYUUYXYWVaYRVcTSTWZXQYURWVUaXSYWXWXXXXTWSZWYWZVXVUSTZZTWWWaVUYZTa
WXWYWUYWVYVXUXXWUVZWZVXVXYWbUXXVTZXWUZXXYVYZSXVYUYWWXUZWbRTYbTWXccaTPdOUNRYScTbYVNWaVVdXaWRTSYXRXUcUZSUbaWaWZKNXWcXW
TWUZTiZSUbRUQTXNXTUZbSVkbcYPRVTXZZYaTSOYRMPTWRfWbfXVTdbjTZVRZRPNcUfWYUPYQUXaSdXUSUSNShUWcQWSibTWPUaSRWcTeabYTQUXVWQX
WahUfMaSTYYabbMUeQQbbSRWYUTXSfPWXQWRTXWUTZaccXYWOXMWVYaYaIUbTVYePWUgbUXXQUfUaZaYaTUgVUZWYZPEXZcTIaUYaWUcaQfZZVXbUPZd
UZSbcSaSJUTbdXWUQdOTaPRNicWWSRbXaWQbRAJTReeSQXWXTNWOXVVTbXXcTVNdaUhbSjTRTckbXWZQXYeNdUZUUlWTURUYZdUXWUYTSUSYZeiQZRYb
QPZNPXgMUWTZdZXPcVQXYWVjcZbULIQTfYZPcXagPXhnZYJRXQXQYRegScZhdhfLYTWdZUddYYZVQPVRSNSWSSeYMWPfWXRURQOSaabWdZRVcZWQWmgR
ZUMMTSfaadYSccRXPTdUdTMTJYXWWVRfcWcaeXiPWQGPTSVIYWeZgOUPUOPXWYNaMYQKXQNdeXHkcaWTRUhWhTVZMTPHaVObLZNYOgSeWfaddRYbVUNb
bPOkVaSUXZNSabbhOgZNSXTjWNSjSPbYaGadUaWkiRcUHTRdkMXeReUYXMNPYjVWSTaVWZPYVEDPUcgZXnMWFKhWjQcPeaUSbaWlTRdbSwNSLVcZSlfP
ZZRMWbgUMaaKYWTWdZYVZWYURZTUQYXVaUaVVUXWVTfWcYURQZWQVSWWXUUaaXXUWSRUZXXSWWWbSfZXUVOWSVYOSVUaZWVkXdXTSVRYYXaTQRWYVPWV
TRbRYcWYSYbYRZWUYSQRXXaWZVPdWTYWSbaVUUWOTfYXXVXVfdUYTUXVTVVSXXYYSSUWXWVYYZdSaLTPSWWVaWQaaQRVaTSSWXUXUeNVVUVPYUWVVZUX
XTZWVUSVVZWWaQRZUTUbUXRfaYWWSWeYbWXVaYXbYVYTWaSOVTWUOaTXSQVcWReWXWXWWQabPcRabWZSQUTVcSVYUcTXZSPUgdXWUQZYXaUaWIRUVZdW
SbVWUSbQcUTTZXWZXTVcaTeYZdUVRZeZUaYTXZbTdWgXWiWSYVSWWXaWYVXYUYXWXZaWZWXVUVYSUYZVYVVTUXWWTWVUWWUXWXaVWRTVXWVXWVXZUYVX
WVUVYQXRTYZadaUZVYZTXVSbUYZVXVbUWXWWUSVWaWZXWZXWTVVWTVRPZZVWXUUXVSVVTVZVVVSSVZbWaZXWZeVYXVaUSUXWWWWTWWUaVUXVVZWVUTTT
TUVSTVVSZUUUYXVTXXUZWZRVcUVUbWTQXbQXXWXWYSVXXWXRYXTXYXUXSVSdUXYWXXYVYVXUZXVZVXTWVaXUZXZZRXUUVXWZbVWWYSYXZSTVWXXUbWYX
SVRVYVYXXbTXWWPUYXUWSTZVWYVXYTTWXXbYXWXaUUZZaWVWUUXXXUYZZWYVXVTWPXcXVbTSWTYTXVXUXdVTXXbTPOhRZWXZibaafcNWXTWNHUVRdVQa
SZUVaSbTXRVRWfPQRRUTXQVaPRSURiPUYUUZTcXmZWZTbRZOSaZTMVTPWZSRVcThcSMdWYbcRcPTQUWXSXUTSYaVJaTbaWfWQTYgRhbWUVZeTMeYXWda
VRXVQVVThZRWOVXaUfUYSVUTQbTYQTJhSUXZWYYVWcZOOVWUQRRbfZUagSfXbWRedVSSXYVZcLJWgdUbWTUXSZQUWVULTZdWObUaSTLaLZbZVVaNaSUU
SVcTUfcOdaUTSQcTTQQVHXSXZSOSYbTQPWVQaPWUYYbWPUZUSeUfabZWQWaUYUcITdUOPZgZcaPQccRjdRcURYYVUedSddWXTcRdbRdaPfYZbfcaTaXb
iSZURWPeHVVSVYbfXUbWZbUZbRPOUKYXbVZSbaWTkWbRTLWXNhVQTQXaWTYaTTSYXSUWcVYShNgaYNZPZZSMdXWYPbSiLcVSNOHUWVXeVPXLUTWaTQWV
VUbJTOaedUaXbaYWbSTVPhRUYWcgUe_aRaRRRMbXSIRQeTVbQWfXibWVPSTXYdTRJYRaSUllcWeaWjYVPZcedUOKaHQTgXZYQUcgeXRWaTTTWQQWORWU
TWNiVTUWcVTNYjbYNLfPUZRWZcVUWTVVdVfZUceYVZPOUPYefOYLVYXeRYTVOaYGZbcLMXNWWTRNPUNQTNWWWVaiVQQWNTbOebhJYdfXVXYcbTYeaTUb
SLebShXcbkeHWbMNUdRVcWhYSeacXPVmhRVSafUWVVYWVTcQVVaZaccWYYTUaUUTPUYSXZSUVXWVZSYXVTXTVaSSUXZYXTWYVRSVRaTUVYVVVaUeYZXX
aTZQSXXWRWSUVYSRUWSbWTOWTXVZVYUTTVWYZVVUUUWVTXXZXWfWRUaZSbXXYSZaUScbbYbWVPXTUVVWeXWWRXXXVcUYWTWUUYWVUTRaUUbaZVWTTYZU
SWYWVUWXWXSYdUbYaVYcaVUVXVYWXVPWbVUYWUXXUWTUWXXRRYZYTUWaXTTYQaXVWTYRZQYaUUZUUbXUcZUSVRXTUVWXRXVYSUSWXWZTTVVUdVWXTXWZ
RQWTTaYZWZXWRWcUWVdNVaWSVVXWbVVVZXTaYTcVUXVTUbYSXbWYUbRXaWYYTbUYXXYXZUXaZWXVXVXZXUUSTVXWZWbUWXRSbOSTUWaUZYTWYYVUWTXU
YTRVVdUUXaXZUUVZVTSURUSTaWWXXZVeZWXUYRUWRabaSVPZTXRUSVSZXUUWQTWXWYYUUVUYbUVVVVYXVXaWUWcWUSYXWaXWYVdXTVeYcXUVSNXWTTVW
bVbYVbXVaeUWXTaSSWOUXWbcTVbbZUUSYabVSXXZVQWVZTTYZUZaYWaTTWRWaVVWVVUWaWRXXXTeSXRVSVWYVfbXVUVXXTaaTaVTUPaUUPXYWSVVUVTR
bZWTUQYSXXXYWYRWUYUZYYWWVWQWbXXUQTTaROXTSbbYZbXWaTYXbTcOYZWTUVVVbZVUVWTWWTcXUXXVVYVUUZWWQZWVYZXXWbVYXYVabXaXTWVURWVU
cZTObYKWXSXdPdQbTggedZcUSUVTSWWZbWWgUQRSYZbSZdUaWWdcecOSQReTSTYjWbXWgTXZROXXaRXXSOiNdUXPZUdWTjUeYZTTmSaRZPebWeaUaRXP
YcYgVOMWjhXWbVTUTZaUkXVcWMWVZaUVOZRWaTNfVYQURVQSTaOdZQaRePSQSbTJaXdTUMbbNYOeVNbZMMXWaQcRbKUXeVcWUcIXYTUWXXcdZWLPdYSR
XNfKbOacdXUVRWUQVaTTTUaYNVNZMONbbWSWNXYNWYOUPWQSXYUSUZdYccUbXZdXWWbPVUWPWaeXUVdaiWPWTVUcXRTeUgigbLaTUUVUWYTZbfedTUSP
PdaRcSXRUXVeXVQcYSabVfWbSYPUXRRSSXfPdYNScUhZXacZMONVZXaYgZZZbQYlLYqQGZZcPWYOSTTXkPSZaKbKSYSXPWWRYRUSdqhUWaRhJQfRVTaU
FPSYbaeTelZTZfNLNWVfnWYVcaXkgbNgSaHiUaSaYKTWcXfPeXQXPQUJTPUWRWbhYMZIPnebkYPgfWbQjTKfWOVQpNUYUgTocOPHYXUdWPVNQUUaLZdT
WNRRZcjTbPZKQbcOQaOUXYWWSbVYmVWmVdakNXRRVUZblaAkXeORXecXOedOULPVQZZFVaaeUkXWPXRNSNZZNXKWhbRbTObZLKcfMidXSOXbWfbSbjQP
dnbWYNLXZDWZVegeESWFJRZOZTTTOgSjOSOMVUPRSXVVSFSQWSWeUOOUQgnPRbXZXULcVWcVXWTUXYTYWQWYWURYTdYaZXXUVVWVVTcZaUVbVWRUbWYT
XZWUUSXZaYSUSTaWQRaZWZbTeYZcTTXVZRTTWRbSaWeRaXYTXfVYWYUVcSWXXRcYaaUeXSZUZcUXSSTWccUUaYTUUYVWdXNaTVRbWVVVSaSWaVRccaQW
XSVRScTWbTWUcVOWXYTOadaRWSZVVYUZTPYdTTYUYUbQZSVVbYXaWZPYUZZWWZVaXVNRYWWXVSYMaTdWbZUVTYSTYWXWTaYXSWQXVTRUaSZUSTWUXZQX
WUSVWaYSXYaWbVVaWVcVSUVVYSXUZbZWVVaWcYSWVVSZaOSaSYbZWPZUQUUWTWVWVbdaUVQTWYXRaWZVUSWZYUSZXSaVWYWYVZWZVPTWUUcWWTRYXcbV
UTVVYPSUPZUVbSSXVTZXWXeZUUWUWVVVbUVVYYWYTYWWUYXUaSXTWSYQWbaSWdXYZaZTXTWUaWXYYWaTYZZRWcYWXZUXUWTaSWXYcSXaVXcSbZZUVWaW
SRXQZaVVZVSZZRQcZaUYVQVVTaXYZVTYgaVXYRWXSZQVaTYTXbTZaVUWXZTWXUXUYaZWRVVbVSYOaYbSWVWYXZXaXVUUSccWTZTYVTTXXXXWVVSUXTZY
cdUYVeTScRYVUbWWVZZVVXSRYQaVUQYXZcSYXWWVVXYTacaUbQaWSQbWRVWYWWaVWYWYVaWQVWUWXVRVZSVWSWXUVVSROaSTQbXPTZVXVUPTbVVRVWSS
XXXYcUNVUUaVUVSWXVXeTOVWOcbUPUXdOPPbQSVWSUXWIcCTecXZUXVSYaZXRPXVZThdbWUMVcQWZYVYbKbXRWUWSTYMZOhVXRUXWfZThXRRYWRdaUeU
ZcQRXPTVaiYZPaSfbRYPWLVTKaUabYSRYVYWSTXYXQXXOPbbOSKYZUZgiXVYWRWWYdTQXSXTQOTViWaRSTbhnbPQaYaaUWQUXYPeWETLSlcRbjdTLcQX
WkWcPaVRWPYQTiVWUYMSWZpgLUgbYVWcVVQQTSZXhSXVTUMVYcNVbKZRTeheWXXglVTcccbUVXSZcacZYURKaNOVPXYWhYOdYbSYXVXfdZUXHdZWYbKM
ZYRQVZWUSWOUbaZSeVVTPUNYTbRcVMKgUZgbeUaQPUTTbNMOUVaYRRSUaQKfaWWYYWbcSdJQZWHYTDPVOUWPecWcaWLVeWRQUHaQPPVjnYeUVgUUZcVd
ZPXPeRWWTTUFNSgceSWRbkUVebORndRbSTVVbcUdSbodgdSXZUbffSVTLaYSTehOYZfSUXZWLIiaMQbWRJYabZ8bXQQYdkcYdaZXEWQPLYTXQUeQhcUQ
GhYZdWNOVURYIcRRTPWZITPLRWUUVlmOUVHhQgTgQWZVXTaXaiOWVmCOXTnVQVsUcXYsWEOTUVhRUWpTRNfOcglPjPYfdWUfYTeVkPUbYagcTZdWTcZV
GXPURdDQKZiVeWZehfWbfTcMWRVRLOTWWXVXfjRbTQNSgPSQQOaUbPSXcZNUOXbbSJUhVZnVVVmZieMMeEYKUcVVPRPXcWLdTZZZQWXaTQQYRTQWUUVV
OZPVddUaUVXUVYUVTWZVXSdYWZVUZXOSZXWZXSaXXXVVWTURbTdWWRSYYXYVWZWXZWQcXVbWZXVZXQTaYdWUWZWaXSYTURVUTZUaVUUWZXVWUWYXUUYT
SSZYSRQVWUUXbXVYWSXWUaTUWSYVTTSWeWXVVVXeeWWUYYVaUUVabXUbTPTSSfZTbcZUPZRZWdVeRYXSUTXSWaVWSWTSWVgeRVdZYWWZZTTRTVZVZWWT
QURUVVUVWRVTWabeZbWXaYYZWabUXWRYUWXaaWTRaTRURZWWcaUZXZTWYUXZaZWVMZXWXWSTWXUUUZYXVVQVaYYTdVVVTWSZWXXaXTPbVYbZYVYSTVVV
cSQUXYXUTSPQZVMbUWZWSTXUSUOUVVRXYWVXaVWVYZVaVWWOZWQWUWZXWWWaTVWaWUQTXYXXaVWXUYZRTaVZWWVZaYVXUTPXWYSWVVWdYVaUaSUZTVVU
aZUUbYVYVSUWQXYYbXVVUUTUWYXWVaZZTSXWYUUVZURWUXUWWTTXZPVXUTVVWXVUZYaSbWcZUZTVXPYWXZWZYUaZYRWZSRSVbZaYVWacVVQXVYTZWYWY
TWXWYUVWYVVZZUWXSXWYYUXYdTVWWSWSXYVWUWSVYWaRUYXaZZYaTZUUWaVaQVaUXSUcPWbYUUZXWXRUWbUSbZVYVXTWTXbYbYYZTTWWVWYaUUTWWWYX
ZXSUdRYVZUUXYYVXZaZbUYUVWTWZYUUUVTUVaWTVYXZTVUVTYWSX
`,
  }),
};

/** Without. */
export const wordWeights: TypingWeights = {
  features: readFeatureWeights(`
added=-3,5,4,-13,5,1|comma=-3,-8,9,-3,8,-2|factBefore=5,-1,-3,-4,-1,4|form:chatty=-7,-6,-8,0,8,11|
form:formal=4,-1,-11,13,-2,-2|form:loud=0,-1,5,4,-5,-2|form:picture=-4,3,-4,9,3,-7|form:smile=0,-2,-2,6,4,-6|
length=4,8,-3,-10,2,0|lost=-7,1,-8,-3,13,5|marks=-16,-5,-12,-4,11,27|new=10,-4,-3,-5,0,1|numbers=4,-7,-9,-1,-4,18|
one=9,6,-7,9,-8,-8|otherPolarity=7,0,1,2,-5,-5|otherValues=3,5,-2,6,-7,-5|part:new=1,0,-8,0,5,3|
part:newNumber=-2,7,4,-5,0,-4|part:oldNumber=-5,-7,-6,8,12,-1|policyBefore=-19,13,-8,-1,12,4|
says:addressed=-13,-1,-6,-1,11,11|says:askedFact=8,-3,-3,-1,-1,0|says:askedPolicy=-6,10,-3,-1,-1,1|
says:benefit=-9,11,-2,-3,8,-6|says:done=-2,-1,-3,0,0,7|says:doneForAll=4,-1,-1,0,-1,-1|
says:factWords=8,-2,1,-5,-3,1|says:general=-2,13,-7,5,-2,-7|says:oneOff=-4,-9,-6,-3,23,0|
says:ownState=-6,-4,-3,-3,2,15|says:policyWords=-7,16,-2,-3,-1,-4|says:sequence=-5,0,18,-3,-5,-5|
says:steps=-10,-2,24,-4,0,-8|sorry=-10,8,-8,-4,18,-5|stance:free-1=-1,0,1,1,0,-1|stance:free1=-3,0,-1,1,4,-1|
stance:needed-1=-4,5,0,5,1,-7|stance:needed1=2,0,0,0,-1,-1|stance:possible-1=6,3,-6,2,-4,-1|
stance:possible1=4,-5,3,-5,-3,6|stepsBefore=-10,-6,15,-1,3,-2|value:contact=10,-4,3,-2,-6,-1|
value:count=-2,-2,5,6,-2,-4|value:date=-4,-3,-2,0,-4,14|value:duration=-3,4,1,9,-6,-5|value:measure=9,0,-4,1,-8,2|
value:money=-2,2,-5,4,0,0|value:percent=0,7,-3,-5,6,-5|value:time=2,8,-7,-1,7,-8|value:weekdays=8,-3,1,1,1,-8|
values=3,-1,-1,3,-1,-3|whole:changed=-25,-13,14,25,1,-2|whole:grown=-8,0,20,-25,3,9|whole:kept=11,8,-8,-14,11,-8|
whole:lost=0,0,-4,-2,2,4|whole:new=-3,0,9,-9,-4,8|whole:old=20,3,-14,-8,-4,3|whole:samePolarity=-3,-9,8,13,-5,-3|
whole:sameValues=4,-10,-7,33,-11,-8|written=16,2,4,-25,-2,5|~!=-6,-2,0,8,-2,2|~"=0,0,0,0,0,1|~(=-1,0,0,0,0,1|
~)=-1,0,0,0,0,1|~-=2,-1,0,0,-1,0|~-0=2,-1,0,0,-1,0|~-0$=1,0,0,0,0,-1|~-0-=2,0,0,0,0,-2|~-0で=1,0,0,0,0,-1|
~0=12,-4,-5,-5,-7,9|~0 0=0,0,1,0,-1,1|~0 and=0,0,0,0,2,-1|~0 days=-1,1,0,-1,1,0|~0 is=1,-1,0,0,1,0|
~0 off=1,-1,0,0,0,0|~0 to=-1,0,0,1,0,0|~0-=2,-1,0,0,-1,-1|~0-0=2,-1,0,0,-1,-1|~0k=0,0,0,0,0,1|~0で=1,0,0,0,0,0|
~0の=0,0,0,0,-1,1|~0个=1,-1,0,0,0,0|~0元=1,0,0,0,0,0|~0元$=1,0,0,0,0,0|~0公=-1,0,0,0,0,1|~0円=0,0,0,1,-1,1|
~0円で=0,1,0,0,0,0|~0円を=0,-1,0,0,0,1|~0分=-1,-1,2,-1,0,1|~0号=-1,-1,0,-1,0,3|~0天=0,0,0,0,1,0|~0小=2,-1,0,1,0,0|
~0小时=2,-1,0,1,0,0|~0日=0,-1,0,0,-1,3|~0日に=0,0,0,0,-1,1|~0日の=-1,0,-1,0,0,2|~0時=1,0,-1,-1,0,1|~0時間=1,0,0,0,0,0|
~0月=-1,0,0,0,0,2|~0月0=-1,0,0,0,0,1|~0点=0,0,0,1,0,0|~0的=1,0,0,-1,-1,1|~:=-1,0,1,0,0,0|~^ a=0,3,-1,-1,0,-1|
~^ and=2,0,-1,1,-1,-1|~^ for=-1,3,0,0,0,-1|~^ i=0,0,0,0,0,1|~^ it=1,0,-1,1,-1,0|~^ our=3,-1,0,-1,0,-1|
~^ the=10,-3,-1,-4,-2,-1|~^ we=0,1,-2,0,1,0|~^ you=1,1,-1,-1,1,-2|~^ your=-1,-1,-1,0,-2,5|~^ yours=-1,-1,0,0,-1,2|
~a=1,-1,-1,-4,1,2|~a 0=1,0,0,0,0,0|~a new=0,0,0,0,1,0|~about=4,-1,-2,0,0,-2|~account=0,0,1,-1,-1,1|
~after=-2,1,0,1,0,0|~again=-2,-1,1,1,-1,3|~all=0,0,-1,2,-1,0|~an=0,0,0,-1,0,1|~and=3,-3,5,-3,4,-6|
~and the=0,0,1,0,2,-2|~any=-2,4,-1,0,-1,0|~app=-2,2,0,0,0,0|~are=6,-2,-2,0,0,-3|~as=-2,1,-1,1,3,-2|
~at=2,-2,-1,0,1,-1|~at 0=1,0,-1,1,-1,0|~at the=1,-1,-1,0,3,0|~b=0,0,-1,0,0,1|~back=-2,1,-1,-1,2,1|
~back to=0,-1,0,0,0,1|~bag=1,0,0,0,0,0|~be=-1,2,-1,-1,-1,2|~before=-3,4,0,0,-1,1|~both=3,-1,-1,0,0,-1|
~box=-1,-1,2,0,0,0|~bring=-1,1,-1,0,1,-1|~but=0,-1,-1,-1,3,0|~by=-2,-2,-1,2,5,-2|~c=-1,0,0,0,0,2|
~came=1,-1,0,0,-1,1|~can=-4,6,-2,0,1,-1|~can be=-2,3,0,0,0,0|~choose=0,0,1,0,0,0|~come=1,-1,0,0,2,-1|
~comes=-1,2,-1,0,0,1|~costs=0,1,0,0,0,0|~day=-2,0,-1,1,1,1|~days=-2,1,0,1,1,-1|~delivery=0,0,0,0,1,0|
~do=-1,0,0,2,1,-1|~don't=-1,0,0,0,1,0|~down=0,0,0,0,-1,2|~e=-1,0,3,0,0,-1|~first=-3,0,3,1,-1,-1|~for=-3,6,-2,-2,0,0|
~for 0=-1,1,1,0,0,0|~for the=3,-1,-1,0,0,0|~for you=0,1,0,0,-1,1|~free=-1,0,0,1,0,0|~from=4,-4,1,4,-1,-4|
~from the=0,-1,2,0,0,0|~g=2,0,-1,0,-1,-1|~get=-1,1,0,0,1,-1|~give=-1,-1,1,1,0,0|~go=2,0,0,0,0,-1|
~goes=1,2,-1,0,0,-2|~going=0,2,0,-1,-1,0|~got=0,-1,1,0,-1,1|~half=-1,1,0,0,1,0|~has=3,-1,-1,-1,-1,0|
~have=2,-1,0,0,-1,1|~hold=0,0,1,0,0,-1|~hold the=0,0,1,0,0,-1|~i=-1,-1,0,0,1,1|~i'll=0,0,0,0,1,0|~i'm=0,0,0,0,-1,1|
~i've=0,0,0,0,2,-1|~if=1,0,0,0,0,-1|~in=3,-2,0,-2,3,-2|~in a=1,-1,0,0,1,-1|~in the=0,1,-1,0,0,0|~into=0,0,1,1,0,0|
~is=7,5,-4,-3,-5,1|~is 0=-1,3,0,0,0,-1|~is on=0,0,-1,0,0,1|~it=-5,1,2,-1,0,3|~it back=0,-1,0,0,1,0|
~it in=1,0,0,0,0,0|~it is=1,0,0,1,-1,-1|~it on=-1,-1,0,0,1,1|~it's=-1,1,-1,0,-1,3|~its=1,-1,0,0,0,-1|
~just=-1,2,-1,1,-1,0|~k=0,0,0,0,-1,1|~keep=-1,0,1,0,1,-2|~last=1,-1,0,0,2,-2|~leave=-1,-1,2,0,1,-1|
~left=-1,-1,0,0,-1,3|~long=1,0,0,0,0,-1|~m=-1,0,0,0,0,1|~made=2,-1,0,-1,0,0|~may=-2,0,-1,1,1,1|~mm=0,0,1,0,0,0|
~monday=-2,1,0,0,-1,2|~months=0,3,-1,0,-1,-2|~my=0,0,1,-1,1,0|~n=0,1,-1,0,0,1|~never=0,1,0,0,-1,0|
~new=1,0,-1,0,1,-1|~next=1,0,0,0,1,-1|~no=-1,-1,0,0,-1,3|~not=-2,0,-1,2,3,-1|~nothing=-2,4,-2,-1,1,-2|
~now=0,-1,0,0,-1,2|~o=0,0,0,0,0,1|~of=0,-1,3,0,0,-1|~of 0=-1,0,0,0,0,2|~of the=0,0,3,-2,-1,-1|~off=-2,1,5,-2,0,-2|
~old=1,1,1,-1,-1,-1|~on=-3,-1,-3,1,3,4|~on 0=0,0,0,0,-1,1|~on the=-1,0,-3,0,1,3|~once=0,0,2,-1,-1,-1|
~one=-1,4,-1,-3,0,1|~only=2,1,-1,-1,-1,-1|~open=0,1,-1,0,0,1|~or=-1,2,-1,0,-1,0|~order=-1,0,0,0,0,1|
~orders=-1,2,1,0,0,-1|~our=4,-2,-2,-2,4,-2|~out=-1,1,2,-1,-1,0|~p=2,0,0,-1,-1,0|~pay=-1,2,-2,-1,1,0|
~pick=1,-1,0,0,0,0|~please=-1,-1,1,1,0,0|~post=1,-1,0,0,0,0|~price=-1,2,-1,0,0,0|~put=-1,1,1,0,0,0|~r=0,-1,0,0,0,1|
~s=2,0,0,0,-1,0|~same=0,1,-1,0,0,0|~send=-1,0,1,0,1,0|~set=0,0,1,0,0,0|~shop=2,-1,-1,0,-1,0|~should=0,0,-1,0,1,1|
~since=2,-2,-1,0,-1,2|~so=1,-1,-1,-1,2,0|~still=1,1,0,-1,-1,0|~t=-1,0,0,0,0,1|~take=0,0,0,0,1,-1|
~takes=0,-1,-1,0,2,-1|~tap=0,1,0,0,0,0|~that=-3,7,-1,-1,-1,0|~the=9,-4,3,-7,0,-2|~the 0=-1,-2,1,0,0,2|
~the box=-1,-1,1,1,0,0|~the old=1,-1,1,-1,0,-1|~the one=0,-1,0,-1,-1,2|~the same=1,0,0,0,0,0|~them=1,-2,-1,0,2,-2|
~then=-1,2,2,-1,-1,-1|~there=0,-1,1,-1,-2,2|~there's=0,-1,-1,0,3,-1|~they=5,-1,-2,0,-1,0|~this=0,0,0,-1,1,0|
~though=2,-1,0,0,0,-1|~three=0,1,0,1,0,-2|~till=-1,-1,0,0,3,-1|~time=-1,-1,0,0,2,0|~to=-1,1,-2,6,-2,-2|
~to 0=-1,0,0,1,0,0|~to the=-2,1,1,0,0,0|~two=-1,-1,0,1,3,-1|~under=0,-1,1,-1,0,1|~until=-1,0,1,0,2,-1|
~up=-1,4,-1,0,-1,-2|~up to=-1,3,-1,0,-1,-1|~us=-1,2,-1,1,0,-1|~was=1,0,-1,-1,0,1|~water=0,0,2,-1,0,0|
~we=-1,2,-4,2,1,1|~week=-1,2,-1,0,1,-1|~went=0,0,0,0,-1,2|~when=0,1,-1,0,0,1|~which=0,2,-1,0,0,-1|
~will=-2,-1,-1,-1,5,0|~will be=-1,0,0,0,0,2|~with=0,-1,0,-3,1,4|~with a=0,-1,0,-1,0,1|~with the=-2,0,0,0,0,2|
~without=3,-1,0,-1,0,0|~working=0,1,0,0,0,0|~x=1,0,0,-1,0,0|~y=0,0,0,0,-1,2|~you=-3,2,-7,3,4,0|
~you can=-3,2,-1,0,1,0|~you've=0,-1,1,0,-1,1|~your=-3,-4,0,-2,0,9|~yours=-2,-1,-1,1,-1,3|~“=0,0,1,0,0,0|
~”=0,0,1,0,0,0|~「=0,-1,1,-1,-1,1|~」=0,-1,1,-1,-1,1|~」を=0,0,1,0,0,0|~あ=0,0,-1,1,0,0|~あり=0,1,0,0,0,0|
~ありま=0,0,1,-1,0,0|~い=-4,0,-1,1,5,-1|~いた=-1,4,-2,-1,0,0|~いたし=-1,1,0,-1,1,0|~いただ=0,3,-2,1,-1,0|~いて=0,0,0,0,1,0|
~いてお=1,0,0,-1,0,0|~いで=0,-1,0,0,1,0|~いの=0,1,0,0,0,0|~いま=1,-1,-4,0,2,2|~いまし=0,0,0,0,1,0|~います=2,0,-3,-1,0,2|
~いませ=-1,-1,0,2,1,0|~う=-2,1,-2,2,1,1|~うぞ=-1,0,-1,1,0,0|~うち=-1,1,-1,0,0,0|~え=0,0,1,0,1,-1|~えま=0,0,1,0,0,0|
~えます=0,0,1,0,0,0|~お=-6,3,-3,0,3,3|~おき=0,0,0,0,1,0|~おきま=0,0,0,0,1,0|~おり=0,2,-2,-1,-1,2|~おりま=0,2,-2,-1,-1,2|
~お代=-1,0,-1,-1,4,-1|~お使=0,1,0,0,0,0|~お使い=0,1,0,0,0,0|~お届=0,0,0,0,0,1|~お届け=0,0,0,0,0,1|~お待=0,0,-1,0,0,1|
~お待ち=0,0,-1,0,0,1|~お戻=0,0,0,0,-1,1|~お戻し=0,0,0,0,-1,1|~お送=0,1,-1,0,0,0|~お送り=0,1,-1,0,0,0|~お願=-1,0,0,0,0,0|
~お願い=-1,0,0,0,0,0|~か=-2,0,3,1,1,-3|~かけ=-1,0,0,0,0,0|~から=1,0,2,0,-1,-2|~かり=0,0,0,-1,0,0|~が=1,0,-3,-2,2,2|
~が入=1,1,-1,-1,-1,1|~き=-3,0,2,1,1,-1|~きま=-2,0,-1,1,3,-1|~きまし=-1,0,0,0,1,0|~きます=-1,1,-1,1,1,-1|~ぎ=-1,2,1,-1,-1,-1|
~く=-4,-2,1,3,3,-2|~くだ=-4,-1,1,3,4,-2|~くださ=-4,-1,1,3,4,-2|~くら=1,0,-1,0,1,0|~くらい=1,0,-1,0,1,0|~け=-2,4,-2,1,-1,1|
~けし=-1,0,0,0,0,1|~けて=-1,0,1,0,0,-1|~けで=0,1,0,-1,0,0|~けま=0,0,-1,0,-1,0|~けます=0,0,0,0,-1,0|~けれ=0,2,-1,0,-1,0|
~ければ=0,2,-1,0,-1,0|~け取=0,1,0,0,-1,1|~こ=2,-1,-1,-1,1,-1|~こち=1,0,0,-1,0,0|~こちら=1,0,0,-1,0,0|~こと=-1,-1,-1,1,2,0|
~この=1,-1,0,0,0,0|~ご=-1,3,-2,0,0,0|~ござ=2,1,-2,-1,0,0|~ござい=2,1,-2,-1,0,0|~ご注=-1,1,0,0,0,0|~ご注文=-1,1,0,0,0,0|
~さ=-4,-1,2,2,5,-5|~さい=-4,-1,1,3,4,-2|~さい$=-3,0,1,1,3,-2|~さいま=-1,-1,0,2,1,0|~さん=0,0,0,0,2,-1|~ざ=2,1,-2,-1,0,0|
~ざい=2,1,-2,-1,0,0|~ざいま=2,1,-2,-1,0,0|~し=-7,2,0,-2,3,4|~しい=0,0,1,0,0,0|~しく=0,0,0,0,1,0|~しし=0,0,0,0,-1,1|
~ししま=0,0,0,0,0,1|~した=-2,-2,-1,0,0,5|~した$=0,-1,-1,0,-2,4|~したの=-1,-1,0,0,2,0|~したら=-1,0,0,0,1,0|~して=-2,0,1,0,0,2|
~して$=0,-1,0,0,-1,1|~してい=-1,0,0,1,0,1|~してお=-2,2,-1,0,-1,2|~してく=-1,0,1,0,1,0|~しで=-1,1,0,0,1,-1|~しは=0,1,0,-1,0,0|
~しま=-2,1,0,-1,4,-1|~します=-2,1,0,-1,3,-1|~じ=1,0,0,-1,0,-1|~す=4,2,-3,-4,1,0|~すが=0,0,-1,-1,1,0|~すが$=1,0,-1,-1,1,-1|
~すと=0,0,2,-1,0,0|~すね=0,0,0,0,1,0|~すね$=0,0,0,0,1,0|~すの=0,-1,-1,1,1,0|~すので=0,-1,-1,0,1,0|~すよ=0,-1,0,-1,0,2|
~すよ$=1,0,0,-1,0,0|~ず=0,0,2,-1,-1,-1|~ずに=-1,-1,2,0,0,0|~せ=1,-1,0,0,1,-1|~せま=0,0,0,-1,2,0|~せん=1,0,1,-1,0,-1|
~せん$=2,0,0,-1,0,-1|~そ=0,0,0,-1,2,-1|~その=-1,0,-1,0,1,0|~それ=0,0,1,0,0,0|~ぞ=-1,0,-1,1,0,0|~た=-4,1,-2,0,2,4|
~たし=-1,1,0,-1,1,0|~たしま=-1,1,0,-1,1,0|~ただ=0,3,-2,0,-1,0|~ただい=0,1,0,-1,-1,1|~ただけ=0,2,-2,1,-1,0|~たと=0,0,0,0,1,1|
~たの=-2,-1,-1,0,3,1|~たので=-2,-1,-1,0,3,1|~たら=-2,0,1,0,1,-1|~だ=-2,3,-3,2,3,-2|~だい=0,1,0,-1,-1,1|~だいて=0,1,0,-1,0,0|
~だけ=-1,4,-2,1,-1,0|~だけで=0,1,0,-1,0,0|~だけま=0,0,0,0,-1,0|~だけれ=0,2,-1,0,0,0|~ださ=-4,-1,1,3,4,-2|~ださい=-4,-1,1,3,4,-2|
~ち=0,1,-2,-1,1,1|~ちら=1,1,0,-1,0,0|~っ=0,-1,0,-3,3,1|~った=-1,0,0,0,1,0|~って=1,0,-2,-2,1,3|~ってい=0,1,-1,-1,0,1|
~ってお=0,0,-1,0,0,0|~ってく=0,0,0,0,1,0|~つ=0,1,-1,1,1,-3|~つき=0,0,0,0,1,0|~て=-3,-2,1,-1,3,3|~て0=0,-1,0,0,1,0|
~てい=-2,0,-1,0,0,3|~ていた=-1,0,0,0,0,0|~ていま=-1,0,-1,0,-1,2|~てお=-1,2,-2,-1,0,2|~ておき=0,0,0,0,1,0|~ており=0,2,-2,-1,-1,2|
~てか=0,0,1,0,0,0|~てから=0,0,1,0,0,0|~てく=-2,-1,1,1,2,-1|~てくだ=-2,-1,1,1,2,-1|~ては=0,0,0,0,1,-1|~てま=0,1,-1,0,-1,2|
~てます=0,1,-1,0,-1,2|~ても=-1,0,0,0,1,0|~で=1,0,-4,-4,6,0|~でお=-1,1,-1,0,-1,2|~でき=-1,0,0,1,1,-1|~できま=-1,0,0,1,1,0|
~でご=1,-1,-1,0,1,0|~でござ=1,-1,-1,0,1,0|~でし=-2,-1,0,0,1,3|~でした=-2,-1,0,0,0,3|~です=5,0,-2,-2,-1,-1|~です$=4,1,-1,0,-1,-2|
~では=0,0,0,-1,1,0|~でも=-1,3,-1,-1,1,-1|~と=-2,2,3,0,0,-2|~と0=1,0,0,0,0,0|~とき=0,0,0,0,1,0|~との=0,0,0,0,1,1|
~とのこ=0,0,0,0,1,1|~ど=-1,0,0,1,1,0|~どう=-1,1,-1,1,0,0|~どうぞ=-1,0,-1,1,0,0|~な=0,1,0,1,-1,-2|~ない=0,0,1,0,0,-1|
~なし=0,1,0,-1,1,0|~なしで=0,1,0,-1,1,0|~なっ=0,0,0,1,0,0|~なの=3,-1,-1,-1,0,0|~なので=2,-1,-1,0,0,0|~なら=0,1,0,0,0,0|
~なり=-1,0,2,0,-1,0|~なりま=-1,0,1,0,-1,0|~に=-4,-3,3,1,0,2|~に0=0,0,0,0,-1,1|~にお=-1,-1,0,1,0,0|~にし=-1,0,1,0,0,0|
~にして=-1,0,1,0,0,0|~につ=1,0,0,0,0,-1|~につき=0,0,0,0,1,0|~にな=-1,0,-1,2,-1,0|~になっ=0,0,0,1,0,0|~には=1,1,0,-1,1,-1|
~ね=-2,-1,-1,1,1,2|~の=0,-2,-1,-4,5,2|~の0=-1,0,0,0,0,1|~の0時=-1,0,0,0,0,1|~の「=0,0,1,0,0,0|~のお=-1,1,0,0,0,1|
~のこ=0,0,0,0,1,1|~のこと=0,0,0,0,1,1|~のご=-1,0,0,0,0,1|~ので=1,-2,-2,-1,4,0|~ので$=-1,-1,-2,1,3,0|~のは=1,1,-2,0,0,0|
~のま=-1,0,0,0,2,0|~のまま=-1,0,0,0,2,0|~のフ=0,0,0,0,0,1|~の方=0,1,0,0,0,0|~は=5,2,-4,-5,0,3|~は0=3,0,-1,-1,-1,0|
~は0円=1,0,0,0,-1,0|~は0日=0,0,0,0,-1,1|~は無=1,0,-1,0,0,0|~ば=-1,2,-1,0,0,0|~び=1,0,0,-1,1,0|~へ=-1,0,1,0,-1,2|
~ほ=1,-1,0,1,-1,0|~ほど=0,0,1,0,0,0|~ま=-1,1,-2,-3,2,2|~まし=-1,-1,-1,0,0,3|~ました=0,-1,-1,0,0,2|~まして=0,0,0,0,0,1|
~ます=-1,2,-1,-3,4,0|~ます$=1,3,0,-5,0,0|~ますが=0,0,0,0,1,-1|~ますの=0,-1,-1,1,1,0|~ますよ=-1,0,0,1,0,0|~ませ=0,-1,0,1,0,-1|
~ませ$=-1,-1,0,2,1,0|~ません=1,0,1,-1,0,-1|~まっ=0,0,0,-1,1,0|~まで=0,1,0,0,0,-1|~まま=-1,-1,0,0,2,-1|~み=3,-1,-1,0,-1,1|
~みで=0,0,-1,0,1,1|~みま=2,-1,0,-1,-1,0|~め=-1,0,1,-2,1,0|~めて=0,0,0,0,0,1|~めに=0,0,0,0,1,0|~も=0,4,-3,0,2,-3|
~もお=0,1,0,1,0,0|~もの=1,1,0,0,0,0|~ゃ=1,-1,0,0,1,0|~や=2,-1,0,0,0,-1|~ょ=0,0,0,0,1,0|~よ=0,-1,0,-1,1,1|~ら=0,2,2,-2,0,-3|
~ら0=0,1,0,0,0,0|~らい=1,0,-1,0,1,0|~らで=0,1,0,-1,0,0|~り=1,2,-3,-2,3,-1|~りが=0,1,-1,0,0,-1|~りし=0,1,-1,0,0,0|
~りで=-1,1,0,1,0,0|~りに=-1,0,0,0,1,0|~りま=1,1,0,-2,0,1|~りまし=0,0,0,0,-1,2|~ります=0,1,-1,-1,1,0|~りませ=1,0,1,-1,-1,0|
~る=-2,1,2,1,1,-3|~ると=-1,0,2,0,-1,-1|~るの=0,0,0,0,1,-1|~るので=0,0,0,0,1,-1|~るま=0,0,1,0,0,0|~れ=-1,1,2,1,-1,-1|
~れた=0,1,0,0,0,0|~れて=-1,0,1,0,0,0|~れば=0,2,-1,1,0,-1|~れま=0,0,2,0,-1,0|~れます=-1,-1,2,0,0,-1|~ろ=0,1,0,0,0,0|
~わ=2,0,-1,-1,-1,1|~わせ=1,0,0,0,0,0|~を=-4,1,4,-2,1,1|~を0=-1,0,1,0,0,0|~をお=-1,3,-1,0,0,0|~を一=0,0,0,0,1,-1|
~を承=0,0,0,0,-1,1|~を押=0,0,1,0,0,0|~を選=0,0,0,0,0,1|~を頂=0,0,1,0,0,0|~を頂戴=0,-1,1,0,0,0|~ん=1,-1,1,-1,2,-2|
~んで=-1,0,0,0,1,0|~んです=-1,0,0,0,1,0|~ア=2,0,0,-1,-1,0|~イ=0,-1,1,0,-1,0|~カ=2,0,-1,0,-1,0|~カー=1,0,0,0,-1,0|
~カード=0,0,0,0,0,1|~キ=0,0,0,0,1,-1|~ク=1,0,0,0,0,0|~ケ=0,-1,0,0,1,0|~コ=0,0,1,-1,-1,0|~シ=1,0,1,-1,0,0|~ジ=0,0,1,0,0,0|
~ス=2,0,0,0,0,-1|~ズ=0,0,0,-1,0,0|~セン=0,0,0,0,0,1|~タ=-1,1,0,0,0,-1|~チ=0,0,0,0,0,1|~ッ=2,-1,0,0,-1,0|~ット=1,0,0,0,0,0|
~テ=1,0,0,0,0,0|~ト=2,-1,0,-1,0,0|~ド=1,-1,1,0,-1,0|~バ=1,-1,0,0,-1,0|~バー=1,0,0,0,0,0|~パ=1,0,0,0,0,0|~ビ=-1,0,0,0,-1,1|
~フ=3,0,-1,-2,0,0|~プ=1,-1,1,0,0,-1|~ペ=0,0,1,0,0,0|~ボ=0,0,1,0,0,0|~マ=1,-1,0,-1,1,0|~ラ=2,-1,0,0,-2,0|~リ=0,0,1,0,0,0|
~ル=2,0,1,-2,-1,-1|~レ=0,0,0,-1,0,0|~レー=1,0,0,0,0,0|~ロ=2,-1,0,-1,1,0|~ン=2,-1,1,-2,-1,0|~ンを=0,0,1,0,0,0|
~ント=0,0,0,0,1,0|~ー=3,-1,1,-1,-2,-1|~ース=1,0,0,0,0,0|~ード=0,0,0,0,0,1|~ール=1,0,0,0,0,0|~一=-2,1,2,1,0,-2|~一个=0,0,0,1,0,0|
~一次=0,1,0,0,0,0|~七=-1,-1,0,0,2,0|~三=0,1,1,1,1,-3|~上=0,-1,3,-1,2,-3|~上が=0,0,0,0,-1,1|~上门=-1,0,1,0,1,-1|
~下=-3,1,0,1,1,0|~下午=0,0,0,0,-1,1|~不=1,0,0,3,-1,-3|~不收=0,-1,1,1,0,0|~不用=-1,1,0,1,0,-2|~业=0,0,0,0,-1,0|
~两=0,0,1,0,0,-1|~两次=0,0,0,0,1,0|~个=0,-1,-2,2,-2,3|~个月=1,-1,-1,0,0,1|~中=1,-1,-1,0,0,2|~为=-1,0,0,-1,1,1|
~之=-1,-1,1,0,0,0|~也=0,2,0,0,0,-2|~买=-1,1,0,1,0,0|~了=-2,-2,0,1,4,-1|~事=0,0,0,0,1,-1|~二=-1,3,0,1,-1,-2|
~二十=-1,2,0,0,0,-1|~五=-1,2,0,1,0,-2|~人=-1,3,0,0,-1,0|~今=-1,-1,-1,0,3,1|~今天=0,0,0,0,0,1|~从=0,0,0,1,0,0|
~仕=-1,0,0,0,0,1|~付=0,0,1,0,0,-1|~代=-1,0,-1,-1,4,-1|~代は=-1,0,0,-1,3,0|~以=0,2,-2,2,-1,0|~以后=1,0,-1,0,0,0|
~们=0,3,-1,-1,0,0|~件=-1,0,0,0,0,0|~价=0,1,0,0,0,-1|~休=0,0,0,0,1,0|~会=1,0,1,0,-1,0|~位=0,0,0,-2,1,1|~住=0,-1,2,0,0,-1|
~体=2,0,1,-1,-1,-1|~作=1,0,-1,0,0,0|~作り=1,0,-1,-1,0,0|~你=0,-1,0,-1,4,-2|~使=-1,1,-1,1,1,-1|~使い=0,0,1,0,0,0|
~侧=2,0,0,-1,0,-1|~便=0,1,0,0,0,0|~保=-1,1,-1,1,0,-1|~保証=0,1,0,0,0,0|~信=1,0,1,-1,1,-1|~修=-1,1,0,-1,0,1|~傅=0,0,0,0,1,-1|
~先=0,1,-1,0,-1,1|~光=1,0,0,0,-1,0|~免=1,0,0,0,0,0|~入=2,0,0,-2,-1,2|~入っ=2,-1,-1,-1,-1,1|~入って=2,-1,-1,-1,-1,1|
~入れ=0,0,1,0,0,0|~入れて=0,0,1,0,0,0|~全=-1,1,1,0,0,-1|~八=-1,2,0,1,0,0|~公=0,0,0,0,-1,2|~六=-1,-1,0,1,1,0|~关=-1,1,0,0,-1,0|
~内=-1,1,0,0,0,0|~円=0,0,0,1,-1,1|~円で=0,1,0,0,0,0|~円を=0,-1,0,0,0,1|~再=-1,1,2,0,-2,-1|~写=0,1,-1,0,0,0|~写真=0,1,-1,0,0,0|
~冲=0,0,0,0,0,1|~冷=0,0,0,1,0,0|~净=1,0,0,0,0,-1|~出=0,-1,0,0,3,-1|~出し=-1,0,0,0,1,0|~分=-1,-1,3,0,0,0|~分の=1,-1,0,0,1,-1|
~分钟=-1,-1,1,0,0,1|~切=-1,-1,1,1,1,0|~切り=0,0,0,0,0,1|~刚=0,0,-1,0,-1,1|~初=-1,0,2,0,0,0|~别=-1,0,3,0,-1,-1|
~到=1,1,-2,1,0,0|~到0=1,0,-1,1,0,0|~到了=0,0,0,0,-1,1|~到您=0,0,-1,0,1,0|~刷=0,0,-1,0,0,1|~前=-3,1,-1,-1,-2,5|
~割=0,0,1,0,1,-1|~加=-1,1,0,2,-1,-1|~动=0,2,0,0,0,-1|~包=0,1,1,-1,0,0|~区=1,1,0,0,-1,-1|~十=0,1,1,2,-1,-2|
~十分=-1,-1,0,1,0,0|~午=-1,1,-1,0,-2,3|~半=0,0,1,0,1,-2|~半額=0,1,0,0,0,0|~单=2,0,-1,-2,0,1|~卡=0,0,1,0,0,0|
~印=-1,0,0,1,-1,0|~压=0,0,1,0,0,0|~原=0,0,1,0,0,0|~去=-1,0,0,0,1,0|~友=-1,0,0,1,0,-1|~发=1,-1,0,0,-1,0|~取=-2,0,-2,1,2,1|
~取り=-1,0,-1,0,2,0|~受=0,1,0,0,-1,1|~受け取=0,1,0,0,-1,1|~口=0,1,0,0,0,-1|~另=-1,2,0,0,0,-1|~只=0,1,0,0,0,0|
~可=0,1,-2,2,0,-1|~可以=1,0,-1,1,0,0|~台=1,0,-1,-1,1,0|~右=1,-1,0,-1,0,1|~号=-1,-1,0,-1,-2,4|~号0=0,0,0,0,-1,1|
~合=2,0,-1,-1,0,0|~合わ=1,0,0,0,0,0|~同=0,1,1,-1,0,-1|~同じ=1,1,0,-1,0,-1|~后=0,1,1,0,-1,-1|~含=1,0,0,0,0,0|
~周=0,-1,0,1,1,-1|~和=0,1,0,-1,0,0|~品=0,0,0,0,1,0|~哈=0,-1,0,2,0,-1|~哦=1,0,0,0,0,0|~商=0,0,0,1,0,0|~問=1,0,0,0,0,0|
~啦=0,-1,0,1,1,0|~四=1,-2,0,0,0,1|~回=-2,0,1,-1,1,1|~圈=0,0,1,0,0,0|~在=1,1,1,-1,-2,0|~地=1,-1,-1,1,0,1|~地址=-1,0,0,0,0,1|
~址=-1,0,0,0,0,1|~块=-1,0,1,0,0,0|~場=0,1,0,0,0,0|~変=0,0,0,1,-1,1|~外=1,-1,0,1,-1,-1|~多=0,-1,1,-1,2,-1|~夜=0,0,0,0,1,-1|
~大=-1,0,1,1,0,0|~天=-1,2,-1,-1,1,0|~头=2,-1,-1,0,0,0|~好=0,-1,0,1,1,-1|~始=-1,0,1,0,0,0|~子=0,0,1,0,0,-1|~字=0,-1,1,1,0,0|
~学=-1,0,0,2,0,0|~它=-1,0,1,0,0,-1|~安=0,0,0,1,0,0|~完=0,0,2,-1,-1,0|~定=0,0,1,1,-1,0|~宝=0,0,0,1,0,0|~宝宝=0,0,0,1,0,0|
~客=0,0,0,0,1,-1|~家=0,1,-1,0,0,1|~寄=-1,-1,0,-1,3,-1|~対=0,1,0,0,0,0|~封=-1,0,0,1,0,0|~小=-1,-2,3,1,-2,0|
~小时=2,-2,0,1,0,-1|~少=1,-1,0,0,0,0|~就=-2,2,-1,3,0,-3|~就不=0,1,0,0,0,0|~就行=-1,1,-1,1,0,0|~就行$=-1,1,-1,1,0,0|
~尾=0,0,0,0,-1,1|~层=1,0,1,0,0,0|~届=0,0,0,0,-1,1|~届け=0,0,0,0,0,1|~属=1,0,0,0,0,0|~州=0,0,-1,0,0,1|~工=1,0,0,0,0,-1|
~左=0,-1,0,-1,-1,2|~差=1,0,-1,-1,0,0|~己=0,0,1,0,1,-1|~已=-1,0,0,0,-1,2|~已经=0,0,0,0,-1,2|~市=1,0,0,0,-1,0|~布=1,0,0,0,0,0|
~师=0,0,0,0,1,0|~师傅=0,0,0,0,1,-1|~带=0,0,0,1,1,-1|~干=0,0,1,0,0,-1|~平=1,2,-1,1,0,-2|~年=-1,0,-2,-1,0,2|~底=1,-1,0,-1,1,0|
~店=0,0,-1,0,1,-1|~度=0,1,1,0,0,-1|~庫=0,0,0,0,1,0|~建=1,0,0,0,-1,0|~开=-1,0,0,1,-1,1|~引=0,1,0,0,0,-1|~引き=0,1,0,0,0,-1|
~张=-1,-1,1,-1,2,0|~当=-2,2,0,0,-1,0|~录=0,1,0,0,0,0|~待=-1,0,0,0,0,1|~待ち=0,0,-1,0,0,1|~後=-1,0,1,0,0,0|~得=1,0,-1,0,1,-1|
~微=1,0,0,0,0,-1|~心=0,-1,-1,1,1,-1|~快=-1,0,0,1,0,1|~快递=1,0,0,-1,0,0|~急=0,0,0,0,1,0|~您=-4,0,-1,-1,2,5|
~您的=-1,0,0,-1,0,3|~您那=0,-1,0,0,1,1|~意=0,0,0,0,1,-1|~成=2,-1,-1,0,-1,1|~我=-1,1,0,-1,4,-3|~我们=0,3,0,-1,-1,0|
~我的=0,0,1,0,0,0|~戴=0,0,1,0,0,0|~戴し=0,0,1,0,0,0|~戴して=0,0,1,0,0,0|~戻=0,0,1,0,-1,1|~戻し=0,0,0,0,-1,1|~所=-1,-1,1,0,-1,2|
~手=2,-1,0,0,0,-1|~才=0,0,1,0,-1,0|~打=0,0,0,1,-2,1|~扣=-1,0,1,0,-1,0|~承=-1,1,0,0,-1,1|~承っ=0,1,0,-1,0,1|
~承って=0,1,0,-1,0,0|~把=1,0,0,1,-1,0|~折=0,1,0,0,0,0|~押=-1,-1,4,-1,-1,-1|~押し=0,0,1,0,0,0|~押して=0,0,1,0,0,0|
~抽=1,0,0,0,0,0|~担=-1,1,0,-1,1,1|~拆=0,0,1,0,-1,-1|~拍=0,2,1,0,-1,-1|~拧=1,0,0,0,0,0|~拿=-1,1,0,1,0,-1|~持=0,0,-1,1,0,-1|
~持ち=0,1,0,0,0,-1|~按=-1,1,0,0,0,1|~换=-1,1,0,-1,0,0|~接=1,0,1,1,-1,-2|~提=-1,0,0,-1,-1,2|~支=0,0,0,0,0,1|
~支持=0,-1,0,1,0,0|~收=-1,2,1,1,-2,1|~改=0,0,0,0,-1,2|~放=0,0,1,1,-1,0|~教=-1,1,0,0,0,-1|~数=0,1,0,0,-1,0|~文=-1,1,-1,0,0,0|
~料=0,2,-1,-2,0,0|~断=1,1,0,0,-1,0|~新=0,0,1,-1,1,0|~新し=0,0,1,0,0,0|~新しい=0,0,1,0,0,0|~方=-1,1,0,0,0,0|~日=0,-1,-1,0,1,1|
~日に=0,0,0,0,-1,1|~日の=0,1,-1,-1,0,1|~旧=0,1,0,0,0,0|~早=0,-1,0,0,1,0|~时=1,-2,1,2,-2,0|~时间=0,-1,1,1,0,0|
~明=0,-1,-1,0,1,1|~昨=-1,0,0,0,-1,2|~昨日=0,0,0,0,0,1|~是=2,-2,0,-2,-1,4|~是0=1,-1,0,0,0,1|~是我=0,0,-1,0,0,0|
~是我们=0,0,-1,0,0,0|~時=1,0,0,-1,0,0|~時ま=0,0,0,0,0,-1|~時まで=0,0,0,0,0,-1|~時間=1,0,0,0,0,0|~晚=0,-1,0,1,1,-1|
~晚上=0,0,0,1,0,0|~曜=0,-1,-1,-1,0,3|~曜に=-1,0,-1,0,0,2|~書=-1,0,0,0,0,0|~替=0,0,0,1,1,-1|~最=0,-1,2,0,0,0|
~月=0,-2,-2,0,0,4|~月0=-1,0,0,0,0,1|~月0日=0,0,0,0,0,1|~有=1,0,0,2,-3,0|~服=0,-1,0,1,1,0|~朝=0,1,0,-1,-1,1|~期=-1,0,1,0,0,0|
~木=0,0,0,1,-1,-1|~未=-1,1,0,0,0,0|~本=0,1,1,-1,1,-1|~机=0,0,0,1,-1,0|~条=0,2,0,0,-1,-1|~来=-3,0,0,1,4,-2|
~松=-1,0,1,0,-1,0|~板=1,1,-1,-1,-1,0|~枚=0,1,-1,0,0,0|~样=0,0,0,0,1,0|~根=0,0,1,0,0,0|~楼=0,0,0,-1,0,1|~様=-1,0,0,2,-1,0|
~様の=-1,0,0,0,0,2|~機=0,0,0,0,-1,0|~次=-1,1,0,0,1,-1|~款=3,0,-1,-1,-2,0|~止=0,1,0,0,0,0|~段=0,0,1,0,-1,0|~気=0,0,-1,1,1,0|
~水=-1,-1,1,2,0,-1|~没=0,0,1,1,-1,-1|~泡=1,-1,0,-1,0,0|~注=-2,1,1,-1,0,0|~注文=-1,1,0,0,0,0|~洗=0,-1,0,2,0,0|
~消=0,-1,0,0,1,0|~清=0,0,0,0,-1,1|~温=1,-1,0,0,0,0|~湯=0,0,1,0,0,0|~满=0,2,0,0,-1,-1|~火=0,0,0,0,0,1|~点=1,1,0,1,0,-3|
~無=1,0,-1,0,0,0|~無料$=0,0,0,0,1,0|~照=-1,2,0,0,-1,0|~照片=0,0,0,0,1,-1|~片=2,-1,0,-1,2,-2|~版=0,0,1,1,0,0|~物=0,0,0,0,0,1|
~现=1,0,0,0,0,0|~理=0,1,0,0,-1,0|~琴=0,0,0,1,-1,0|~瓶=0,1,0,0,0,0|~生=-1,0,-1,2,0,0|~用=-1,-2,1,5,-1,-2|~电=-1,0,1,-1,-1,1|
~电话=-1,0,0,0,-1,2|~留=0,0,0,0,0,1|~番=-1,1,0,0,-1,1|~番号=0,0,0,0,-1,1|~登=0,0,1,0,0,0|~白=2,-1,0,0,-1,0|~的=1,3,-3,2,-6,3|
~的是=1,0,0,0,-1,1|~的话=0,1,0,0,-1,0|~盒=0,-1,0,0,1,-1|~盖=0,0,0,1,0,-1|~目=0,0,0,0,-1,1|~直=-1,2,0,-1,1,-2|
~直し=-1,2,-1,-1,2,-1|~直して=0,0,0,0,1,0|~直接=-1,0,1,1,0,-1|~看=0,1,-1,0,0,0|~真=1,1,-1,0,0,0|~眼=-1,2,0,0,-1,0|
~着=-1,0,-1,1,0,0|~码=-1,0,2,0,0,-1|~確=0,0,1,0,0,0|~票=-1,1,0,1,-1,0|~秒=-1,0,1,0,0,0|~程=0,-1,2,0,0,-1|~空=-1,0,2,0,0,0|
~立=1,0,0,0,0,0|~第=1,0,0,0,0,-1|~等=0,-1,0,-1,1,0|~签=0,2,0,0,-2,0|~签收=0,1,0,0,-1,0|~算=-1,2,0,0,0,-1|~箱=-2,1,1,0,-2,1|
~米=0,0,0,1,0,-1|~紙=-1,-1,-1,0,1,1|~結=-1,-1,0,0,2,0|~红=1,0,0,0,0,0|~约=0,-1,1,0,0,0|~线=0,0,1,0,0,-1|~经=-1,0,0,0,-1,2|
~给=-1,2,-1,-1,3,-1|~给你=0,-1,-1,-1,3,0|~给您=0,-1,0,0,1,-1|~置=0,0,1,0,0,-1|~老=1,0,0,0,0,0|~耳=2,0,0,-1,0,0|
~背=2,0,0,-1,0,0|~能=-1,-1,0,2,-1,0|~自=0,1,0,1,0,-1|~自己=0,0,1,0,1,-1|~色=-1,0,0,0,-1,1|~花=1,0,0,-1,-2,2|
~茶=0,0,0,-1,1,0|~行=-1,1,-1,2,0,-1|~补=0,2,0,0,0,-1|~袋=-1,-1,3,0,0,-1|~装=1,1,0,0,-1,-2|~裏=1,0,-1,0,1,0|
~要=0,1,-1,0,1,0|~見=0,0,1,0,-1,1|~証=0,1,0,0,0,0|~話=0,0,0,1,0,1|~订=0,0,-1,-1,0,1|~订单=0,0,-1,0,1,0|~让=0,1,0,0,0,-1|
~记=0,0,1,0,0,0|~话=-1,1,0,0,-1,2|~说=-2,0,0,0,2,0|~请=-1,-1,0,0,2,0|~课=0,0,0,0,1,0|~调=1,0,0,0,0,0|~買=-1,0,0,0,0,0|
~账=-1,0,0,0,-1,2|~货=-1,0,0,1,0,0|~费=0,1,0,1,0,-1|~赔=-1,2,0,0,0,0|~走=-1,0,0,0,-1,2|~起=-1,1,0,1,0,0|~起来=-1,0,0,0,0,0|
~越=1,0,-1,-1,0,1|~足=0,0,1,0,0,0|~跟=0,0,0,0,2,-1|~路=-1,0,0,0,1,0|~身=0,0,-1,1,-1,0|~車=2,0,0,-1,-1,0|~车=0,0,0,0,0,1|
~转=0,1,0,0,0,0|~込=0,0,0,0,0,1|~込み=0,0,0,0,0,1|~过=-1,-1,0,2,2,-2|~过去=0,0,0,0,2,-2|~运=0,1,0,0,0,0|~运费=0,1,0,0,0,0|
~返=-1,2,0,-1,0,0|~还=0,-1,-1,0,-1,2|~这=5,-3,-3,-1,2,0|~这款=3,-1,-1,0,-1,0|~进=-1,0,1,1,0,-1|~退=0,2,-1,0,-2,1|
~送=-1,3,0,-1,1,-1|~送り=0,1,-1,0,1,-1|~送料=0,1,0,-1,0,0|~选=0,0,2,0,0,0|~递=1,0,0,-1,0,0|~達=0,1,0,0,-1,1|~選=0,0,1,-1,0,1|
~那=0,-2,-1,0,1,2|~部=0,0,1,0,0,0|~都=1,1,-1,-1,0,-1|~都是=1,0,0,-1,0,0|~配=2,1,0,-1,-1,1|~里=-2,0,2,-1,1,0|
~重=0,0,0,-1,0,1|~量=1,-1,0,0,-1,0|~金=0,1,0,-1,-1,0|~针=1,-1,0,0,0,-1|~钟=-1,-1,1,0,0,1|~钱=0,1,0,0,0,0|~键=1,0,0,0,0,0|
~長=-1,-1,1,0,1,0|~长=-1,0,1,0,0,-1|~開=0,1,1,0,-1,0|~間=1,0,0,0,0,-1|~门=0,1,1,0,0,-2|~问=-1,0,0,1,0,-1|~间=-1,-1,1,0,0,0|
~防=-1,0,0,1,0,0|~降=0,1,0,0,0,0|~限=0,0,-1,0,0,0|~電=0,0,1,-1,0,1|~電話=0,0,0,0,0,1|~面=2,-2,3,-1,0,-2|~音=-1,0,0,1,0,0|
~頂=0,0,1,0,0,0|~頂戴=0,0,1,0,0,0|~頂戴し=0,0,1,0,0,0|~願=-1,0,0,0,0,0|~願い=-1,0,0,0,0,0|~顺=0,-1,0,1,0,0|~额=-1,1,0,0,-1,1|
~香=2,0,-1,0,-1,0|~验=-1,0,0,0,0,0|~高=0,-1,0,0,0,1|
`),
  vectors: null,
};
