import type { Messages } from '../messages.ts'
import type { refusals as original } from '../zh-CN/refusals.ts'

export const refusals: Messages<typeof original> = {
  'not-signed-in': 'Your session has ended. Please sign in again.',
  'not-allowed': 'Your role does not allow this. Ask an administrator if you need it.',
  'not-found': 'This was not found; it may have been deleted.',
  'invalid-input': 'Some entries need correction; see the marked fields.',
  'changed-meanwhile':
    'Somebody else has just changed this assessment. Reload, compare and save again; what you entered is still on the page.',
  'survey-published': 'The questionnaire is published and can no longer be changed.',
  'survey-not-published': 'The questionnaire has not been published.',
  'survey-closed': 'The survey is closed.',
  'survey-has-responses': 'The survey has responses, so the stakeholder groups can no longer be changed.',
  'no-groups': 'Register the stakeholder groups first: each gets its own survey link.',
  'no-questionnaire': 'Save the questionnaire first.',
  'no-opposition-item':
    'The questionnaire names no item that measures opposition. Without it no verdict can be given; name one before publishing.',
  'username-taken': 'This username is taken.',
  'last-administrator': 'At least one administrator must remain able to sign in.',
  'wrong-credentials': 'Wrong username or password.',
  'too-many-attempts': 'Too many attempts. Try again in {minutes} minutes.',
  'render-timeout': 'Making the report took too long. Try again later.',
  'render-failed':
    'The report could not be made. No data was changed; try again later or ask an administrator.',
  'fonts-missing': 'Fonts for the report are missing; run npm start again.',
  unexpected: 'Something went wrong and nothing was saved. Try again later.',
}
