import type { MailText } from './mail-text.ts';

/** Real matters of customers that look like bulk, machines, pitches or talk of others. */
export const customersInEnglish: readonly MailText[] = [
  {
    name: 'a question above a forwarded confirmation',
    subject: 'Fwd: Order confirmation 100-2231',
    text: `Hi, I ordered this two weeks ago and nothing has come. Where is it?

---------- Forwarded message ---------
From: North Lamps <shop@north.example>
Date: Tue, 3 Mar 2026 at 10:00
Subject: Order confirmation 100-2231
To: <ann@mail.example>

Thank you for your order! 1 x Fjord desk lamp 89.00. This is an automated message, please do not reply.`,
  },
  {
    name: 'a question below a pasted confirmation',
    subject: 'My order',
    text: `Thank you for your order! We will let you know as soon as your items are on their way.
Order number: 100-2231
1 x Fjord desk lamp   89.00
Shipping               4.90
Total                 93.90

I got the above mail from you on 3 March but the lamp still hasn't arrived. Can you check please?`,
  },
  {
    name: 'a reply to the shop’s own mail in a thread nobody knows',
    subject: 'Re: Your order has shipped',
    text: `The tracking link does not work, it says unknown number. Can you send me the right one?

On Tue, 3 Mar 2026 at 10:00, North Lamps <shop@north.example> wrote:
> Your order has shipped! Track it here: https://track.example/1Z
> You are receiving this email because you placed an order. Unsubscribe`,
  },
  {
    name: 'answers between the lines of the shop’s mail',
    subject: 'Re: Your return',
    text: `On Tue, 3 Mar 2026, North Lamps wrote:
> Which item would you like to return?

The desk lamp, the shade is cracked.

> Do you want a refund or a replacement?

A refund please. How long will it take?`,
  },
  {
    name: 'a newsletter’s code that does not work',
    subject: 'Fwd: Spring sale: 20% off everything',
    text: `Hello, the code SPRING20 from your newsletter is refused at the checkout. What am I doing wrong?

Begin forwarded message:

From: North Lamps <news@north.example>
Subject: Spring sale: 20% off everything
Date: 1 March 2026

SHOP NOW: https://north.example/sale
Offer ends Sunday. Unsubscribe here.`,
  },
  {
    name: 'leaving the newsletter',
    subject: 'Newsletter',
    text: `How do I unsubscribe from your newsletter? I clicked the link three times and still get it.`,
  },
  {
    name: 'a demand to be left in peace',
    subject: 'unsubscribe',
    text: `Please remove me from your mailing list. I have asked twice now.`,
  },
  {
    name: 'a notice not to reply, quoted in a complaint',
    subject: 'No answer',
    text: `I wrote to you on Monday and all I got was "This is an automated message, do not reply to this email". I want to talk to a person. My lamp came with a broken switch and I need a replacement before Friday.`,
  },
  {
    name: 'a company’s wish to buy',
    subject: 'Wholesale enquiry',
    text: `Dear Sir/Madam,

We are a hotel in Bergen and are interested in 60 of your Fjord desk lamps. What is your best price for that quantity, and what is the minimum order for wholesale? We would also need CE certificates.

Looking forward to your offer.

Kind regards
Ingrid Dahl
Purchasing Manager
Hotel Havn AS | www.havn.example | +47 22 22 22 22`,
  },
  {
    name: 'an app’s log',
    subject: 'Smart bulb will not pair',
    text: `My Aurora bulb won't pair with the app since the update. This is what the app shows:

2026-03-03 20:10:11 INFO  scanning
2026-03-03 20:10:41 ERROR pairing failed: timeout (code 408)
2026-03-03 20:10:42 INFO  retry 1
2026-03-03 20:11:12 ERROR pairing failed: timeout (code 408)

I have tried resetting it twice. What else can I do?`,
  },
  {
    name: 'a stack trace of the shop’s own checkout',
    subject: 'Checkout error',
    text: `When I press pay I get this:

TypeError: Cannot read properties of undefined (reading 'total')
    at Cart.render (https://north.example/assets/app.js:1:20331)
    at div
    at Checkout

Has my card been charged?`,
  },
  {
    name: 'a long story',
    subject: 'Very disappointed',
    text: `I have been a customer of yours for almost ten years and have never had to write a mail like this. In January I ordered two Fjord lamps for my daughter's new flat. The first parcel went to a neighbour who was on holiday, which nobody told me, and I spent a whole Saturday going round the house. When it finally turned up one of the lamps had a deep scratch down the side of the base, and the other one flickered.

I called, and a very friendly lady promised that a replacement would be sent within three days. That was five weeks ago. Since then I have written three times through the form on your website and each time there was only a message that someone would get back to me. Nobody did.

My daughter has moved in by now and sits in the dark, so to speak. I do not want a voucher and I do not want another promise. I would like both lamps collected and my money returned to the card I paid with, and I would like to know by when.

Margaret Ellis`,
  },
  {
    name: 'a threat of the law',
    subject: 'Final notice before action',
    text: `Dear Sirs,

Order 100-2231, paid in full on 3 February, has not been delivered. Under the Consumer Rights Act 2015 I am entitled to a full refund. Unless I receive EUR 93.90 within 14 days I will start proceedings without further notice.

Yours faithfully
D. Marsh`,
  },
  {
    name: 'a signature full of links',
    subject: 'Invoice',
    text: `Hello, could you send us the invoice for order 100-2231 with our VAT number NO999888777?

Best
Karl Berg
Head of Marketing, Berg Digital Marketing Agency
SEO | Web Design | Content
https://berg.example | https://social.example/berg | https://video.example/berg
Book a call: https://cal.example/berg
Please consider the environment before printing. This email and any attachments are confidential and intended solely for the addressee.`,
  },
  {
    name: 'links to what is wanted',
    subject: 'Which one fits?',
    text: `I can't decide between these:
https://north.example/p/fjord-desk
https://north.example/p/fjord-floor
https://north.example/p/skagen
https://north.example/p/aurora
Which of them can be dimmed with a wall switch?`,
  },
  {
    name: 'a list of what is wanted',
    subject: 'Order by mail',
    text: `Please send me the following, I could not get your website to work:

2 x Fjord desk lamp, black   89.00
1 x Skagen pendant           129.00
4 x E14 bulb, warm            6.50

Can I pay by invoice?`,
  },
  {
    name: 'a suspected fraud in the shop’s name',
    subject: 'Is this from you?',
    text: `I got this text, is it really from you or is it a scam?

"Your package could not be delivered because of unpaid customs fees (1.99 EUR). Click here to pay: http://track-fee.example/x1"

I am waiting for an order from you, so I am not sure.`,
  },
  {
    name: 'a code that does not come',
    subject: 'Login',
    text: `I never receive the verification code when I try to log in. I checked the spam folder. My account is under ann@mail.example.`,
  },
  {
    name: 'an account that was closed',
    subject: 'Account suspended?',
    text: `Dear North team, when I try to log in it says "your account has been suspended". Why? I have two open orders. Please restore my access.`,
  },
  {
    name: 'a courier’s mail and a question',
    subject: 'FW: Delivery Status Notification',
    text: `See below. The courier says the address is wrong, but it is the one I gave you. Please contact them and tell me what happens next.

-----Original Message-----
From: Quick Courier <noreply@courier.example>
Sent: 3 March 2026
To: Ann
Subject: Delivery Status Notification

Your parcel could not be delivered. Please do not reply to this email.`,
  },
  { name: 'a short question to anyone', subject: '', text: `Hi, does anyone know if the Fjord lamp takes LED bulbs?` },
  {
    name: 'an absence of the customer',
    subject: 'Delivery next week',
    text: `I will be out of the office next week and on holiday until 16 March. Can you deliver order 100-2231 after that, or leave it with my neighbour?`,
  },
  {
    name: 'a customer who makes films',
    subject: 'Collaboration?',
    text: `Hi! I'm a small creator and bought your Aurora bulbs last year, love them. Do you have an affiliate programme, and how do I join it?`,
  },
  {
    name: 'a student’s question',
    subject: 'Question about a product for a school project',
    text: `Hello, I'm 15 and writing a school project about energy. How many lumens does the Aurora bulb have, and how long does it last? It would be great if you could answer by Friday.`,
  },
  {
    name: 'a question in capitals',
    subject: 'URGENT!!!',
    text: `WHERE IS MY ORDER??? I PAID $89 ON MONDAY AND NOBODY ANSWERS THE PHONE!!! I WANT MY MONEY BACK!!!`,
  },
  {
    name: 'a chat pasted whole',
    subject: 'Chat transcript',
    text: `Agent: Hello, how can I help you?
Me: The lamp flickers.
Agent: Please try another bulb.
Me: I did.
Agent: I will escalate this and you will get an email within 24 hours.

That was a week ago. Could you please tell me what is going on with my case?`,
  },
  {
    name: 'a form of the shop’s own',
    subject: 'New submission: Contact form',
    text: `Name: Ann Lee
Email: ann@mail.example
Order number: 100-2231
Topic: Returns
Message: I would like to return the pendant, it is too big for the room. Who pays for the postage?`,
  },
  {
    name: 'a measured room',
    subject: 'Lamp for a workshop',
    text: `Hello,

we have a workshop of 12 x 7 metres, ceiling 3.2 m, with two windows to the north. There are four benches, each 2 m long, and we work with small parts. At present there are six tubes of 36 W which hum. I have read your guide on lumens (https://north.example/guide) but am none the wiser. How many of the Skagen pendants would we need, and at what height should they hang? Is there a version with a cooler light? We would put up the cables ourselves; is there anything that we must know for that?

Thank you for your patience with a layman.

R. Okafor`,
  },
  {
    name: 'a bulk order for gifts',
    subject: 'Corporate gifts',
    text: `We'd like to order 250 desk lamps as gifts for our employees. Do you offer engraving and a discount? Could you send a quote by Thursday?`,
  },
  {
    name: 'a data request',
    subject: 'Data subject access request',
    text: `Under Article 15 GDPR I request a copy of all personal data you hold about me, including my order history, marketing preferences and any third parties with whom you shared them. I also ask you to delete my account afterwards.`,
  },
  {
    name: 'a supplier’s delivery asked about by a customer of that name',
    subject: 'Missing screws',
    text: `Dear customer service,

the package was missing the bag of screws that page 3 of the manual shows (part no. 4411-B). Could you please send them? I've attached a photo of the box and the label.

Thanks for your help
Tom`,
  },
  {
    name: 'a reply sent from a telephone under a long quote',
    subject: 'Re: Re: Refund',
    text: `Still no money. Please check again.

Sent from my iPhone

> On 3 Mar 2026, at 10:00, North Lamps <shop@north.example> wrote:
>
> Dear Ann, your refund of 93.90 was issued on 26 February.
>> On 1 Mar 2026, at 18:20, Ann <ann@mail.example> wrote:
>> Where is my refund?`,
  },
];
