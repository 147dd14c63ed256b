'use client'

import { ErrorFace } from '../lib/ui/dead-ends.tsx'

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return <ErrorFace code={error.digest} retry={reset} />
}
