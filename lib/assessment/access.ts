/**
 * Who may do what with an assessment.
 *
 * Six roles from the field: the assessor drafts, the expert scores, the reviewer and the decider judge a finished
 * report, the observer reads, the administrator looks after accounts. Small offices run the workbench with one person
 * at the keyboard, so an administrator may also draft; approval keeps drafter and decider apart by person.
 *
 * The proofs below are types that only these checks can mint: a store that changes findings asks for an
 * `EditableAssessment`, and there is no way to come by one but through `proveEditable`.
 */
import { fail, ok, type Result } from '../result.ts'

export const ROLES = ['assessor', 'expert', 'reviewer', 'decider', 'administrator', 'observer'] as const
export type Role = (typeof ROLES)[number]

export interface Actor {
  readonly id: string
  readonly name: string
  readonly role: Role
}

export const PERMISSIONS = ['read', 'score', 'edit', 'take-archive', 'administer'] as const
export type Permission = (typeof PERMISSIONS)[number]

const GRANTED = {
  assessor: ['read', 'score', 'edit', 'take-archive'],
  expert: ['read', 'score'],
  reviewer: ['read', 'take-archive'],
  decider: ['read', 'take-archive'],
  administrator: ['read', 'score', 'edit', 'take-archive', 'administer'],
  observer: ['read'],
} as const satisfies Record<Role, readonly Permission[]>

export function may(actor: Actor, permission: Permission): boolean {
  return (GRANTED[actor.role] as readonly Permission[]).includes(permission)
}

declare const proof: unique symbol

/** Proof that the actor may read this assessment. */
export interface ReadableAssessment {
  readonly id: string
  readonly actor: Actor
  readonly [proof]: 'read'
}
/** Proof that the actor may score it: findings, likelihood and impact. */
export interface ScorableAssessment {
  readonly id: string
  readonly actor: Actor
  readonly [proof]: 'score'
}
/** Proof that the actor may change everything else of it. */
export interface EditableAssessment {
  readonly id: string
  readonly actor: Actor
  readonly [proof]: 'edit'
}
/**
 * Proof that the actor may take the whole case file out of the house, with the counts of a few people that every page hides: whoever
 * files it, and whoever has to check every figure before signing.
 */
export interface ArchiveRight {
  readonly id: string
  readonly actor: Actor
  readonly [proof]: 'take-archive'
}
/** Proof that the actor may register a new assessment. */
export interface Drafter {
  readonly actor: Actor
  readonly [proof]: 'draft'
}
/** Proof that the actor may look after accounts. */
export interface Administrator {
  readonly actor: Actor
  readonly [proof]: 'administer'
}

export type AccessRefusal = 'not-allowed'

function prove<Proof>(actor: Actor, permission: Permission, subject: object): Result<Proof, AccessRefusal> {
  return may(actor, permission) ? ok({ ...subject, actor } as Proof) : fail('not-allowed')
}

export function proveReadable(actor: Actor, assessmentId: string): Result<ReadableAssessment, AccessRefusal> {
  return prove(actor, 'read', { id: assessmentId })
}
export function proveScorable(actor: Actor, assessmentId: string): Result<ScorableAssessment, AccessRefusal> {
  return prove(actor, 'score', { id: assessmentId })
}
export function proveEditable(actor: Actor, assessmentId: string): Result<EditableAssessment, AccessRefusal> {
  return prove(actor, 'edit', { id: assessmentId })
}
export function proveArchive(actor: Actor, assessmentId: string): Result<ArchiveRight, AccessRefusal> {
  return prove(actor, 'take-archive', { id: assessmentId })
}
export function proveDrafter(actor: Actor): Result<Drafter, AccessRefusal> {
  return prove(actor, 'edit', {})
}
export function proveAdministrator(actor: Actor): Result<Administrator, AccessRefusal> {
  return prove(actor, 'administer', {})
}
