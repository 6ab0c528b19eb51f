import { asksOf, } from '#core/conversations/asks.ts';
import { isCourtesy } from '#core/conversations/courtesy.ts';
import { detectLanguage } from '#core/conversations/detect-language.ts';
import { bareSubjectOf } from '#core/conversations/fold-messages.ts';
import { newTextOf } from '#core/conversations/new-text.ts';
import { sentencesOf } from '#core/conversations/sentences.ts';
import { orderNumbersIn,asksOrderStatus } from '#core/drafting/order-evidence.ts';
import { keptShareOf } from '#core/learning/kept-share.ts';
import { lessonsOf } from '#core/learning/lessons-of.ts';
import { stemOf } from '#core/retrieval/stem.ts';
import { askedTerms } from '#core/retrieval/terms.ts';
import { readFileSync } from 'node:fs';
const src = readFileSync('test/core/conversations/long-texts.test.ts','utf8');
const a = src.indexOf('const size'); const b = src.indexOf('test.each');
const js = src.slice(a,b).replace(/: readonly \(readonly[^=]*=/,' =').replace('(piece: string): string','(piece)');
const hostile = new Function(js+'; return hostile;')() as [string,string][];
const fns: Record<string,(t:string)=>unknown> = { asksOf, isCourtesy, detectLanguage, bareSubjectOf, newTextOf, sentencesOf, orderNumbersIn, asksOrderStatus, kept: t=>keptShareOf(t,t), lessons: (t)=>lessonsOf({ text:t, draft: null, asked: ['Why?'], customerName: 'Ann', greetings: ['Hello {name},'], closings: ['Bye'] }), stemOf, askedTerms };
const only = process.argv[2];
for (const [n,t] of hostile) for (const [f,fn] of Object.entries(fns)) { if (only && f!==only) continue; const s=performance.now(); if (process.env.V) console.log(n,f); try { fn(t);} catch(e) { console.log('THROW',n,f,String(e).slice(0,80)); } const ms=performance.now()-s; if (ms>300) console.log(n,'|',f,Math.round(ms)); }
