/** A policy as its writer thinks of it, before it is set in any format. */
export type PolicyBlock =
  | string
  | { readonly list: readonly string[] }
  | { readonly table: readonly (readonly string[])[] };
export type PolicySection = {
  readonly heading: string;
  readonly blocks: readonly PolicyBlock[];
  readonly parts?: readonly PolicySection[];
};
export type Policy = { readonly title: string; readonly chapters: readonly PolicySection[] };

/**
 * A question as a customer writes it, the headings (below the title) of the section that answers it, and words that stand
 * in the answer.
 */
export type PolicyQuestion = {
  readonly question: string;
  readonly headings: readonly string[];
  readonly holds: string;
};

/* Three to four pages, written for these tests. */
export const englishPolicy: Policy = {
  title: 'Delivery, returns and warranty',
  chapters: [
    {
      heading: 'Ordering and payment',
      blocks: [
        'These terms apply to every order placed in our online shop. Where they differ from what a product page says, the product page comes first.',
      ],
      parts: [
        {
          heading: 'Ways to pay',
          blocks: [
            'We accept Visa, Mastercard, American Express, PayPal and bank transfer. Cards are charged when the parcel leaves us, not when you order.',
            'With a bank transfer we keep your order for seven days. If no payment has reached us by then, the order is cancelled and the goods go back on sale.',
          ],
        },
        {
          heading: 'Changing or cancelling an order',
          blocks: [
            'You may change the address or the contents of an order, or cancel it altogether, until the label is printed. This usually happens within two hours on working days.',
            'After that we cannot stop the parcel. Refuse it at the door or send it back, and we refund it as a return.',
          ],
        },
        {
          heading: 'Vouchers and gift cards',
          blocks: [
            'One voucher can be used per order. Vouchers do not count towards delivery charges and are not paid out in cash.',
            'Gift cards are valid for three years from the day they were bought. What is left on a card after an order stays on it.',
          ],
        },
      ],
    },
    {
      heading: 'Delivery',
      blocks: [
        'We ship from our warehouse from Monday to Friday. Orders placed before 14:00 leave the same day; later ones leave on the next working day.',
      ],
      parts: [
        {
          heading: 'Delivery times and charges',
          blocks: [
            'Times count from the day the parcel leaves the warehouse. Charges are per order, however many parcels it takes.',
            {
              table: [
                ['Destination', 'Delivery time', 'Charge', 'Free from'],
                ['Great Britain', '2 to 3 working days', '£3.95', '£50'],
                ['Northern Ireland', '3 to 5 working days', '£5.95', '£75'],
                ['Ireland', '4 to 6 working days', '£8.50', '£100'],
                ['European Union', '5 to 8 working days', '£12.00', '£150'],
                ['Norway and Switzerland', '6 to 9 working days', '£16.50', 'never'],
                ['United States and Canada', '7 to 12 working days', '£24.00', 'never'],
              ],
            },
            'Express delivery by noon of the next working day is offered within Great Britain for £9.90. It is not available for furniture.',
          ],
        },
        {
          heading: 'Customs and import duties',
          blocks: [
            'Parcels to countries outside the United Kingdom may be subject to duties and taxes of the country of arrival. The carrier collects them from the recipient. We cannot pay them in advance and do not know the amount beforehand.',
          ],
        },
        {
          heading: 'When nobody is at home',
          blocks: [
            'The driver tries twice. After the second attempt the parcel waits for ten days at the nearest collection point; the card in your letter box says where.',
            'Parcels that are not collected come back to us. We refund the goods, but not the delivery charge.',
          ],
        },
        {
          heading: 'Lost or damaged parcels',
          blocks: [
            'Please tell us within fourteen days if a parcel shows as delivered and you do not have it. We ask the carrier to search, which takes up to eight working days, and then send a replacement or refund you.',
            {
              list: [
                'Take a photo of the box from outside before you throw it away.',
                'Take a photo of the broken item in its packaging.',
                'Send both to us within three days of delivery.',
              ],
            },
          ],
        },
      ],
    },
    {
      heading: 'Returns',
      blocks: [
        'You may return almost anything you bought from us. The rules below say how long you have and what it costs.',
      ],
      parts: [
        {
          heading: 'How long you have',
          blocks: [
            'You can send goods back within 45 days of the day they reached you. For orders placed between 15 November and 24 December the period ends on 31 January.',
          ],
        },
        {
          heading: 'Condition of the goods',
          blocks: [
            'Goods must be unused and complete, with their labels. You may open the box and try things as you would in a shop. If a kettle has been filled with water, or a blade has cut, it counts as used and we deduct up to 40 percent of the price.',
          ],
          parts: [
            {
              heading: 'What cannot be returned',
              blocks: [
                {
                  list: [
                    'Food, tea and coffee once the seal is broken.',
                    'Items engraved or made to your wish.',
                    'Earrings and razors, for reasons of hygiene.',
                    'Downloads and gift cards.',
                  ],
                },
              ],
            },
          ],
        },
        {
          heading: 'Cost of sending back',
          blocks: [
            {
              table: [
                ['Reason', 'Who pays', 'What to do'],
                ['Wrong or faulty item', 'we do', 'Ask us for a free label'],
                [
                  'Changed your mind, Great Britain',
                  'you pay £2.95',
                  'Print the label from your account; we deduct it from the refund',
                ],
                ['Changed your mind, other countries', 'you do', 'Choose a carrier with tracking'],
                ['Furniture', 'you pay £35', 'We send a driver to collect it'],
              ],
            },
          ],
        },
        {
          heading: 'Refunds',
          blocks: [
            'We check returns within five working days of their arrival and refund the way you paid. Cards take another three to five days at the bank. The delivery charge of the original order is refunded only if the whole order comes back.',
          ],
        },
        {
          heading: 'Exchanges',
          blocks: [
            'We do not swap items directly. Order the other size or colour as a new order and send the first one back: the new order goes out at once, and its delivery is free if you write “exchange” in the note.',
          ],
        },
      ],
    },
    {
      heading: 'Warranty and repairs',
      blocks: ['The warranty stands beside your legal rights and does not limit them.'],
      parts: [
        {
          heading: 'Warranty periods',
          blocks: [
            'Electrical appliances carry a warranty of three years, cast iron cookware of twenty-five years, everything else of two years. It begins on the day of delivery; the invoice is the proof, so please keep it.',
          ],
        },
        {
          heading: 'What the warranty does not cover',
          blocks: [
            'Wear and tear, limescale, drops and scratches, commercial use, and damage from parts that are not ours are not covered.',
          ],
        },
        {
          heading: 'Sending something in for repair',
          blocks: [
            'Describe the fault in your account under “Repairs” and print the label you receive. A repair takes ten to fifteen working days. If it cannot be repaired you get a new one, or your money back where the model is no longer made.',
          ],
        },
        {
          heading: 'Spare parts',
          blocks: [
            'Filters, seals, handles and lids are kept for at least seven years after a model is discontinued. Order them by the number on the underside of the appliance.',
          ],
        },
      ],
    },
  ],
};

