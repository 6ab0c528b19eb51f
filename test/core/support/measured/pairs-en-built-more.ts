import type { HonestShop } from './honest-pair.ts';

export const englishBuiltMore: readonly HonestShop[] = [
  {
    trade: 'groceries',
    language: 'en',
    half: 'built',
    names: ['Orchard box', 'Roots box', 'Family hamper'],
    passages: [
      [
        'When do you deliver?',
        'We deliver Tuesday to Saturday between 07:00 and 21:00. You choose a two-hour slot at the checkout. We do not deliver on Sundays and Mondays.',
      ],
      [
        'What is in the Orchard box?',
        'The Orchard box holds 6 kg of seasonal fruit from farms within 80 km. It contains no citrus and no exotic fruit.',
      ],
      [
        'Something is missing or bad',
        'Tell us within 48 hours with a photo and we refund the item. You do not need to send anything back.',
      ],
      [
        'Can I change or skip a week?',
        'You can skip a week or change your box until Thursday 20:00 of the week before. Pausing is free and possible for up to 8 weeks.',
      ],
      [
        'What is the minimum order?',
        'The minimum order is $35. Delivery is $4.90 and free from $80. Returned glass jars earn 25 cents each.',
      ],
    ],
    replies: [
      [
        'Do you come on Sundays?',
        "We don't, sorry: our vans are out from {Tuesday|d:Monday} through {Saturday|d:Sunday}, {7 am|n:9 am} to {9 pm|n:6 pm}.",
      ],
      ['can i pick a time', 'Sure thing! When you check out you can pick a slot of {two|n:four} hours.'],
      [
        'I am allergic to oranges, is the fruit box ok?',
        'It is: there {is no|x:is} citrus in the {Orchard box|p:Roots box}. All {six kilos|n:nine kilos} of it are fruits in season, grown no further than {80 km|n:150 km|u:80 miles} away.',
      ],
      [
        'My tomatoes were mouldy',
        "I'm really sorry about the tomatoes. If you send us a photo within {two days|n:five days} we will {refund|x:not refund} them, and there's {no need|x:a need} to return anything.",
      ],
      [
        'Eggs were missing yesterday',
        'Apologies for the missing eggs! Please let us have a picture of what arrived; as it is still inside the {48 hours|n:24 hours}, we will pay the eggs back.',
      ],
      [
        'We are away next week',
        'Have a lovely holiday! You can skip next week as long as you do it before {8 pm on Thursday|n:6 pm on Thursday|d:8 pm on Friday}. It {costs nothing|x:costs a fee}.',
      ],
      [
        'For how long can I pause?',
        'For as many as {eight|n:twelve} weeks in a row, {free of charge|x:for a small charge}.',
      ],
      [
        'Can I order only apples for 10 dollars?',
        'Thanks for thinking of us! Orders start at {$35|n:$15|c:€35}, so ten dollars of apples would {not|x:certainly} be enough.',
      ],
      [
        'How much is delivery?',
        "It's {$4.90|n:$6.90|c:£4.90}. Spend {80 dollars|n:60 dollars} or more and we bring it for {free|n:$2}.",
      ],
      ['What about the jars?', 'Give them back to the driver: for each jar you get {25|n:50} cents.'],
      [
        'Could I get my delivery at 6 in the morning?',
        'That would be a bit early for us: we start at {seven|n:five} in the morning. The last deliveries are at {nine in the evening|n:eleven in the evening}.',
      ],
      [
        'Is there pineapple in it?',
        'No pineapple, I promise. Exotic fruit {never|x:often} goes into the {Orchard box|p:Family hamper}.',
      ],
      [
        'I want to switch to the Roots box',
        'With pleasure. Changing the box works until {Thursday|d:Wednesday}, {20:00|n:22:00}, for the week after.',
      ],
      [
        'Do I have to send the bad carrots back?',
        "You {don't|x:do}! Keep them for the compost. All we ask for is a photo within {48|n:72} hours.",
      ],
      [
        'Is Monday possible? My basket is $90.',
        'Mondays are {not possible|x:possible}, sorry, but any day from Tuesday to Saturday is. And because your basket is above {$80|n:$120}, you {will not|x:will} pay for delivery.',
      ],
    ],
  },
  {
    trade: 'furniture',
    language: 'en',
    half: 'built',
    names: ['Oslo sofa', 'Birk shelf', 'Tove dining table', 'Nils armchair'],
    order: {
      number: 'FH-2041',
      status: 'processing',
      promisedAt: Date.parse('2027-05-06T12:00:00Z'),
      amount: { value: 1240, currency: 'EUR' },
      items: [{ title: 'Oslo sofa', quantity: 1, sku: 'OS' }],
    },
    passages: [
      [
        'How big is the Tove table?',
        'The Tove dining table measures 180 × 90 cm and seats six. With both leaves it is 260 cm long and seats ten. It is made of solid oak.',
      ],
      [
        'Do you carry it upstairs?',
        'Our two-person crew brings furniture to the room you choose, up to the fourth floor. Assembly costs €60 per piece. Old furniture can be taken away for €35.',
      ],
      [
        'Can I try the sofa at home?',
        'You may test the Oslo sofa for 100 nights. If you do not like it, we collect it and refund the price less €80 for the collection. Covers made to order are excluded.',
      ],
      [
        'How much does the Birk shelf hold?',
        'Each board of the Birk shelf holds 25 kg. It has to be fixed to the wall; screws for concrete are included, screws for plasterboard are not.',
      ],
      [
        'How do I look after oiled wood?',
        'Oil it twice a year. Wipe spills at once, and never use cleaners with alcohol. A 500 ml tin of care oil is €18.50.',
      ],
    ],
    replies: [
      [
        'Will ten people fit around the Tove?',
        'They will, once you have put in both leaves: the table then grows to {2.60 m|n:3.20 m} and there is room for {ten|n:twelve}. Without them it seats {six|n:eight}.',
      ],
      ['Is it veneer?', "No veneer – it's {solid oak|p:solid beech}, and {180|n:160} by {90|n:80} centimetres."],
      [
        'I live on the third floor without a lift',
        "That's no problem. Our crew of {two|n:four} carries it into whichever room you like, up to the {4th|n:2nd} floor.",
      ],
      [
        'Do you also assemble?',
        'We do. Having a piece put together is {€60|n:€90|c:$60}, and for {€35|n:€20|c:£35} we take your old one with us.',
      ],
      [
        'What if we hate the sofa?',
        'Then it goes back! You have {a hundred|n:fifty} {nights|u:weeks} to find out. We pick it up and return what you paid, minus {€80|n:€120} for coming to fetch it.',
      ],
      [
        'Mine has a made-to-order cover, can I test it as well?',
        'I wish I had better news: with a cover made to order, the home trial {does not|x:also} apply.',
      ],
      [
        'I have 30 kg of records per board',
        'That would be too much, since a board of the {Birk shelf|p:Nils armchair} takes {25|n:40} kg at most.',
      ],
      [
        'Does it have to be screwed to the wall?',
        'Yes, it {must be|x:need not be} mounted on the wall. We include the screws if yours is concrete; for plasterboard you would {need your own|x:find them in the box}.',
      ],
      [
        'How often do I oil the table?',
        '{Two times|n:Five times} a year is enough. Please wipe away spills straight away and {stay clear of|x:use} alcohol-based cleaners.',
      ],
      ['Do you sell the oil?', 'Yes, half a litre of it ({500 ml|n:250 ml}) costs {€18.50|n:€12.50|c:£18.50}.'],
      [
        'Any news on FH-2041?',
        'Your {Oslo sofa|p:Birk shelf} is {still being prepared|s:already shipped} and we expect to deliver it on {6 May|d:16 May}.',
      ],
      [
        'What did I pay for order FH-2041 and when does it come?',
        'The order came to {€1,240|n:€1,420|c:£1,240}. Delivery is planned for the {6th of May|d:9th of June}; it {has not left us yet|s:has been delivered}.',
      ],
      [
        'Is the trial really free?',
        'Trying it for {100|n:30} nights is, but if you hand it back we keep {80 euros|n:40 euros|c:80 dollars} of the price for the collection.',
      ],
      [
        'We are on the sixth floor.',
        'Thank you for telling us. The crew goes up as far as the {fourth|n:seventh} floor, so I will ask them what could be done in your case and get back to you.',
      ],
      [
        'Can you bring the Tove in, put it together and take our old table?',
        'Gladly: bringing it to your dining room is what our two people do anyway, assembly adds {€60|n:€75} and removing the old table {€35|n:€45}.',
      ],
    ],
  },
];
