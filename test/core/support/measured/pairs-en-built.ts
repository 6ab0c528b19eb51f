import type { HonestShop } from './honest-pair.ts';

export const englishBuilt: readonly HonestShop[] = [
  {
    trade: 'fashion',
    language: 'en',
    half: 'built',
    names: ['Harrow parka', 'Fenn raincoat', 'Odell wool coat', 'Marlow chinos'],
    passages: [
      [
        'How long do I have to return something?',
        'You can return unworn items within 30 days of delivery for a full refund. Items from the final sale cannot be returned.',
      ],
      [
        'How do I pick my size?',
        'The Marlow chinos run small: order one size up. All our trousers come with an inside leg of 32 inches and can be shortened free of charge in our shop in Leeds.',
      ],
      [
        'Is the Harrow parka warm enough for winter?',
        'The Harrow parka is filled with 650-fill down and rated to -20 °C. It must not be tumble dried; wash it at 30 °C.',
      ],
      [
        'What does express delivery cost?',
        'Express delivery costs £9.95 and arrives the next working day if you order before 14:00. Standard delivery costs £3.50 and takes 3–5 working days.',
      ],
      [
        'Can I swap for another size?',
        'Exchanges are free within the UK. Send the item back with the slip in the parcel and we post the new size as soon as we receive it. We do not exchange items bought abroad.',
      ],
    ],
    replies: [
      [
        'How long have I got to bring back a dress? I have not worn it.',
        'Hi Jo, no rush: you have {thirty|n:sixty} days from the day it reached you, as long as you have not worn it. You will get {all of your money|n:half of your money} back.',
      ],
      [
        'Can I return a skirt from the final sale?',
        "I'm sorry to disappoint you. Anything bought in the final sale {can't|x:can} come back to us, I'm afraid. Other unworn pieces {can|x:can't}, for {30 days|n:90 days|u:30 weeks} after they're delivered.",
      ],
      [
        'I wear a 34 normally. Which chinos should I order?',
        'Good question! The {Marlow chinos|p:Odell wool coat} come up small, so I would go {one size|n:three sizes} up from what you normally wear.',
      ],
      [
        'My legs are short. Do you hem?',
        'Yes, we do. Pop into our Leeds shop and we will shorten them for you {at no cost|x:for a fee of £10}; straight from the shelf the inside leg is {32|n:36} inches.',
      ],
      [
        'Is that parka ok for Norway?',
        "It should be plenty warm: it's rated down to {-20|n:-35} °C, and the filling is {650|n:800}-fill down.",
      ],
      [
        'Can I put the Harrow in the dryer?',
        'Please {do not put|x:feel free to put} it in the tumble dryer. A {30|n:60} degree wash is fine, though.',
      ],
      [
        'I need it tomorrow!!',
        'If you place the order by {2 pm|n:5 pm}, choose express and it will be with you {the next working day|u:within two weeks}. That is {£9.95|n:£14.95|c:€9.95}.',
      ],
      [
        'What do you charge for normal postage and how long does it take?',
        'Our normal postage is {£3.50|n:£5.50|c:$3.50} and your parcel should arrive in {three to five|n:seven to ten} {working days|u:weeks}.',
      ],
      [
        'The coat is too big. Can I swap it?',
        "Of course, swapping sizes won't {cost you anything|x:be possible} in the UK. Just use the slip that came in the parcel to send the coat back, and the new one is on its way to you once yours has got here.",
      ],
      [
        'I bought a jumper at your stall in Milan. Can I change it for a medium?',
        "Thanks for asking! Sadly that is one thing we {can't|x:can} do: pieces bought abroad are {not|x:always} exchanged.",
      ],
      [
        'I ordered the parka in M on Sunday but L would be better. And how should I wash it?',
        'Thank you for your message. As you are in the UK, exchanging the M for an L is {free|x:chargeable}. As for washing: {30|n:40} °C, and keep it {out of|x:in} the tumble dryer.',
      ],
      [
        'Does a refund include everything?',
        "Absolutely, it's a {full|n:50 %} refund, provided the item is unworn and you return it within {30 days|n:10 days|u:30 hours} of its delivery.",
      ],
      [
        'Standard or express?',
        'It depends on how soon you need it. Standard ({£3.50|n:£4.50}) takes {3-5|n:6-9} working days, whereas express ({£9.95|n:£7.95}) gets there on the next working day when ordered before {two in the afternoon|n:six in the evening}.',
      ],
      [
        'Is the parka real down?',
        'It is! There is {650|n:500}-fill down in the {Harrow parka|p:Fenn raincoat}. Let me know if I can help with anything else.',
      ],
      [
        'do your trousers all have the same length',
        "They do – every pair has a {32-inch|n:30-inch} inside leg. If that's too long for you, we'd be happy to take them up in Leeds without charging {anything|n:more than £15}.",
      ],
    ],
  },
  {
    trade: 'electronics',
    language: 'en',
    half: 'built',
    names: ['Aero 4 headphones', 'Pulse 2 speaker', 'Lumen 27 monitor', 'Dockit USB-C hub'],
    order: {
      number: 'KB-55120',
      status: 'shipped',
      carrier: 'Swiftline',
      trackingNumber: 'SW8812290GB',
      promisedAt: Date.parse('2027-03-18T12:00:00Z'),
      items: [{ title: 'Aero 4 headphones', quantity: 1, sku: 'A4' }],
    },
    passages: [
      [
        'How long does the battery of the Aero 4 last?',
        'The Aero 4 headphones play for up to 36 hours on one charge, or 24 hours with noise cancelling on. Ten minutes on the charger give another 3 hours.',
      ],
      [
        'Is the Pulse 2 waterproof?',
        'The Pulse 2 speaker is splash-proof (IPX4) but not waterproof. Do not put it under water. It weighs 540 g.',
      ],
      [
        'What guarantee do I get?',
        'All devices carry a two-year guarantee. It covers manufacturing faults, not damage caused by drops or liquids. Batteries are covered for 12 months.',
      ],
      [
        'Does the hub charge my laptop?',
        'Yes. The Dockit hub passes through up to 85 W. It works with Windows and macOS without drivers; Linux is not supported.',
      ],
      [
        'What happens when I send in a repair?',
        'We inspect it within 3 working days and send you a quote. Repairs outside the guarantee cost at least €45; the inspection fee of €15 is deducted if you go ahead.',
      ],
    ],
    replies: [
      [
        'How long do the Aero last?',
        "You'll get as much as {36|n:48} hours out of a single charge. Switch noise cancelling on and it's {24|n:12} hours.",
      ],
      [
        'Do they charge quickly?',
        'They do: plug them in for {ten|n:thirty} {minutes|u:hours} and you can listen for a further {three|n:five} hours.',
      ],
      [
        'Can I take the speaker into the pool?',
        "I wouldn't! The {Pulse 2|p:Lumen 27 monitor} shrugs off splashes, but it {isn't|x:is} waterproof, so please keep it out of the water.",
      ],
      ['How heavy is the Pulse?', 'It comes in at {540 g|n:740 g|u:540 kg}, so a little over half a kilo.'],
      [
        'My headphones broke after 14 months. Am I covered?',
        'Sorry to hear that. Our guarantee runs for {24 months|n:36 months}, so a manufacturing fault {would|x:would not} be covered.',
      ],
      [
        'I dropped the monitor. Guarantee?',
        'That must be annoying, I am sorry. Unfortunately our guarantee {does not|x:does} extend to damage from drops. We can repair it for you; outside the guarantee that starts at {€45|n:€25|c:£45}.',
      ],
      [
        'battery is worn out',
        'For batteries, the cover lasts {one year|n:two years} from us, which is shorter than the {two years|n:five years} on the device itself.',
      ],
      [
        'Will the hub charge a MacBook?',
        'Yes, it will. It can deliver up to {85|n:100} watts to your laptop, and macOS {needs no|x:needs a} driver.',
      ],
      [
        'Can I use the hub with Ubuntu?',
        "Unfortunately we {don't|x:do} support Linux. On Windows and on a Mac, you won't have to install anything.",
      ],
      [
        'What does an inspection cost?',
        'The inspection is {€15|n:€35|c:$15}, and if you decide to have the repair done we take that off the bill. You will have our quote after {three|n:eight} working days at the latest.',
      ],
      [
        'Where is my order KB-55120?',
        'Good news: your {Aero 4 headphones|p:Pulse 2 speaker} {are on their way|s:have been cancelled} with Swiftline and should be with you by {18 March|d:28 March}. You can follow them under {SW8812290GB|n:SW8812209GB}.',
      ],
      [
        'Has it been sent?',
        'It {has been dispatched|s:has been delivered}, yes. Swiftline expects to hand it over on {March 18th|d:March 11th}.',
      ],
      [
        'Do liquids void anything?',
        "Liquid damage is {not|x:also} part of the guarantee, I'm afraid. Only faults from manufacturing are.",
      ],
      [
        'I spilled coffee over my hub. What now?',
        "Oh no! Send it to us and we'll have a look within {3|n:10} working days. You then receive a quote: count on {45 euros|n:95 euros|c:45 dollars} or more, as this isn't a guarantee case.",
      ],
      [
        'Which of the two lasts longer, with or without ANC?',
        'Without it. With noise cancelling off the {Aero 4|p:Pulse 2} goes for up to {36|n:20} hours, {24|n:18} with it on.',
      ],
    ],
  },
];
