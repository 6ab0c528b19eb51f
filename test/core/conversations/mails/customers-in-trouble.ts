import type { MailText } from './mail-text.ts';

/** Customers who speak of a machine's mail, or of the goods alone, because something is wrong. */
export const customersInTrouble: readonly MailText[] = [
  {
    name: 'a complaint about an automatic reply',
    subject: 'Out of office reply from your shop',
    text: `Hello, I got an automatic reply from you last week saying a colleague would get back to me. Nobody did. My kettle leaks.`,
  },
  {
    name: 'a login code that is refused',
    subject: 'Login code',
    text: `The verification code is 483920 you say but the page says wrong code. I cannot log in.`,
  },
  {
    name: 'an app that lets nobody in',
    subject: 'login',
    text: `Your mail says my security code is 220194 but the app will not let me log in.`,
  },
  {
    name: 'a complaint that quotes the mark of a ticket system',
    subject: 'RE: your ticket',
    text: `Your request has been received, you wrote. That was ten days ago. Type your reply above this line, it said. So here it is: the lid is cracked.`,
  },
  {
    name: 'a parcel lost since a ticket was received',
    subject: 'Lost',
    text: `Ticket 4411 was received, said the mail three weeks ago. Nothing has happened. The tent pole snapped on the first night.`,
  },
  {
    name: 'a long complaint that never says "I"',
    subject: 'Broken lid',
    text: `The lid of the enamel kettle is chipped. The handle is loose. The spout drips. ${'The base is scratched and the whistle is silent. '.repeat(11)}`,
  },
  {
    name: 'a code that does not come, in Chinese',
    subject: '订单',
    text: `订单里的验证码是 4839 一直收不到，请问怎么办`,
  },
  {
    name: 'a complaint about automatic replies, in Chinese',
    subject: '关于自动回复',
    text: `每次都是自动回复，从来没人理我，水壶坏了半个月了，盖子也裂了。`,
  },
  {
    name: 'a long complaint without a person, in Chinese',
    subject: '水壶',
    text: `水壶底部漏水。壶盖裂了。${'手柄松动，喷嘴滴水，外壳有划痕，开关失灵。'.repeat(30)}`,
  },
  {
    name: 'a login code that is refused, in Japanese',
    subject: '認証',
    text: `認証コードは482913と届くのに、入力してもログインできません。`,
  },
  {
    name: 'a complaint about an automatic reply, in Japanese',
    subject: '返信',
    text: `自動返信されてから二週間、連絡がありません。ポットの蓋が割れています。`,
  },
  {
    name: 'a long complaint without a person, in Japanese',
    subject: 'ポット',
    text: `蓋が割れています。${'取っ手がぐらつきます。本体に傷があります。底から水が漏れています。'.repeat(20)}`,
  },
];

/** Machines and news that speak of trouble nobody has told a shop. */
export const noiseAboutTrouble: readonly MailText[] = [
  {
    name: 'a login code with help for those it does not reach',
    subject: 'Your code',
    text: `Your verification code is 482911. If you cannot log in or the code does not work, request a new one.`,
  },
  {
    name: 'a ticket system that asks for a photo of what is broken',
    subject: 'We have your message',
    text: `Your request has been received. Please do not reply to this email. If your item arrived broken, please attach a photo.`,
  },
  {
    name: 'an absence of somebody who cannot log in',
    subject: 'Out of office',
    text: `I am on leave and will return on 4 May. I cannot log in to my mail until then.`,
  },
  {
    name: 'a bug of a tracker',
    subject: '[Bug 1234] kettle applet',
    text: `The applet is broken since yesterday and does not work on the new release. It was working before.`,
  },
  {
    name: 'news of damage',
    subject: 'Earthquake',
    text: `The quake struck at dawn on Tuesday. Several houses were damaged and one bridge was cracked. ${'Officials said that the river had risen by a metre and that roads to the north had reopened by noon. '.repeat(8)}`,
  },
  {
    name: 'a login code in Chinese with help',
    subject: '验证码',
    text: `您的验证码是482911，如收不到短信请重新获取，请勿泄露给他人。`,
  },
];
