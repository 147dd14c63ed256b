'use client'

import {
  type AnchorHTMLAttributes,
  createContext,
  type ElementType,
  type ReactNode,
  type Ref,
  useContext,
} from 'react'

const LinkContext = createContext<ElementType>('a')

/** Gives the faces the app's own link, so that they can lead somewhere without knowing the framework. */
export function LinkProvider({ link, children }: { link: ElementType; children: ReactNode }) {
  return <LinkContext value={link}>{children}</LinkContext>
}

interface AppLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly href: string
  readonly ref?: Ref<HTMLAnchorElement>
}

/** A link inside the workbench; also as the `component` of a Mantine button. */
export function AppLink(props: AppLinkProps) {
  const Link = useContext(LinkContext)
  return <Link {...props} />
}
