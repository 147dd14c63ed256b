'use client'

import { useRouter } from 'next/navigation'
import type { Matter } from '../../../../lib/assessment/matter.ts'
import { NewMatterForm } from '../../../../lib/assessment/matter-form.tsx'
import { assessmentPath } from '../../../../lib/assessment/paths.ts'
import { createMatter } from './actions.ts'

export function NewMatter() {
  const router = useRouter()
  return (
    <NewMatterForm
      create={async (matter: Matter) => {
        const created = await createMatter(matter)
        if (created.ok) router.push(assessmentPath(created.id))
        return created
      }}
    />
  )
}
