'use client'

import { useRouter } from 'next/navigation'
import type { ComponentProps } from 'react'
import { ExpertSheetForm } from '../../../../../../../lib/risk/expert-sheet-form.tsx'

interface SheetEditorProps extends Omit<ComponentProps<typeof ExpertSheetForm>, 'onSaved'> {
  readonly backHref: string
}

/** A saved sheet leads back to the others. */
export function SheetEditor({ backHref, ...props }: SheetEditorProps) {
  const router = useRouter()
  return <ExpertSheetForm {...props} onSaved={() => router.push(backHref)} />
}
