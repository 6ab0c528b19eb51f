import type { HonestShop } from './honest-pair.ts';

export const englishBlindMore: readonly HonestShop[] = [
  {
    trade: 'bikes',
    language: 'en',
    half: 'blind',
    names: ['Veld gravel bike', 'Dynamo city bike', 'Pannier 20', 'Tarn e-bike'],
    order: {
      number: 'WB-7730',
      status: 'delivered',
      carrier: 'Northhaul',
      trackingNumber: 'NH55210337',
      promisedAt: Date.parse('2027-04-22T12:00:00Z'),
      amount: { value: 86.5, currency: 'GBP' },
      items: [{ title: 'Pannier 20', quantity: 2, sku: 'P20' }],
    },
    passages: [
      [
        'How far does the Tarn go?',
        'The Tarn e-bike has a 500 Wh battery and goes 60 to 110 km on one charge. A full charge takes 4.5 hours. The battery can be removed.',
      ],
      [
        'Is my bike ready to ride?',
        'Bikes arrive 90% assembled. You fit the pedals and the handlebar; tools are included. The first service is free if you come within 3 months.',
      ],
      [
        'What does a service cost?',
        'A small service is £49, a large one £119 plus parts. Please book a week ahead. We do not service bikes with combustion engines.',
      ],
      [
        'Which size do I need?',
        'The Veld gravel bike comes in four sizes. Size M suits riders of 168 to 178 cm. You may test ride in the shop; bring an ID card.',
      ],
      [
        'Is there a frame guarantee?',
        'Frames are guaranteed for 10 years for the first owner. Racing use is excluded. The guarantee is not transferable.',
      ],
    ],
    replies: [
      [
        'How far can I get?',
        'Depending on hills and wind, between {60|n:90} and {110|n:150} {km|u:miles} before it needs recharging.',
      ],
      ['and charging', 'From empty to full takes {four and a half|n:eight} {hours|u:days}.'],
      [
        'I live in a flat, no plug in the cellar',
        'Not a problem: the battery of the {Tarn|p:Veld} {comes out|x:does not come out}, so you can take the {500|n:700} Wh pack upstairs.',
      ],
      [
        'Will I need a mechanic?',
        'Not at all. Your bike is {90 percent|n:70 percent} put together when it gets to you. Only the pedals and the handlebar are left, and the tools you need {are in the box|x:are not in the box}.',
      ],
      ['Is the first check really free?', 'It is, provided you drop by in the first {three|n:six} {months|u:weeks}.'],
      [
        'Price of a service please',
        'The small one is {£49|n:£69|c:€49}; for the large one we charge {£119|n:£149} and whatever parts it needs.',
      ],
      ['Can I come today?', 'I wish! We ask you to book {seven days|n:three days} in advance.'],
      ['I am 1.72 m tall', 'Then you are an {M|p:L}, which fits people between {168|n:158} and {178|n:188} cm.'],
      ['Can I try it?', 'By all means, come for a test ride. We just need you to {bring|x:leave at home} an ID card.'],
      [
        'I bought the frame second-hand',
        'I am afraid the guarantee {does not pass|x:passes} on to a second owner. It is {10|n:5} years for the first.',
      ],
      [
        'My frame broke in a race',
        'That must have been a shock. Racing is {not|x:also} covered by the frame guarantee, sorry.',
      ],
      [
        'Where are my panniers WB-7730?',
        'According to Northhaul your {Pannier 20|p:Veld gravel bike} bags {have been delivered|s:are on their way}. The tracking number is {NH55210337|n:NH55210373} in case you want to check.',
      ],
      ['How much was WB-7730 and how many did I get?', 'It was {£86.50|n:£68.50|c:€86.50} for {two|n:three} of them.'],
      ['Do you look after mopeds?', "No, sorry. Anything with a combustion engine {isn't|x:is} something we service."],
      [
        'What comes after the purchase?',
        'A first service on us within {3|n:9} months, and a guarantee of {ten|n:twenty} years on the frame as long as you do not race or sell it.',
      ],
    ],
  },
  {
    trade: 'books',
    language: 'en',
    half: 'blind',
    names: ['The Lantern Keeper', 'Salt and Rope', 'Quiet Machines'],
    order: {
      number: '80031',
      status: 'cancelled',
      amount: { value: 31.4, currency: 'USD' },
      items: [{ title: 'Salt and Rope', quantity: 1, sku: 'SR' }],
    },
    passages: [
      [
        'When does The Lantern Keeper come out?',
        'The Lantern Keeper is published on 14 October. Preorders are charged when we ship them and arrive on the day of publication.',
      ],
      [
        'Do you buy used books?',
        'We buy used books in good condition and pay in store credit, usually 30% of the cover price. We do not take encyclopedias or schoolbooks.',
      ],
      [
        'How do I read an e-book?',
        'E-books come as EPUB and work on up to 6 devices. Once downloaded they cannot be returned. They do not work on a Kindle.',
      ],
      [
        'What does shipping cost?',
        'Shipping within the US is $3.99 for the first book and $0.99 for each further one. International shipping takes 10–21 days.',
      ],
      [
        'Can I have a book signed?',
        'Signed copies cost $5 extra and take two weeks longer. Write the dedication, at most 60 characters, in the comment field.',
      ],
    ],
    replies: [
      [
        'Is the new one out?',
        'Almost! It will be published on {October 14th|d:October 24th}, and if you preorder it you will have it {that same day|d:the day after tomorrow}.',
      ],
      [
        'When do you take the money?',
        'Nothing is charged before we ship {The Lantern Keeper|p:Quiet Machines}. It comes out on {14 October|d:14 November}.',
      ],
      [
        'Would you take my old novels?',
        'Happily, if they are still in good shape. You are paid in credit for our shop, around {30 percent|n:50 percent} of what it says on the cover.',
      ],
      ['I have an encyclopedia', "Encyclopedias {aren't|x:are} something we buy, sorry about that."],
      [
        'I have a Kindle',
        "I'm sorry to say our e-books {won't|x:will} open on a Kindle. Any reader that handles EPUB is fine, and you can put the book on {six|n:ten} devices.",
      ],
      [
        'I downloaded the wrong e-book',
        'How annoying! After the download a return is {no longer|x:still} possible, unfortunately.',
      ],
      [
        'Postage for three books?',
        'The first one is {$3.99|n:$5.99|c:£3.99} to post, and every book after that adds {99 cents|n:49 cents}.',
      ],
      ['How long to Japan?', 'Outside of the US you should allow {10 to 21|n:5 to 9} {days|u:weeks}.'],
      [
        'Can the author sign it for my mum?',
        "What a nice idea! That's {five dollars|n:nine dollars|c:five euros} on top and needs {two|n:six} {weeks|u:days} more. Just leave what you'd like written in the comment field; there is room for {60|n:120} characters.",
      ],
      [
        'What is up with order 80031?',
        'Order {80031|n:80013} {was cancelled|s:has been shipped}, so your copy of {Salt and Rope|p:Quiet Machines} will not be sent.',
      ],
      [
        'How much was the cancelled one?',
        'It was for {$31.40|n:$34.10|c:€31.40}. As it {has been cancelled|s:has been delivered}, please order again if you still want it.',
      ],
      ['Schoolbooks?', 'No, we {do not|x:do} take those, and no encyclopedias either.'],
      [
        'Can I read it on my phone and tablet?',
        'You can use an e-book on {6|n:3} devices, so phone and tablet are fine.',
      ],
      [
        'Signed copy in time for Friday?',
        'That will be tight: a signature takes {two weeks|n:two days} longer than a normal order.',
      ],
      [
        'Do I get cash for my books?',
        'Not cash, no: what you get is store credit, as a rule {30|n:40} % of the cover price.',
      ],
    ],
  },
];
