import type { Messages } from '../messages.ts'
import type { evidence as zh } from '../zh-CN/evidence.ts'

export const evidence: Messages<typeof zh> = {
  title: 'Evidence files',
  description:
    'PDF, JPEG, PNG, WebP, DOCX, XLSX, TXT and CSV, at most {megabytes} MB each. Place, time and other hidden data are removed from photographs.',
  upload: 'Upload a file',
  uploading: 'Uploading {name} ({percent}%)',
  uploaded: 'Uploaded: {name}',
  duplicate: 'The same file is already here and was not stored twice: {name}',
  emptyTitle: 'No evidence yet',
  emptyBody:
    'Minutes, photographs of posted notices, permits: findings, notices, consultations and measures can all refer to the same file.',
  name: 'File',
  size: 'Size',
  addedOn: 'Added on',
  uses: 'Used',
  useCount: '{n, plural, one {once} other {{n} times}}',
  remove: 'Remove',
  removeTitle: 'Remove this file?',
  removed: 'File removed.',
  inUse: 'Files in use cannot be removed',
  attach: 'Attach evidence',
  uploadHere: 'Upload and attach',
  attached: 'Attached.',
  detach: 'Detach',
  detached: 'Detached.',
  kilobytes: '{n} KB',
  megabytesSize: '{n} MB',
  fingerprint: 'Fingerprint',
}
