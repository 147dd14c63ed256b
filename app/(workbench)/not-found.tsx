import { NotFoundFace } from '../../lib/ui/dead-ends.tsx'

/** Inside the shell, so that the way back is where it always is. */
export default function NotFound() {
  return <NotFoundFace />
}
