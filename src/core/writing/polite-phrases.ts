/** Courtesies that say nothing else, whole: nobody can put words of their own into them. */
const polite: readonly RegExp[] = [
  /^(?:(?:many )?thanks|thank you)(?: (?:very|so) much| a lot| again)?(?: for (?:your|the) (?:message|question|questions|inquiry|enquiry|e-?mail|mail|order|interest|patience|understanding|note|reply|feedback)| for (?:reaching out|getting in touch|contacting us|writing(?: to us)?|asking|letting us know|your interest in our (?:shop|store|products)))?(?: (?:to us|about this|and your patience))?$/i,
  /^(?:i am|i['’]m|we are|we['’]re|we['’]d be|i['’]d be|we would be|i would be)? ?(?:very |so |really )?(?:sorry|happy to help|glad to help|here to help|pleased to help)(?: (?:for|about) (?:the|any|this) (?:inconvenience|trouble|delay|confusion))?(?: you(?: with that| further)?)?$/i,
  /^(?:we|i)? ?(?:sincerely )?apologi[sz]e(?: for (?:the|any) (?:inconvenience|trouble|delay|confusion))?$/i,
  /^(?:if|should) you have (?:any )?(?:other|further|more|additional)? ?questions?$/i,
  /^(?:please )?(?:feel free|do not hesitate|don['’]t hesitate) to (?:ask|contact us|reach out(?: to us)?|write(?: to us)?|let us know|get in touch)(?: (?:again|any ?time|if you have (?:any )?(?:other |further |more )?questions))?$/i,
  /^(?:just |please )?let (?:us|me) know(?: if (?:you have (?:any )?(?:other |further |more )?questions|(?:there is|there['’]s) anything else(?: we can (?:do|help with))?|we can help(?: (?:further|with anything else))?))?$/i,
  /^(?:we|i) hope (?:this|that) (?:helps|answers your questions?|is helpful)$/i,
  /^(?:yes|no|of course|certainly|sure|unfortunately|great|gladly|absolutely|indeed|good news|with pleasure|no problem|please note(?: that)?|for your information|we understand|i understand|great question|good question|to answer your question|regarding your question|as for your question|in short|don['’]t worry|no worries|we look forward to (?:hearing from you|helping you)|we are here for you|that['’]s a (?:good|great) question)$/i,
  /^(?:非常|十分|真的)?(?:感谢|谢谢|多谢)(?:您|你)?的?(?:来信|咨询|耐心等待|耐心|理解|询问|提问|关注|支持|订购|订单|联系|留言)?$/u,
  /^(?:您好|你好|好的|是的|可以的?|当然(?:可以)?|没问题|抱歉|很抱歉|非常抱歉|不好意思|请注意|温馨提示|请放心|很高兴为您(?:服务|解答)|关于您(?:的问题|咨询的问题))$/u,
  /^(?:如果|如)?(?:您)?(?:还)?(?:有|需要)(?:其他|任何|更多|别的)*(?:问题|疑问|帮助|需要)$|^(?:欢迎|请)?(?:随时)(?:联系我们|告诉我们|咨询|与我们联系|告知)$|^希望(?:能|可以)?(?:对您有(?:所)?帮助|帮到您)$/u,
  /^(?:この度は|いつも)?(?:お問い合わせ|ご連絡|ご質問|ご注文|ご利用|ご理解|お待ち)?(?:いただき|頂き|を)?(?:誠に|まことに)?ありがとうございます$/u,
  /^(?:はい|いいえ|もちろん(?:です)?|承知(?:いた|致)しました|かしこまりました|ご安心ください|恐れ入りますが|恐れ入ります|申し訳(?:ござい|あり)ません(?:が)?|お手数をおかけ(?:し|いたし)(?:ます|ますが)|誠に|大変)$/u,
  /^(?:その他|他に|ほかに)?(?:ご不明な点|ご不明点|ご質問|ご不明な点など)(?:が|など)?(?:ござい|あり)?(?:ましたら)?$|^(?:お気軽に|いつでも|どうぞ)*(?:お問い合わせ|ご連絡|お知らせ)ください(?:ませ)?$|^よろしくお願い(?:いた|致)?します$/u,
];

/** Whether a clause or sentence is a courtesy and nothing else. */
export function isPolitePhrase(text: string): boolean {
  const bare = text.replace(/^[\s,，、]+|[\s,.!?;:。！？、，~～]+$/gu, '');
  return bare === '' || polite.some((pattern) => pattern.test(bare));
}
