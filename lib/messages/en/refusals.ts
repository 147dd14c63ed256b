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
  'survey-not-draft': 'Only a draft that is not yet published can be discarded.',
  'no-earlier-survey': 'This is the questionnaire of the first survey; it can be changed, not discarded.',
  'group-was-surveyed':
    '“{name}” has taken part in a survey and answers are kept under it, so it can be neither removed nor renamed. New groups can be added.',
  'group-counts':
    'The results in force are weighed by the size and effect of “{name}”, so these stay. To correct them, begin another survey and change them while it is a draft.',
  'survey-not-published': 'The questionnaire has not been published.',
  'survey-key-missing':
    'The key file of this survey is missing. The answers are intact and sealed: restore the file in KEYS_DIR and try again.',
  'too-many-codes': 'At most 5,000 codes can be made at once: make them in several batches.',
  'nobody-to-ask': 'No group has households or persons registered, so no sample size can be computed.',
  'no-sampling-plan': 'Please save a sampling plan first.',
  'plan-outdated': 'The stakeholder groups changed after the plan was saved. Please save the plan again.',
  'plan-not-by-households':
    'The plan counts persons. Households only can be drawn: the workbench keeps no list of persons.',
  'reveal-not-later':
    'The number must become known after today: a number of today may already be known to somebody.',
  'redraw-without-reason':
    'A draw is on record. Drawing again needs a reason, which is printed in the report.',
  'draw-not-awaited': 'This draw is done, or a later announcement took its place.',
  'reveal-day-not-come': 'The day of the number ({day}) has not come yet.',
  'frame-changed':
    'Groups or lists changed after the announcement, so this number can no longer be used. Announce again and say why.',
  'frame-too-large':
    'At most 500,000 households can be drawn from at once. Please divide the groups by area.',
  'sample-larger-than-list':
    '{sample, plural, one {{sample} household was} other {{sample} households were}} to be drawn, but the list has {households}.',
  'duplicate-number': 'The list has a household number twice.',
  'survey-closed': 'The survey is closed.',
  'results-not-yet': 'Results can be exported once the survey is closed: before that nobody sees any totals.',
  'survey-has-responses': 'The survey has responses, so the stakeholder groups can no longer be changed.',
  'no-groups': 'Register the stakeholder groups first: each gets its own survey link.',
  'no-questionnaire': 'Save the questionnaire first.',
  'no-opposition-item':
    'The questionnaire names no item that measures opposition. Without it no verdict can be given; name one before publishing.',
  'columns-missing': 'The file lacks these columns: {columns}. Please use the template.',
  'no-rows': 'The file has no rows to import.',
  'bad-rows':
    '{rows, plural, one {{rows} cell needs} other {{rows} cells need}} correction; nothing was imported.',
  'unreadable-table': 'The table cannot be read. Please save it as .xlsx or CSV.',
  'table-too-large':
    'The table is too large and was not imported. Remove empty rows and columns, or import it in parts.',
  'table-kind-not-allowed': '“{name}” is no table. Please choose an .xlsx or CSV file.',
  'old-workbook':
    'This is an old Excel file or one with a password. Remove the password and save it as .xlsx.',
  'unknown-group': 'There is no such group; it may have been deleted. Please reload.',
  'unknown-factor': 'There is no such risk factor; it may have been deleted. Please reload.',
  'survey-not-closed': 'Text answers can be taken once the survey is closed.',
  'texts-taken': 'The text answers of this survey have been taken already.',
  'no-texts': 'This survey has no text answers.',
  'theme-exists': 'There is a theme of this name already.',
  'theme-has-opinions': 'Opinions still have this theme; merge it into another.',
  'theme-answered-in-public':
    'This theme was answered in public and cannot be removed or merged. Its opinions can be moved one by one.',
  'answer-published': 'The public already reads the answer as it stands.',
  'coded-meanwhile':
    'Somebody has just coded some of these; nothing was changed. Look at the new coding first.',
  'words-differ':
    'Splitting only cuts the text. The pieces together must be its words and no others; signs may be left out at the cuts.',
  'not-a-name': 'Only names can be masked. What was chosen does not look like one; nothing was changed.',
  'correction-exists': 'There is a correction of this notice already: change its draft.',
  'corrected-meanwhile':
    'The notice was corrected or withdrawn meanwhile; this correction cannot be published.',
  'username-taken': 'This username is taken.',
  'last-administrator': 'At least one administrator must remain able to sign in.',
  'wrong-credentials': 'Wrong username or password.',
  'too-many-attempts':
    'Too many attempts. Try again in {minutes, plural, one {{minutes} minute} other {{minutes} minutes}}.',
  'render-timeout': 'Making the report took too long. Try again later.',
  'render-failed':
    'The report could not be made. No data was changed; try again later or ask an administrator.',
  'fonts-missing': 'Fonts for the report are missing; run npm start again.',
  'notice-published': 'The notice is published and its text is frozen. It can be corrected or withdrawn.',
  'notice-not-published': 'The notice is not published, or was withdrawn or corrected.',
  'notice-starts-in-past': 'The first day ({from}) has passed. Set it to today or later.',
  'period-too-short':
    'The period is too short; the lawful day is {lawfulDay}. Prolong it or give the reason.',
  'period-fixed-by-law':
    'This period is fixed by law and cannot be shortened. The lawful day is {lawfulDay}.',
  'posted-before-notice': 'The posting lies before the first day of the notice ({from}).',
  'unknown-file': 'There is no such file; it may have been removed. Reload the page.',
  'evidence-in-use': 'The file is in use and cannot be removed. Detach it first.',
  'file-empty': '“{name}” is empty and was not stored.',
  'file-too-large': 'The file is larger than {megabytes} MB and was not stored. Compress or split it.',
  'file-kind-not-allowed':
    'Files like “{name}” are not taken. PDF, JPEG, PNG, WebP, DOCX, XLSX, TXT and CSV are.',
  'file-lies-about-kind': 'The contents of “{name}” are not what its name says; it was not stored.',
  'file-has-macros': '“{name}” contains macros and was not stored. Save it without macros.',
  'photo-damaged': 'The photograph is damaged and was not stored. Export it again.',
  'step-out-of-order':
    'This step is not open now; somebody may have taken it. Please reload and follow the order.',
  'step-before-last': 'The day cannot lie before the last step ({last}).',
  'unknown-round': 'There is no such screening round. Please reload.',
  'registered-after-step': 'The day of registration may not lie after a step that was taken.',
  'no-step-to-take-back': 'There is no step to take back.',
  'step-of-another': 'Somebody else entered this step; only that person may take it back.',
  'still-mentioned':
    '“{name}” is still mentioned and cannot be deleted: {consultations, select, none {} other {consultations ({consultations}); }}{disputes, select, none {} other {disputes ({disputes}); }}{themes, select, none {} other {answers to themes ({themes}); }}{opinions, plural, =0 {} one {# opinion; } other {# opinions; }}{measures, plural, =0 {} one {progress of # measure; } other {progress of # measures; }}{evaluation, select, none {} other {the look back; }}{shares, plural, =0 {} one {# row of the costs and benefits shared out; } other {# rows of the costs and benefits shared out; }}change these first.',
  'measure-without-proof':
    'A measure that is done needs proof: attach a file, or give the number of a document (such as “record No. 2026-03”).',
  'dispute-before-round': 'The day of registration lies before the round began.',
  'too-many-experts': 'A panel has at most 30 sheets.',
  'unknown-direct-condition': 'There is no such direct condition. Please reload.',
  'unknown-measure': 'There is no such measure; it may have been deleted. Please reload.',
  'narrative-changed':
    '{savedBy} has just saved this text. Check the merged text and save it; both versions are on the page.',
  'too-many-batches': 'A survey has at most 99 batches of paper forms.',
  'unknown-form': 'There is no paper form {serial}.',
  'form-entered': 'Forms {numbers} are already entered; where they are cannot be changed.',
  'form-accepted': 'Form {serial} is entered and counted; it cannot be entered again.',
  'form-not-in-use':
    'Form {serial} is recorded as spoilt or unused. If that is wrong, mark it “returned” first.',
  'form-differing': 'The two entries of form {serial} differ; it waits for a look at the paper.',
  'valid-through-past': 'The last day is over already.',
  'batch-voided': 'This batch is void already.',
  'more-left-than-issued': 'Only {issued} of this batch were printed; no more can be left.',
  'nothing-to-withdraw':
    'There is no entry of yours of {serial} to take back: somebody may have made the second one, or it was taken back.',
  'choices-missing': 'Some questions are not chosen yet.',
  'third-person-needed':
    'Who made an entry can only take over the other one. To choose your own, ask somebody who entered neither.',
  'choices-contradict':
    'Answers chosen this way contradict each other; nothing was counted. Look at the paper again, or have the form entered anew.',
  'traces-remain':
    'All answers are counted and the key is destroyed, but another program (a backup, say) is reading the database, so that the old log cannot be cleared. Go on counting when it is done.',
  'form-not-differing':
    'This form does not wait for a decision; somebody may have settled it. Reload the page.',
  'second-person-needed': 'You entered form {serial} once. The second entry must be another person’s.',
  'glyphs-missing':
    'The fonts for this script are missing; nothing was made. Ask an administrator to put them into DATA_DIR/fonts.',
  'empty-response': 'No question is answered; nothing was saved.',
  'serial-malformed': 'Enter the number on the form, for example 01-0012.',
  'verdict-not-given':
    'The verdict cannot be given, so nothing can be frozen. See the report page for what is missing.',
  'not-your-step': 'This step is taken by another role.',
  'version-altered':
    'What is stored of this version is not what was frozen: the database was altered. It cannot be signed, printed or exported. Ask the administrator to run npm run audit -- verify.',
  'version-voided':
    'The assessment was changed after freezing; this version can no longer be approved or filed. Freeze anew.',
  'version-superseded': 'A newer version was frozen; this one can no longer be approved or filed.',
  'conflict-declared':
    'You declared a conflict of interest on this version and stepped aside: you may sign no step of its approval.',
  'filed-in-future': 'The filing day cannot lie after today ({today}).',
  'filed-before-decision': 'The filing day cannot lie before the decision ({decidedOn}).',
  'not-your-signature': 'Only who signed can withdraw it.',
  'not-withdrawable': 'A declared conflict or a withdrawal cannot be withdrawn.',
  'already-withdrawn': 'This signature was withdrawn or does not count. Please reload the page.',
  'built-upon': 'A later step rests on it: it cannot be withdrawn.',
  'changed-since-seen':
    'The assessment (the text of the report, for instance) was changed after you opened this page; nothing was frozen. Reload the page, look at it, then freeze.',
  'frozen-stays':
    'A version of this assessment was frozen, so it cannot be deleted: printed pages are in other hands and must stay verifiable. If it is not pursued, let the decision body decide not to implement.',
  'drafter-may-not-approve': 'Who drafted or changed this assessment may not approve it.',
  'two-stamps': 'You have signed another step of this version and may not sign this one.',
  'opinion-given': 'You have given your opinion.',
  'panel-too-small': 'Not enough expert opinions to close the panel.',
  'decision-not-allowed': 'The two verdicts do not allow this decision.',
  'dissent-unanswered': 'An expert dissented: answer the dissent in writing first.',
  'conditions-missing': 'A partial decision names its conditions.',
  'nothing-changed': 'Nothing was changed since the last version: no new one is needed.',
  'no-answer-send-again':
    'No answer came, so it is not known whether this was saved. Check the connection and send it again: it counts once.',
  'no-answer':
    'No answer came, so it is not known whether this was saved. Check the connection, reload the page and look before you try again.',
  unexpected: 'Something went wrong and nothing was saved. Try again later.',
}
