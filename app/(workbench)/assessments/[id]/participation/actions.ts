'use server'

import { z } from 'zod'
import { dayOf } from '../../../../../db/stores/day.ts'
import { linkEvidence, removeEvidence, unlinkEvidence } from '../../../../../db/stores/evidence.ts'
import {
  addPosting,
  correctNotice,
  publishNotice,
  removeConsultation,
  removeNotice,
  saveConsultation,
  saveNotice,
  withdrawNotice,
} from '../../../../../db/stores/participation.ts'
import { digestShape, evidenceLinkShape } from '../../../../../lib/evidence/evidence.ts'
import { consultationShapeOn } from '../../../../../lib/participation/consultation.ts'
import { noticeShape, postingShapeOn, withdrawalShape } from '../../../../../lib/participation/notice.ts'
import type { Saved } from '../../../../../lib/ui/save.ts'
import { editAssessment, editRow, scoreRow } from '../../../../_server/action.ts'

const key = z.string().min(1)

export async function draft(id: string, version: number, entry: unknown): Promise<Saved> {
  const shape = noticeShape.and(z.object({ noticeId: key.nullable() }))
  return editAssessment('notice-drafted', id, version, shape, entry, saveNotice)
}

export async function publish(id: string, version: number, entry: unknown): Promise<Saved> {
  return editAssessment('notice-published', id, version, key, entry, (tx, proof, noticeId) =>
    publishNotice(tx, proof, { noticeId, today: dayOf(new Date()) }),
  )
}

export async function remove(id: string, version: number, entry: unknown): Promise<Saved> {
  return editAssessment('notice-draft-removed', id, version, key, entry, removeNotice)
}

export async function correct(id: string, version: number, entry: unknown): Promise<Saved> {
  return editAssessment('notice-correction-drafted', id, version, key, entry, correctNotice)
}

export async function withdraw(id: string, version: number, entry: unknown): Promise<Saved> {
  return editAssessment('notice-withdrawn', id, version, withdrawalShape, entry, (tx, proof, withdrawal) =>
    withdrawNotice(tx, proof, { ...withdrawal, today: dayOf(new Date()) }),
  )
}

export async function post(id: string, entry: unknown): Promise<Saved> {
  return editRow('notice-posted', id, postingShapeOn(dayOf(new Date())), entry, addPosting)
}

export async function record(id: string, version: number, entry: unknown): Promise<Saved> {
  const shape = consultationShapeOn(dayOf(new Date())).and(z.object({ consultationId: key.nullable() }))
  return editAssessment('consultation-recorded', id, version, shape, entry, saveConsultation)
}

export async function strike(id: string, version: number, entry: unknown): Promise<Saved> {
  return editAssessment('consultation-removed', id, version, key, entry, removeConsultation)
}

export async function link(id: string, entry: unknown): Promise<Saved> {
  return scoreRow('evidence-linked', id, evidenceLinkShape, entry, linkEvidence)
}

export async function unlink(id: string, entry: unknown): Promise<Saved> {
  return scoreRow('evidence-unlinked', id, evidenceLinkShape, entry, unlinkEvidence)
}

export async function removeFile(id: string, entry: unknown): Promise<Saved> {
  return editRow('evidence-removed', id, digestShape, entry, removeEvidence)
}
