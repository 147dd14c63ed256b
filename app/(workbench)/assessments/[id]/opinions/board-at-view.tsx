'use client'

import { useRouter } from 'next/navigation'
import { type ComponentProps, useTransition } from 'react'
import { addressOfView } from '../../../../../lib/participation/opinions/coding-view.ts'
import { OpinionsBoard } from '../../../../../lib/participation/opinions-board.tsx'

/** The board with the router's way of looking at another part of the register: the server sends that part alone. */
export function BoardAtView(props: Omit<ComponentProps<typeof OpinionsBoard>, 'look' | 'looking'>) {
  const router = useRouter()
  const [looking, startLooking] = useTransition()
  return (
    <OpinionsBoard
      {...props}
      looking={looking}
      look={(view) => startLooking(() => router.replace(addressOfView(view), { scroll: false }))}
    />
  )
}
