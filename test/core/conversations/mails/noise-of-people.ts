import type { MailText } from './mail-text.ts';

/** What people send to every shop, or to each other: pitches, frauds, talk of others. */
export const noiseOfPeople: readonly MailText[] = [
  {
    name: 'a pitch for search rankings',
    subject: 'Your website on page one of Google',
    text: `Hi,

I was looking at your website and noticed that it does not rank for its main keywords. We are a digital marketing agency and can bring you to the first page of Google within 90 days. We offer on-page SEO, quality backlinks and content writing.

May I send you a free audit and our price list?

Regards
Amit`,
  },
  {
    name: 'a pitch for a new website',
    subject: 'Redesign',
    text: `Hello business owner,

We are a team of 40 web developers and designers. We can redesign your website, make it mobile friendly and increase your sales. Our packages start at $299.

Would you be interested? Please share your phone number and the best time to call you.`,
  },
  {
    name: 'a manufacturer’s pitch',
    subject: 'LED strip factory, best price',
    text: `Dear Sir/Madam,

Glad to know you are in the market of lamps. We are a professional manufacturer of LED strips in Shenzhen with 15 years of experience. Our products have CE and RoHS certificates. MOQ is 100 pcs, free samples are available.

If you are interested, please contact us for our catalogue and FOB prices. We look forward to establishing a long-term business relationship.

Lily, Sales Manager`,
  },
  {
    name: 'a pitch for a guest post',
    subject: 'Guest post on your blog',
    text: `Hey there,

I came across your blog and really enjoyed it. I'm a freelance writer and would love to contribute a guest post with a do-follow link to our client's site. What do you charge for a sponsored article?

Cheers, Ella`,
  },
  {
    name: 'a pitch for software',
    subject: 'quick question',
    text: `Hi Marta,

Most shop owners I talk to lose 30% of their carts. Our platform recovers them with AI-powered SMS, and brands like yours see a 9x ROI in the first month.

Worth a 15-minute call next week? Here is my calendar: https://cal.example/ben

Ben | Account Executive
P.S. If you're not the right person, could you point me to whoever is in charge of marketing?`,
  },
  {
    name: 'the second mail of a pitch',
    subject: 'Re: quick question',
    text: `Hi Marta, just following up on my last email. Did you have a chance to look at our proposal? I'd love to show you a short demo of how we help e-commerce brands grow their revenue.`,
  },
  {
    name: 'a loan',
    subject: 'Business funding approved',
    text: `Your business has been pre-approved for up to $250,000 in working capital. No collateral, bad credit OK, funds in 24 hours. Reply with your phone number and monthly turnover to claim your funding. This offer expires Friday.`,
  },
  {
    name: 'an advance fee',
    subject: 'CONFIDENTIAL BUSINESS PROPOSAL',
    text: `Dear Friend,

I am the personal attorney of a late client who died without a next of kin and left the sum of US$ 14.5 million in a bank here. I seek your consent to present you as the beneficiary so that the funds can be transferred to your account. You will be entitled to 40% of the total sum. This transaction is 100% risk free. Please reply with your full name, telephone number and bank details. Treat this with utmost confidentiality.

Yours faithfully, Barrister J. Cole`,
  },
  {
    name: 'a fraud with an account',
    subject: 'Your account has been limited',
    text: `Dear valued customer,

We noticed unusual activity in your account and have temporarily suspended it. To restore your access, please verify your information within 24 hours by clicking the link below. Failure to do so will result in permanent suspension.

http://secure-login.verify.example/account

Thank you, Security Team`,
  },
  {
    name: 'a fraud with a parcel',
    subject: 'Your package is on hold',
    text: `Your package could not be delivered because of unpaid customs fees (1.99 EUR). Click here to pay and reschedule your delivery: http://track-fee.example/x1. Your parcel will be returned to the sender after 48 hours.`,
  },
  {
    name: 'a lottery',
    subject: 'CONGRATULATIONS!!! YOU WON',
    text: `Your email address was selected as the lucky winner of 850,000.00 EUR in our international lottery promotion. To claim your prize contact our claims agent with your ticket number and bank details.`,
  },
  {
    name: 'pills',
    subject: 'Feel 20 again',
    text: `<html><body bgcolor="#ffffff"><center><font size="5" color="red">Lose up to 30 pounds in 30 days GUARANTEED!</font><br>
As seen on TV! 100% natural, no prescription needed. <a href="http://pills.example/o">CLICK HERE TO ORDER NOW</a><br>
<font size="1">To be removed from our mailing list <a href="http://pills.example/r">click here</a></font></center></body></html>`,
  },
  {
    name: 'an investment',
    subject: 'He made $4,000 in one week',
    text: `Make money from home with our proven bitcoin trading robot. No experience needed! Turn $250 into $4,000 in seven days. Only 20 places left, act now: http://coin.example/join. Financial freedom is one click away.`,
  },
  {
    name: 'a forwarded joke',
    subject: 'Fwd: Fwd: Fwd: too funny',
    text: `LOL, had to share this

> > > A man walks into a lamp shop. The owner says:
> > > "Looking for something bright?"
> > > The man says: "Yes, but I brought my wife anyway."
> >
> > Hahaha
>
> Good one. Send it on to ten friends!`,
  },
  {
    name: 'talk between two others',
    subject: 'Re: The meaning of it all',
    text: `On Tue, 3 Mar 2026, J. Stone wrote:

> It is plain that the market will sort this out by itself,
> as it always has.

It has never done that. Look at the railways.

> The state should stay out of it.

Then who pays for the bridges? You can't have it both ways.

> Just my two cents.

Worth every one of them.

jm`,
  },
  {
    name: 'a signed reply to a list',
    subject: 'Re: kernel panic with new driver',
    text: `-----BEGIN PGP SIGNED MESSAGE-----
Hash: SHA1

Lars Berg <lars@unix.example> writes:

> the module loads but the card is not found

Try booting with acpi=off. If that helps, file a bug.

-----BEGIN PGP SIGNATURE-----
iD8DBQE9ZQZn9Zx
-----END PGP SIGNATURE-----`,
  },
  {
    name: 'a list of addresses for sale',
    subject: 'Verified email lists',
    text: `Hi, would you be interested in acquiring an email list of Lighting Retailers, Interior Designers and Architects? We provide verified contacts with name, company, phone number and email for your marketing campaigns. Let me know your target industry and geography and I will get back with counts and pricing.`,
  },
  {
    name: 'a recruiter',
    subject: 'Top candidates for your team',
    text: `Good morning, we are a recruitment agency specialised in e-commerce. I have three outstanding candidates available immediately who would be a great fit for your company. Would you have ten minutes this week for a call? Our fees are success-based.`,
  },
  {
    name: 'a trade fair',
    subject: 'Invitation to exhibit: LightExpo 2026',
    text: `Dear exhibitor,

We cordially invite your company to exhibit at LightExpo 2026, the leading trade fair for lighting with more than 900 exhibitors and 40,000 visitors. Early-bird booth prices are available until 31 March: a standard booth of 9 sqm is 3,200 EUR. Book your stand now.`,
  },
  {
    name: 'a directory’s invoice',
    subject: 'Renewal of your entry',
    text: `NOTICE: your domain listing is about to expire. Act immediately to renew your registration in the European Business Register. Amount due: EUR 89.00. Failure to complete this may result in the cancellation of your listing. Secure online payment: http://register.example/pay`,
  },
  {
    name: 'an address to every supporter',
    subject: 'We need 2,000 signatures by midnight',
    text: `Friends,

The council votes on the park tomorrow. Nine thousand of you have already signed, and we are so close. Sign the petition, chip in $5, and forward this to everyone you know: https://park.example/sign

Paid for by Friends of the Park. If you'd rather not hear from us, unsubscribe.`,
  },
  {
    name: 'an article sent on',
    subject: 'FYI',
    text: `Interesting piece, see below.

https://paper.example/2026/03/economy

The economy grew by 0.4 per cent in the last quarter, the statistics office said on Tuesday. Exports rose while household spending fell. Analysts had expected a smaller rise. The minister said the figures showed that the plan was working, which the opposition denied. Unemployment stood at 5.1 per cent, little changed from a year ago. The central bank is expected to leave rates where they are when it meets next month, although two of its members have spoken in favour of a cut. The currency was steady against the dollar.`,
  },
];