/* Written before anything was tried on them. */
export const englishQuestions: readonly PolicyQuestion[] = [
  {
    question: 'hi, how much is shipping to Norway and how many days does it take roughly?',
    headings: ['Delivery', 'Delivery times and charges'],
    holds: 'Norway and Switzerland',
  },
  {
    question: 'I was out when the driver came by. Where is my parcel now and how long will they keep it?',
    headings: ['Delivery', 'When nobody is at home'],
    holds: 'collection point',
  },
  {
    question: 'Until when can I send back a Christmas present that was bought at the end of November?',
    headings: ['Returns', 'How long you have'],
    holds: '31 January',
  },
  {
    question: 'I already boiled water in the kettle once, can I still return it and get all my money back?',
    headings: ['Returns', 'Condition of the goods'],
    holds: '40 percent',
  },
  {
    question: 'Can I return the earrings I ordered?',
    headings: ['Returns', 'Condition of the goods', 'What cannot be returned'],
    holds: 'Earrings',
  },
  {
    question: 'What does it cost me to return a sideboard, and will somebody pick it up?',
    headings: ['Returns', 'Cost of sending back'],
    holds: '£35',
  },
  {
    question: 'You got my parcel back last week. When will I see the money on my credit card?',
    headings: ['Returns', 'Refunds'],
    holds: 'five working days',
  },
  {
    question: 'How many years of warranty do I have on a cast iron pot?',
    headings: ['Warranty and repairs', 'Warranty periods'],
    holds: 'twenty-five years',
  },
  {
    question: 'I typed in the wrong house number, can you still change the address of my order?',
    headings: ['Ordering and payment', 'Changing or cancelling an order'],
    holds: 'label is printed',
  },
  {
    question: 'The mug arrived in pieces. What do you need from me?',
    headings: ['Delivery', 'Lost or damaged parcels'],
    holds: 'photo of the broken item',
  },
];
