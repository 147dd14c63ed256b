import type { Messages } from '../messages.ts'
import type { intake as original } from '../zh-CN/intake.ts'
import { publicNotices } from './public-notices.ts'

export const intake: Messages<typeof original> = {
  publicNotices,
  page: {
    otherLanguage: '中文',
    site: 'Public opinion survey',
    errorTitle: 'Needs correction: {title}',
  },
  about: {
    heading: 'Before you begin',
    assessor: 'Who asks',
    matter: 'The matter',
    group: 'Who is asked',
    purpose: 'What it is for',
    purposeText:
      'The social-stability risk assessment of this matter: before it is decided, people are asked whether it does them good, what worries them and what they need.',
    kept: 'What is kept',
    keptText: 'Your answers, the group named above and the date. No time of day.',
    notKept: 'What is not kept',
    notKeptText:
      'No name, telephone number, address or identity number is asked for, no device is recorded, and no cookies are used. Your network address is held in memory for a short while against flooding; it is never written to the database or a log.',
    seen: 'Who sees it',
    seenText:
      'Until the survey closes the assessor sees only how many people have answered. Afterwards choices are published as totals only; written comments are read by the assessors.',
    voluntary: 'Must I take part?',
    voluntaryText: 'No. Whether you take part and what you answer is up to you, and you need give no reason.',
    opposition: 'May I object?',
    oppositionText:
      'Yes. Opposition and dissatisfaction matter as much as support and satisfaction, and are counted as given.',
    law: 'What the law says',
    lawText:
      'Under the Personal Information Protection Law of the People’s Republic of China, information that has been made anonymous is not personal information. This survey collects nothing that identifies you; answers are handled anonymously.',
    time: 'How long it takes',
    timeText: '{n} questions, about {minutes} min.',
    someRequired: 'Questions marked “required” need an answer; the others may be skipped.',
    noneRequired: 'Every question may be skipped.',
    questions: 'Questions',
    battery: 'Questions {from} to {to}: choose one answer for each.',
  },
  question: {
    number: 'Question {n}',
    total: ' of {total}',
    required: 'required',
    skip: 'Skip',
    multiple: 'You may choose several.',
    multipleAtLeast: 'You may choose several, {min} at least.',
    multipleAtMost: 'You may choose several, {max} at most.',
    multipleBetween: 'Please choose {min} to {max}.',
    otherFor: 'If you choose this, please state:',
    matrix: 'One answer per row; leave out what you do not wish to answer.',
    matrixAll: 'One answer per row.',
    ranking: 'Give each item a place; 1 comes first, and each place is used once.',
    rankingSome: 'Give the first {n} places, each once; leave the other items open.',
    rank: 'Place {n}',
    noRank: 'none',
    numberRange: 'A number from {min} to {max}. ',
    numberDecimals: 'At most {n} decimal places.',
    day: 'Year, month and day, such as 2024-05-01.',
    month: 'Year and month, such as 2024-05.',
    askedIf: 'Please answer if {conditions}; otherwise leave it out, an answer would not be counted.',
    condition: 'you chose {options} in question {n}',
    conditionRow: 'you chose {options} for “{row}” in question {n}',
    quoted: '“{text}”',
    or: ' or ',
    and: ' and ',
    text: 'At most {max} characters. Please write nothing that identifies you or anybody else, such as a name, a telephone number or an identity number.',
    error: 'Needs correction: ',
  },
  submit: {
    final:
      'Once sent, answers cannot be changed or withdrawn: they carry no name, so we cannot tell which are yours.',
    button: 'Send my answers',
  },
  faults: {
    heading: 'Your answers have not been sent yet',
    kept: 'Everything you entered is still on this page. Please correct the following and send again.',
    'answer-required': 'This question needs an answer.',
    'answer-unknown-option': 'The option received does not belong to this question; please choose again.',
    'answer-wrong-type': 'This question takes one answer only; please choose again.',
    'answer-too-few': 'Please choose at least {min}.',
    'answer-too-many': 'Please choose {max} at most.',
    'answer-rows-missing': '{n} of the rows are still open; please answer each.',
    'answer-not-a-number': 'This is not recognised as a number. Please enter one number only, such as 12.',
    'answer-too-precise': 'At most {decimals} decimal places.',
    'answer-out-of-range': 'Please stay between {min} and {max}.',
    'answer-not-a-date': 'This is not recognised as a date. Please follow the example below the question.',
    'answer-rank-twice': 'Place {place} was given twice. Each place can be used once.',
    'answer-ranks-missing': 'The order is not complete. Please give places 1 to {places}, or none at all.',
    'answer-other-not-chosen':
      'You wrote an explanation without choosing “{option}”. Please choose it, or remove the explanation.',
    'answer-too-long':
      'At most {max} characters are possible and there are {length}; please shorten by {over}.',
    'empty-response': 'You have not answered any question yet.',
    'unknown-question':
      'Something was received that is not part of this questionnaire, so nothing was recorded. Please check this page and send again.',
    'bad-key': 'The form arrived incomplete, so nothing was recorded. Please check this page and send again.',
    'not-recorded':
      'The system cannot save at the moment, and your answers were NOT recorded. Please press “Send my answers” again in a little while; they will count once.',
  },
  done: {
    title: 'Your answers have been received',
    thanks: 'Thank you. Your answers are stored and will be counted as given.',
    again: 'These answers had been received before. They were not counted twice; what was sent first stands.',
    receipt: 'Your receipt number',
    useHeading: 'What it is for',
    use: 'It says that these answers were received and stored. Sending the same form again gives the same number and counts once. We keep no copy of it and cannot issue it again.',
    limitHeading: 'What it cannot be used for',
    limit:
      'No page shows your answers for a receipt number. Keep it to yourself; you need not give it to anybody, and you need not keep it at all.',
    verify: 'Look up whether it was counted',
    qr: 'QR code that opens the page for looking up',
    print: 'You may print this page, take a screenshot, or write the number down.',
    leave:
      'You can close this page now. On a shared or borrowed telephone or computer, please close the window.',
  },
  verify: {
    title: 'Was my answer counted?',
    lead: 'Enter the receipt you were given: it shows whether your answers arrived and whether they were counted.',
    label: 'Receipt (20 characters; case and hyphens do not matter)',
    send: 'Look up',
    counted: 'Counted. These answers were counted when the survey was closed.',
    open: 'Received. The survey is still open; the answers will be counted when it closes. Come back then for the proof.',
    unknown: 'No such receipt was found. Please check it; 0 and O, 1 and I are the same.',
    never:
      'This page never shows answers and cannot find any. Receipts are not stored, and nobody records who looks them up.',
    proof: {
      summary: 'Proof, to check by yourself',
      how: 'Take SHA-256 of the leaf (with a byte 00 in front), then of each pair with the values below (byte 01 in front; the position decides left and right). The last must equal the root, which the report prints (RFC 6962 §2.1).',
      root: 'Root',
      leaf: 'Leaf of this receipt',
      position: 'Position',
      of: '{index} of {size}',
      path: 'Values to join',
    },
  },
  codeEntry: {
    title: 'Enter your code',
    lead: 'The code is printed on the slip you were given: twelve letters and digits, good for one answer. Nobody notes who got which slip.',
    label: 'Code',
    malformed:
      'This is not a code; nothing was saved. Check it against the slip: twelve characters, no I, L, O or U.',
    send: 'Open the questionnaire',
  },
  notice: {
    home: {
      title: 'Public opinion survey',
      text: 'Before a major decision, policy, project or event is decided, the people it affects are asked. This is where residents answer, without an account and without a name.',
      next: 'Please open the questionnaire with the link you were given or the QR code on the notice. If you have none, ask your village or community committee or the assessing body.',
    },
    'not-found': {
      title: 'Page not found',
      text: 'The link may be incomplete, or the questionnaire has not been published.',
      next: 'Please check the link (capital and small letters matter) or scan the QR code again. If it still does not open, ask whoever gave you the link.',
    },
    'code-unknown': {
      title: 'There is no such code',
      text: 'The code may have been copied wrongly, or the survey is over. Nothing was saved.',
      next: 'Check it against the slip, or scan the slip again. If it still fails, ask whoever gave you the slip.',
    },
    'code-spent': {
      title: 'This code has been used',
      text: 'A code is good for one answer. The answer given with it is safe; nothing was saved now.',
      next: 'If it was not you, ask whoever gave you the slip for another one.',
    },
    'code-void': {
      title: 'This code is void',
      text: 'These slips may have been lost; the office made them void. Nothing was saved.',
      next: 'Ask whoever gave you the slip for another one.',
    },
    'receipt-expired': {
      title: 'This receipt page has expired',
      text: 'It can be shown only for a while after sending. Answers that were stored are not affected.',
      next: 'We keep no copy of receipt numbers and cannot show it again.',
    },
    closed: {
      title: 'This survey has closed',
      text: 'No further answers are accepted. All answers received in time are counted.',
      next: 'If you have more to say, please turn to the assessing body.',
    },
    'method-not-allowed': {
      title: 'This page cannot be opened that way',
      text: 'The browser’s request does not fit this page. Nothing was recorded.',
      next: 'Please open the questionnaire again with the link you were given.',
    },
    'too-large': {
      title: 'Too much text: nothing was recorded',
      text: 'What was sent is longer than can be received, so none of it was recorded.',
      next: 'Please go back in your browser, shorten your comments and send again.',
    },
    'unsupported-media': {
      title: 'The content could not be read',
      text: 'What was sent did not come from the questionnaire page. Nothing was recorded.',
      next: 'Please open the questionnaire again with the link you were given.',
    },
    'too-many': {
      title: 'Too many at once: nothing was recorded',
      text: 'Many answers came from the same network within a short time, and yours were not recorded this time.',
      next: 'Please reload this page in {minutes} min and agree when the browser asks whether to send again. You need not fill in anything anew, and it will count once.',
    },
    'not-recorded': {
      title: 'Your answers were not recorded',
      text: 'The system is not available at the moment, and your answers were NOT recorded.',
      next: 'Please reload this page in a little while and agree when the browser asks whether to send again. You need not fill in anything anew, and it will count once.',
    },
    unavailable: {
      title: 'Not available at the moment',
      text: 'The system is not available at the moment.',
      next: 'Please try again in a few minutes.',
    },
    'bad-request': {
      title: 'The request could not be understood',
      text: 'What the browser sent was incomplete. Nothing was recorded.',
      next: 'Please open the questionnaire again with the link you were given.',
    },
  },
}
