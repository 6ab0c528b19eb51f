export const tolerance = {
  'settings.drafting': 'When to draft',
  'tolerance.text':
    'The desk drafts an answer only where it is sure enough. Say how many wrong drafts you tolerate: it finds its threshold from what it knows of itself. Below it there is no draft, but the reason and the three nearest entries.',
  'tolerance.howMany': 'Tolerated share of wrong drafts',
  'tolerance.usual': 'As usual: whatever is more likely right than wrong',
  'tolerance.usualShort': 'as usual',
  'tolerance.asStore': 'As in the store',
  'tolerance.atMost': 'At most {rate} wrong',
  'tolerance.ofHundred':
    'Of 100 questions that your knowledge answers about {answered} get a draft, about {wrong} of them wrong, at most {most}.',
  'tolerance.ofHundredFew':
    'Of 100 questions that your knowledge answers about {answered} get a draft, hardly any of them wrong.',
  'tolerance.now': 'Now: about {answered} get a draft, about {wrong} of them wrong.',
  'tolerance.overall':
    'With the thresholds of its topics, about {answered} of 100 get a draft in all, about {wrong} of them wrong.',
  'tolerance.waiting':
    'Customers also ask what it does not answer: {drafted} of the {asked} {asked|question|questions} that wait now have a draft.',
  'tolerance.from': 'Drafted from {share} likelihood on.',
  'tolerance.estimated':
    'Too little has been answered yet to show that the rate holds; each draft by itself is that likely right.',
  'tolerance.unreachable': 'No threshold keeps this rate: nothing would be drafted.',
  'tolerance.lowestReachable': 'The lowest rate that can be kept is {rate}.',
  'tolerance.curve': 'Answered against wrong',
  'tolerance.axis': 'questions that get a draft',
  'tolerance.threshold': 'Threshold',
  'tolerance.answered': 'Drafted',
  'tolerance.wrong': 'Wrong',
  'tolerance.present': 'Now',
  'tolerance.chosen': 'Chosen here',
  'tolerance.band': 'Four times in five within',
  'tolerance.point': '{answered} drafted · {wrong} wrong ({least} – {most})',
  'tolerance.why': 'Why (kept with the change)',
  'tolerance.saved': 'Saved. Open drafts are being made again.',
  'tolerance.basis':
    'Learned from {questions} {questions|question|questions} of your knowledge, each asked without its own entry, and {answers} real {answers|answer|answers}.',
  'tolerance.byStore': 'This topic has too few of its own: the whole store speaks for it.',
  'tolerance.nothingKnown':
    'The desk has not learned anything about this store yet, so it cannot say what a rate would cost.',
  'tolerance.topics': 'Topics',
  'tolerance.topicsText': 'Where a mistake costs more, or less, than elsewhere, a topic can have a rate of its own.',
  'tolerance.topic': 'Topic',
  'tolerance.ofTopic': 'Topic “{topic}”',
  'tolerance.rate': 'Rate',
  'tolerance.noDraft': 'no drafts',
  'tolerance.set': 'Set…',
  'tolerance.setFor': 'Set the rate of {topic}',
  'tolerance.otherTopic': 'Another topic',
  'tolerance.wholeStore': 'Whole store',
  'tolerance.changes': 'Changes',
} as const;
