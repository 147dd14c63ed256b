/**
 * A catalogue of risk factors (参考清单): what to look for, so that nothing is forgotten.
 *
 * A catalogue is a list for looking things up and never a form to be filled in: an assessment takes from it what applies
 * to the matter and adds what is special about it. No catalogue here is an official annex, and none may contain a factor
 * about named persons, beliefs or anyone's history of petitions.
 */
import type { Phase } from '../factor.ts'

export interface BilingualName {
  readonly zh: string
  readonly en: string
}

export interface CatalogueCategory {
  readonly id: string
  readonly name: BilingualName
}

export interface CatalogueFactor {
  /** Unique within the catalogue, stored with a factor taken from it. */
  readonly id: string
  /** Id of its category. */
  readonly category: string
  readonly name: BilingualName
  /** What to look at to judge p and q. */
  readonly indicator: BilingualName
  readonly phases: readonly Phase[]
}

export interface Catalogue {
  readonly id: string
  /** Says what it is: a reference list, not an official one. */
  readonly name: BilingualName
  readonly categories: readonly CatalogueCategory[]
  readonly factors: readonly CatalogueFactor[]
}
