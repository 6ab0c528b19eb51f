import type { Family } from './family.ts';

const products = [
  'Nimbus desk lamp',
  'Tern rain jacket',
  'Alder cutting board',
  'Pico espresso grinder',
  'Wren travel mug',
  'Sable wool scarf',
];
const countries = ['Norway', 'Switzerland', 'Portugal', 'Iceland', 'Poland', 'Malta'];
const prices = ['4.50', '6.90', '12', '15.50', '29', '75'];
const dates = ['3 March', '14 May', '28 July', '9 October', '24 December'];

export const englishRules: readonly Family[] = [
  {
    id: 'en-delivery-time',
    language: 'en',
    slots: { country: countries, low: ['2', '3', '4'], high: ['6', '7', '9'], days: ['working days'] },
    passage: {
      question: 'How long does delivery to {country} take?',
      answer: 'Parcels to {country} take {low}–{high} {days} from the day they leave our warehouse.',
    },
    replies: [
      'Sending it to {country} usually takes between {low} and {high} {days}.',
      'Your parcel will reach you in {country} within {low} to {high} {days} after it has left us.',
    ],
    wrong: [
      ['number', 'high'],
      ['product', 'country'],
      ['unit', 'days', ['weeks', 'hours', 'months']],
    ],
  },
  {
    id: 'en-delivery-cost',
    language: 'en',
    slots: { price: prices, from: ['40', '55', '90', '120'], sign: ['€'] },
    passage: {
      question: 'What does delivery cost?',
      answer: 'Delivery costs {sign}{price} and is free from {sign}{from}.',
    },
    replies: [
      'We charge {sign}{price} for delivery; from an order value of {sign}{from} you pay nothing for it.',
      'Shipping is {sign}{price}, and once your basket reaches {sign}{from} it is free of charge.',
    ],
    wrong: [
      ['number', 'price'],
      ['number', 'from'],
      ['currency', 'sign', ['£', '$']],
    ],
  },
  {
    id: 'en-return-window',
    language: 'en',
    slots: { n: ['14', '21', '30', '60'], unit: ['days'] },
    passage: {
      question: 'Can I send something back?',
      answer: 'You can return unused items within {n} {unit} of delivery.',
    },
    replies: [
      'Unused items can be returned for {n} {unit} after they were delivered.',
      'Of course you can send it back: you have {n} {unit} from the day of delivery, as long as it is unused.',
    ],
    wrong: [
      ['number', 'n'],
      ['unit', 'unit', ['hours', 'months', 'weeks']],
      [
        'negation',
        [
          'Unused items cannot be returned for {n} {unit} after they were delivered.',
          'Unfortunately you cannot send it back within {n} {unit} of delivery, even unused.',
        ],
      ],
    ],
  },
  {
    id: 'en-refund-time',
    language: 'en',
    slots: { n: ['3', '5', '10', '12'], unit: ['working days'] },
    passage: {
      question: 'When do I get my money back?',
      answer:
        'We refund the price within {n} {unit} after the parcel has reached us, to the means of payment you used.',
    },
    replies: [
      'The refund is made to your original means of payment at most {n} {unit} after your return arrives here.',
      'Once we have the parcel back, you will receive your money within {n} {unit}.',
    ],
    wrong: [
      ['number', 'n'],
      ['unit', 'unit', ['weeks', 'months']],
      [
        'negation',
        [
          'The refund is not made to your original means of payment; it takes {n} {unit} after your return arrives here.',
          'We do not refund you, although we have the parcel back after {n} {unit}.',
        ],
      ],
    ],
  },
  {
    id: 'en-warranty',
    language: 'en',
    slots: { product: products, n: ['2', '3', '5'], unit: ['years'] },
    passage: {
      question: 'Is there a warranty on the {product}?',
      answer: 'The {product} has a warranty of {n} {unit}; it covers faults in material and workmanship.',
    },
    replies: [
      'The {product} comes with a {n}-year guarantee against faults in material and workmanship.',
      'For {n} {unit}, the warranty of the {product} covers faults in material and workmanship.',
    ],
    wrong: [
      ['number', 'n'],
      ['product', 'product'],
      [
        'negation',
        [
          'The {product} does not come with a guarantee against faults in material and workmanship.',
          'The warranty of the {product} does not cover faults in material and workmanship.',
        ],
      ],
    ],
  },
  {
    id: 'en-discount',
    language: 'en',
    slots: { n: ['10', '15', '20', '35'], date: dates },
    passage: { question: 'Is there a sale?', answer: 'Until {date} everything is reduced by {n}%.' },
    replies: ['Everything is {n} percent off until {date}.', 'We take {n}% off all prices; that ends on {date}.'],
    wrong: [
      ['number', 'n'],
      ['date', 'date'],
    ],
  },
  {
    id: 'en-holiday',
    language: 'en',
    slots: { from: ['24 December', '1 August', '3 April'], to: ['2 January', '14 August', '8 April'] },
    passage: {
      question: 'Do you ship during the holidays?',
      answer: 'Between {from} and {to} the warehouse is closed and we do not ship.',
    },
    replies: [
      'From {from} to {to} our warehouse is closed, so nothing leaves us in that time.',
      'We are not shipping between {from} and {to}.',
    ],
    wrong: [
      ['date', 'to'],
      ['date', 'from'],
      [
        'negation',
        [
          'From {from} to {to} our warehouse is open, so parcels leave us in that time as well.',
          'We are shipping between {from} and {to}.',
        ],
      ],
    ],
  },
  {
    id: 'en-capacity',
    language: 'en',
    slots: { product: products, n: ['300', '450', '750', '900'], unit: ['ml'] },
    passage: { question: '{product}', answer: 'The {product} holds {n} {unit} and weighs 420 g.' },
    replies: [
      'The {product} has room for {n} {unit}.',
      'You can fill up to {n} {unit} into the {product}, which weighs 420 g.',
    ],
    wrong: [
      ['number', 'n'],
      ['unit', 'unit', ['l', 'g', 'cm']],
      ['product', 'product'],
    ],
  },
  {
    id: 'en-dishwasher',
    language: 'en',
    slots: { product: products },
    passage: {
      question: 'Can I put the {product} in the dishwasher?',
      answer: 'Yes, the {product} is dishwasher safe on the upper rack.',
    },
    replies: [
      'You can put the {product} in the dishwasher, on the upper rack.',
      'The {product} is safe in the dishwasher when it stands on the upper rack.',
    ],
    wrong: [
      ['product', 'product'],
      [
        'negation',
        [
          'You can not put the {product} in the dishwasher, on the upper rack.',
          'The {product} is not safe in the dishwasher when it stands on the upper rack.',
        ],
      ],
    ],
  },
  {
    id: 'en-opened',
    language: 'en',
    slots: { thing: ['cosmetics', 'headphones', 'supplements', 'mattresses'] },
    passage: {
      question: 'Do you take back opened {thing}?',
      answer: 'For hygiene reasons opened {thing} cannot be returned.',
    },
    replies: [
      'We are not able to take back {thing} that have been opened, for hygiene reasons.',
      'Opened {thing} are excluded from returns.',
    ],
    wrong: [
      ['negation', ['We are able to take back {thing} that have been opened.', 'Opened {thing} can be returned.']],
    ],
  },
  {
    id: 'en-return-cost',
    language: 'en',
    slots: { n: ['30', '45'] },
    passage: {
      question: 'Who pays for sending it back?',
      answer: 'Return shipping is free within the country: the label is in the parcel.',
    },
    replies: [
      'Sending it back is free within the country, the label lies in your parcel.',
      'You will find a label in the parcel; return shipping within the country is free.',
    ],
    wrong: [
      [
        'negation',
        [
          'Sending it back is not free within the country, although the label lies in your parcel.',
          'You will find a label in the parcel; you have to pay for return shipping within the country.',
        ],
      ],
    ],
  },
];
