'use client'

import { usePathname } from 'next/navigation'
import type { ComponentProps } from 'react'
import { AssessmentFrame } from '../../../../lib/assessment/assessment-frame.tsx'

export function FrameAtPath(props: Omit<ComponentProps<typeof AssessmentFrame>, 'currentPath'>) {
  return <AssessmentFrame currentPath={usePathname()} {...props} />
}
