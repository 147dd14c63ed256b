import { cache } from 'react'
import { readWaiting } from '../../db/stores/approval-steps.ts'
import { type InboxItem, inboxOf } from '../../lib/approval/inbox.ts'
import { database } from './database.ts'
import { requireActor } from './session.ts'

/** What waits for the person who is signed in; read once per request, for the page and for the count in the navigation. */
export const loadInbox = cache(async (): Promise<readonly InboxItem[]> => {
  const actor = await requireActor()
  return inboxOf(actor, await readWaiting((await database()).read, actor))
})
