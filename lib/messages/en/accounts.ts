import type { Messages } from '../messages.ts'
import type { accounts as original } from '../zh-CN/accounts.ts'

export const accounts: Messages<typeof original> = {
  title: 'Accounts',
  lead: 'Make accounts for your office and give them roles. Accounts are disabled, never deleted, so that every finding keeps its author.',
  create: 'New account',
  columns: { username: 'Username', name: 'Name', role: 'Role', state: 'State', actions: 'Actions' },
  active: 'Active',
  disabled: 'Disabled',
  you: 'you',
  ownPassword: 'Change my password',
  actionsFor: 'Actions for {name}',
  changeRole: 'Change role',
  disable: 'Disable',
  enable: 'Enable',
  resetPassword: 'Reset password',
  roleHints: {
    assessor: 'Registers matters, fills in the case, runs surveys, prints reports',
    expert: 'Reads the case; scores indicators and risk factors',
    reviewer: 'Reads case and report; judges the quality of the assessment',
    decider: 'Reads case and report; decides on their basis',
    administrator: 'Looks after accounts; may also assess in a small office',
    observer: 'Reads only',
  },
  form: {
    username: 'Username',
    usernameHint: '3 to 32 lower-case letters, digits, dots, hyphens or underscores, e.g. zhangsan.',
    name: 'Name',
    nameHint: 'Findings and scores carry this name.',
    role: 'Role',
    choose: 'Please choose',
    submit: 'Create account',
  },
  roleForm: {
    title: 'Change the role of {name}',
    submit: 'Change',
    saved: 'Role changed.',
  },
  disableTitle: 'Disable the account of {name}?',
  disableBody:
    'It is signed out at once and can no longer sign in. What it entered stays under its name, and it can be enabled again.',
  enableTitle: 'Enable the account of {name}?',
  enableBody: 'It can sign in again with its old password.',
  disabledSaved: 'Account disabled.',
  enabledSaved: 'Account enabled.',
  resetTitle: 'Reset the password of {name}?',
  resetBody:
    'The old password ends at once and the account is signed out everywhere. The new one is shown once.',
  issued: {
    title: 'First password of {name}',
    body: 'This password is shown this once. Hand it over in person or by a safe way, and ask its owner to change it.',
    username: 'Username',
    password: 'Password',
    copy: 'Copy password',
    copied: 'Copied',
    done: 'I have noted it',
  },
}
