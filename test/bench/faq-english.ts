import { type FaqVocabulary, template } from './faq-vocabulary.ts';

export const english: FaqVocabulary = {
  lines: ['Aster', 'Birk', 'Corvo', 'Dune', 'Elm', 'Fjord', 'Gale', 'Harbour', 'Isla', 'Juniper', 'Kelp', 'Larch'],
  products: (
    'kettle,toaster,coffee grinder,frying pan,saucepan,stand mixer,hand blender,rice cooker,water filter,bread tin,' +
    'knife set,chopping board,tea pot,travel mug,lunch box,desk lamp,wool blanket,duvet cover,bath towel,rain jacket,' +
    'running shoes,hiking boots,backpack,suitcase,bike light,yoga mat,camping stove,sleeping bag,headphones,phone case'
  ).split(','),
  greetings: ['Hi there, ', 'Hello, ', 'Good morning! ', 'Hey, ', ''],
  closings: ['\n\nThanks a lot', '\n\nBest, Ann', '\n\nMany thanks in advance!', ''],
  templates: [
    template(
      ['How long does delivery of the {p} take?', 'When will my {p} arrive?'],
      'The {p} leaves our warehouse within {m} working days and takes {n} more days to reach you. You get a tracking link by e-mail.',
      'I ordered the {p} and wonder how many days it usually needs to get here?',
    ),
    template(
      ['Can I return the {p}?', 'What is the return period for the {p}?'],
      'You can return the {p} within {n} days of delivery, unused and in its box. We refund the price within {m} working days after it arrives.',
      'the {p} is not what I expected, can I send it back and get my money?',
    ),
    template(
      ['What warranty does the {p} have?', 'How long is the guarantee on the {p}?'],
      'The {p} has a warranty of {n} months against faults in material and workmanship. Wear and misuse are not covered.',
      'is there still a guarantee on my {p} if it stops working after a year?',
    ),
    template(
      ['Is the {p} dishwasher safe?', 'How do I clean the {p}?'],
      'Wash the {p} by hand with warm water and a soft cloth, at most {n} degrees. A dishwasher dulls its surface within {m} cycles.',
      'how should I wash the {p}, does it survive the dishwasher?',
    ),
    template(
      ['Which sizes does the {p} come in?', 'What are the dimensions of the {p}?'],
      'The {p} comes in {m} sizes; the largest is {n} cm long. A drawing with all measures is on the product page.',
      'Could you tell me how big the {p} is exactly, I only have a small shelf.',
    ),
    template(
      ['Do you have spare parts for the {p}?', 'Where can I buy a replacement part for the {p}?'],
      'Spare parts for the {p} are kept for {n} years. Tell us the number on the underside and we send the part within {m} days.',
      'A piece of my {p} broke off. Do you sell that part separately?',
    ),
    template(
      ['Is the {p} back in stock soon?', 'When will the {p} be available again?'],
      'The {p} is made in small runs and comes back about every {n} weeks. Press "Tell me" on its page and you get one e-mail.',
      'Your page says the {p} is sold out, any idea when you get new ones?',
    ),
    template(
      ['Does the {p} contain plastic?', 'What is the {p} made of?'],
      'The {p} is made of recycled steel, beech and {m} small parts of plastic free of BPA. It weighs {n} hundred grams.',
      'what material is the {p} made from, any plastics inside?',
    ),
    template(
      ['Can I change the colour of my {p} order?', 'Which colours does the {p} have?'],
      'The {p} comes in {m} colours. You can change the colour until the parcel is packed, usually {n} hours after you ordered.',
      'I picked the wrong colour for my {p}, can you still switch it?',
    ),
    template(
      ['Do you ship the {p} abroad?', 'What does it cost to send the {p} to Norway?'],
      'We send the {p} to {n} countries. Outside the EU the post collects VAT and a fee of about {m} euros at the door.',
      'Would you ship a {p} to Oslo and what would I pay in total?',
    ),
    template(
      ['How do I register my {p}?', 'Where is the serial number of the {p}?'],
      'The serial number of the {p} has {n} characters and stands under the base. Register it within {m} weeks to extend the warranty.',
      'where do I find the serial number of the {p} to register it?',
    ),
    template(
      ['The {p} makes a strange noise, what can I do?', 'Why is my {p} so loud?'],
      'A humming {p} is normal for the first {n} minutes. If it rattles, tighten the {m} screws below; if that does not help, write to us.',
      'My {p} suddenly started rattling, is that dangerous?',
    ),
    template(
      ['Is there a discount for {n} pieces of the {p}?', 'Do you sell the {p} to companies?'],
      'From {n} pieces of the {p} on we give {m} percent off. Write to us with the delivery address for a quote.',
      'We would like to buy several of the {p} for our office, is there a business price?',
    ),
    template(
      ['Can I pay for the {p} by invoice?', 'Which payment methods are there for the {p}?'],
      'You can pay for the {p} by card, bank transfer or in {m} instalments. Invoices are due after {n} days.',
      'is it possible to pay the {p} later with an invoice?',
    ),
    template(
      ['My {p} arrived damaged, what now?', 'The {p} was broken when it arrived.'],
      'We are sorry. Send us {m} photos of the {p} and of the box within {n} days, and a new one leaves the same day.',
      'The box was crushed and the {p} has a crack. What happens now?',
    ),
    template(
      ['Can I cancel my order of the {p}?', 'How do I cancel the {p}?'],
      'You can cancel the {p} for {n} hours after ordering, in your account under Orders. Later, refuse the parcel; we refund in {m} days.',
      'please stop my {p} order, I do not need it any more. Is that still possible?',
    ),
    template(
      ['Which voltage does the {p} need?', 'Does the {p} work in the USA?'],
      'The {p} needs 230 V and {n} watts. In countries with 110 V it runs at half its power and may stop after {m} minutes.',
      'will the {p} work with American sockets?',
    ),
    template(
      ['How do I descale the {p}?', 'How often should I maintain the {p}?'],
      'Descale the {p} every {n} weeks with {m} spoons of citric acid in a litre of water, then rinse it twice.',
      'there is white stuff inside my {p}, how do I get rid of it?',
    ),
    template(
      ['Is the {p} safe for children?', 'From what age can the {p} be used?'],
      'The {p} is meant for people from {n} years on. Its lid locks, and it switches itself off after {m} minutes.',
      'can my kids use the {p} on their own?',
    ),
    template(
      ['Do you gift-wrap the {p}?', 'Can you add a card to the {p}?'],
      'We wrap the {p} in paper of our own for {m} euros and add a card of up to {n} words. Choose it in the basket.',
      'The {p} is a birthday present, could you wrap it and write a note?',
    ),
  ],
};
