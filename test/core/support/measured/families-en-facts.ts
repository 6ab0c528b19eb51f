import type { Family } from './family.ts';

const products = [
  'Nimbus desk lamp',
  'Tern rain jacket',
  'Alder cutting board',
  'Pico espresso grinder',
  'Wren travel mug',
  'Sable wool scarf',
];

export const englishFacts: readonly Family[] = [
  {
    id: 'en-hours',
    language: 'en',
    slots: {
      days: ['Monday to Friday', 'Monday to Thursday', 'Tuesday to Saturday'],
      from: ['8:00', '9:30', '10:00'],
      to: ['16:30', '18:00', '20:00'],
    },
    passage: { question: 'When can I call you?', answer: 'Our phones are answered {days}, {from}–{to}.' },
    replies: [
      'You reach us by phone {days} from {from} to {to}.',
      'We answer the telephone {days} between {from} and {to}.',
    ],
    wrong: [
      ['number', 'to'],
      ['date', 'days'],
    ],
  },
  {
    id: 'en-contact',
    language: 'en',
    slots: {
      mail: ['returns@tern.example', 'repair@alder.example', 'help@wren.example'],
      link: ['https://tern.example/returns', 'https://alder.example/forms/r7', 'https://wren.example/help/send-back'],
    },
    passage: { question: 'Where do I register a return?', answer: 'Fill in the form at {link}, or write to {mail}.' },
    replies: [
      'Please fill in the form here: {link} – or send a mail to {mail}.',
      'You can register it at {link}; writing to {mail} works as well.',
    ],
    wrong: [
      ['number', 'mail'],
      ['number', 'link'],
    ],
  },
  {
    id: 'en-order-shipped',
    language: 'en',
    slots: {
      number: ['TR-20418', 'TR-20933', 'TR-21007'],
      tracking: ['PX4002771EU', 'PX4002902EU', 'PX4003115EU'],
      date: ['2027-05-14', '2027-03-03', '2027-10-09'],
    },
    passage: null,
    order: ({ number = '', tracking = '', date = '' }) => ({
      number,
      status: 'shipped',
      trackingNumber: tracking,
      promisedAt: Date.parse(`${date}T12:00:00Z`),
    }),
    replies: [
      'Your order {number} is on its way; the carrier knows it as {tracking}. It is due on {spoken}.',
      'We have shipped order {number}. With tracking number {tracking} you can follow it, and it should arrive by {spoken}.',
    ],
    wrong: [
      ['number', 'number', ['TR-30418', 'TR-20481']],
      ['number', 'tracking', ['PX4009999EU', 'PX4002717EU']],
      ['date', 'spoken'],
      [
        'state',
        [
          'Your order {number} has been cancelled; the carrier knows it as {tracking}. It is due on {spoken}.',
          'We have refunded order {number}. With tracking number {tracking} you can follow it, and it should arrive by {spoken}.',
        ],
      ],
      [
        'state',
        [
          'Your order {number} has not been shipped yet; the carrier knows it as {tracking}.',
          'Order {number} was delivered. With tracking number {tracking} you can follow it.',
        ],
      ],
    ],
  },
  {
    id: 'en-order-paid',
    language: 'en',
    slots: { number: ['TR-20418', 'TR-20933', 'TR-21007'], amount: ['46.14', '68', '119.50'], sign: ['€'] },
    passage: null,
    order: ({ number = '', amount = '' }) => ({
      number,
      status: 'refunded',
      amount: { value: Number(amount), currency: 'EUR' },
    }),
    replies: [
      'We have refunded your order {number} in full: {sign}{amount}.',
      'The refund for {number} has been issued; the order came to {sign}{amount}.',
    ],
    wrong: [
      ['number', 'amount'],
      ['currency', 'sign', ['$', '£']],
      [
        'state',
        [
          'We have shipped your order {number} in full: {sign}{amount}.',
          'Your order {number} is still being packed; the order came to {sign}{amount}.',
        ],
      ],
    ],
  },
  {
    id: 'en-stock',
    language: 'en',
    slots: { product: products },
    passage: { question: 'Is the {product} available?', answer: 'The {product} is in stock.' },
    replies: ['Good news: the {product} is currently in stock.', 'We have checked, and the {product} is in stock now.'],
    wrong: [
      ['product', 'product'],
      [
        'state',
        ['I am afraid the {product} is currently sold out.', 'We have checked, and the {product} is out of stock now.'],
      ],
    ],
  },
  {
    id: 'en-pack',
    language: 'en',
    slots: { product: products, n: ['6', '8', '12', '24'] },
    passage: {
      question: 'How many pieces are in the {product} box?',
      answer: 'Each box of the {product} contains {n} filters.',
    },
    replies: ['There are {n} filters in every box of the {product}.', 'One {product} box comes with {n} filters.'],
    wrong: [
      ['number', 'n'],
      ['product', 'product'],
    ],
  },
  {
    id: 'en-brewing',
    language: 'en',
    slots: { low: ['70', '80', '95'], minutes: ['2', '3', '5'], heat: ['°C'] },
    passage: {
      question: 'How do I brew it?',
      answer: 'Pour water of {low} {heat} over the leaves and let them steep for {minutes} minutes.',
    },
    replies: [
      'Use water at {low} {heat} and let the leaves steep {minutes} minutes.',
      'The leaves want {minutes} minutes in water of {low} {heat}.',
    ],
    wrong: [
      ['number', 'low'],
      ['number', 'minutes'],
      ['unit', 'heat', ['°F']],
    ],
  },
  {
    id: 'en-instalments',
    language: 'en',
    slots: { n: ['3', '4', '6'], from: ['60', '150', '200'], sign: ['€'] },
    passage: {
      question: 'Can I pay in instalments?',
      answer: 'Yes. From {sign}{from} you can pay in {n} monthly instalments without interest.',
    },
    replies: [
      'You can spread the payment over {n} monthly instalments for orders from {sign}{from}.',
      'From {sign}{from} on we offer {n} monthly instalments.',
    ],
    wrong: [
      ['number', 'n'],
      ['number', 'from'],
      ['currency', 'sign', ['£', '$']],
      [
        'negation',
        [
          'You cannot spread the payment over {n} monthly instalments for orders from {sign}{from}.',
          'From {sign}{from} on we do not offer {n} monthly instalments.',
        ],
      ],
    ],
  },
];
