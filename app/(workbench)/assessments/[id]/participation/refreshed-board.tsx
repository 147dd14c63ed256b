'use client'

import { useRouter } from 'next/navigation'
import type { ComponentProps } from 'react'
import { ParticipationBoard } from '../../../../../lib/participation/participation-board.tsx'

/** The board with the router's way of showing the page anew; an upload is no server action and does not do it itself. */
export function RefreshedBoard(props: Omit<ComponentProps<typeof ParticipationBoard>, 'refresh'>) {
  const router = useRouter()
  return <ParticipationBoard {...props} refresh={() => router.refresh()} />
}
