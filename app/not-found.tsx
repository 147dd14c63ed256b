import { NotFoundFace } from '../lib/ui/dead-ends.tsx'

export default function NotFound() {
  return <NotFoundFace />
}
