import type { HonestShop } from './honest-pair.ts';

export const englishBlind: readonly HonestShop[] = [
  {
    trade: 'pets',
    language: 'en',
    half: 'blind',
    names: ['Brook puppy food', 'Hazel cat tree', 'Tumble lead', 'Sleet cooling mat'],
    passages: [
      [
        'How much Brook puppy food does my dog need?',
        'Feed 40 g of Brook puppy food per kilogram of body weight a day, split into three meals. From 12 months on switch to the adult food.',
      ],
      [
        'Is the Hazel cat tree stable?',
        'The Hazel cat tree is 165 cm high and carries cats of up to 9 kg. It comes with a wall strap. The sisal posts can be replaced; a spare post costs €14.',
      ],
      [
        'My pet does not like the food',
        'If your pet refuses the food, we refund the first bag, even if it has been opened. This is valid once per household and within 60 days of purchase.',
      ],
      [
        'How does the subscription work?',
        'Subscribers save 12% on each delivery. You can cancel at any time up to 5 days before the next delivery. There is no minimum term.',
      ],
      [
        'Do you send live insects?',
        'We ship live insects on Mondays and Tuesdays only. We do not ship them when it is below 4 °C. Arrival alive is guaranteed if you are at home for the delivery.',
      ],
    ],
    replies: [
      [
        'My pup weighs 5 kg',
        'How lovely! Reckon with {40|n:60} grams of {Brook|p:Hazel} a day for every kilo she weighs, spread over {three|n:two} meals.',
      ],
      ['When do I move on to adult food?', 'At {one year|n:two years} of age it is time for the adult food.'],
      [
        'My cat is a 7 kg Maine Coon',
        'That works. The {Hazel cat tree|p:Sleet cooling mat} takes cats weighing {9 kg|n:15 kg} or less, and a strap for the wall is {part of the package|x:sold separately}.',
      ],
      [
        'He shredded a post',
        "They all do sooner or later! You {can|x:can't} swap the sisal posts; one of them is {€14|n:€24|c:£14}.",
      ],
      [
        'Dog will not touch the new food, bag is open',
        "Don't worry, we {give you your money back|x:don't give you your money back} on a first bag although it's open. You've got {60|n:30} days from buying it, and it's {once|n:three times} per household.",
      ],
      [
        'How much do I save with a subscription?',
        '{12 percent|n:20 percent} off every single delivery, and you {are not|x:are} tied to a minimum term.',
      ],
      [
        'How do I get out of it?',
        'Just cancel whenever you like, {five|n:ten} {days|u:weeks} ahead of the next delivery at the latest.',
      ],
      [
        'Can you send crickets on Friday?',
        "I'm sorry, Fridays {don't|x:also} work for insects: they leave us on {Mondays|d:Wednesdays} and {Tuesdays|d:Thursdays}.",
      ],
      [
        'It is freezing here',
        'In that case we would wait for a milder day. Below {4|n:9} °C, live insects {stay|x:do not stay} with us.',
      ],
      [
        'What if they arrive dead?',
        'We {guarantee|x:do not guarantee} that they reach you alive, as long as someone is there to take them in.',
      ],
      ['How tall is Hazel?', 'It stands {1.65 m|n:1.95 m} tall.'],
      [
        'Subscribed yesterday, want to stop',
        'No hard feelings! There is {no|x:a} minimum term, so you can stop {at any time|x:only after a year}; please do so {5|n:15} days before the next bag is due.',
      ],
      [
        'Will you take back two bags?',
        'I am sorry, the refund is for the {first|n:third} bag only and can be used {a single time|n:twice} in each household.',
      ],
      [
        'How often to feed?',
        'Thanks for getting in touch. Please give the daily ration in {3|n:5} portions; your vet may of course know better.',
      ],
      [
        'Is the cat tree ok for a 12 kg cat and what would a post be?',
        'I would rather not recommend it, since it is made for {up to 9 kg|n:up to 14 kg}. A new post would be {14 euros|n:19 euros|c:14 dollars}.',
      ],
    ],
  },
  {
    trade: 'cosmetics',
    language: 'en',
    half: 'blind',
    names: ['Dew face serum', 'Petal hand cream', 'Mineral sunscreen', 'Calm night balm'],
    passages: [
      [
        'How do I use the Dew serum?',
        'Apply 3 to 4 drops of the Dew face serum in the evening. Do not use it together with retinol. Once opened it keeps for 6 months.',
      ],
      [
        'Are your products vegan?',
        'All products are free of animal testing. Everything is vegan except the Petal hand cream, which contains beeswax.',
      ],
      [
        'Can I return opened cosmetics?',
        'For hygiene reasons we only take back sealed products, within 14 days. If you have an allergic reaction, we refund opened products as well; please send us a photo.',
      ],
      [
        'What is the sun protection?',
        'The Mineral sunscreen has SPF 50 and is waterproof for 40 minutes. It suits children from 3 years on.',
      ],
      [
        'Do I get samples?',
        'Every order over £30 comes with 2 free samples. Refill bottles are 20% cheaper and can be sent back to us free of charge.',
      ],
    ],
    replies: [
      [
        'morning or evening?',
        'In the {evening|x:morning, not in the evening}, please. {Three or four|n:Eight or nine} drops will do.',
      ],
      [
        'I use retinol too',
        "Thank you for mentioning that! The {Dew serum|p:Calm balm} and retinol {shouldn't|x:should} be used together.",
      ],
      ['How long is it good for?', 'You have {half a year|n:a year} to use it up after opening it.'],
      [
        'Is the hand cream vegan?',
        'That one is the exception: the {Petal hand cream|p:Mineral sunscreen} {is not|x:is} vegan, as there is beeswax in it.',
      ],
      ['Do you test on animals?', 'We {never do|x:do}. None of what we sell is tested on animals.'],
      [
        'I opened the balm but hate the smell',
        "I'm sorry it isn't for you. Opened products {can't|x:can} be taken back, for reasons of hygiene, unless your skin reacts to them.",
      ],
      [
        'my face went red',
        'Oh no, I am so sorry! If it is an allergic reaction, you {will get|x:will not get} your money back although the bottle has been opened. Could you send us a picture?',
      ],
      ['How long can I return a sealed set?', 'A sealed one may be returned for {two weeks|n:four weeks}.'],
      [
        'Swimming with the sunscreen?',
        'You can: it withstands water for {40|n:80} {minutes|u:hours}. It has a sun protection factor of {50|n:30}.',
      ],
      ['My son is two', 'He would have to wait a little. The sunscreen is meant for children aged {3|n:1} and up.'],
      [
        'Do I get freebies?',
        'If your order is above {£30|n:£50|c:€30}, we put in {two|n:five} samples {for free|x:for a charge}.',
      ],
      [
        'What about refills?',
        'They are {20 %|n:35 %} cheaper, and posting the empty bottle back to us {costs you nothing|x:is at your expense}.',
      ],
      [
        'My daughter is 4 and I want to know if it is vegan',
        'At four she can use it, since it suits children from {three|n:five} years on. And yes, it {is|x:is not} vegan.',
      ],
      [
        'Still sealed, bought 10 days ago',
        "You're still in time: as long as the seal is intact, we accept returns during {14|n:7} days.",
      ],
      [
        'Is there an SPF in the Dew?',
        'The sunscreen is the one with the SPF ({50|n:15}); the serum goes on in the evening, {3-4|n:6-7} drops of it.',
      ],
    ],
  },
];
