'use client'

import { createContext, type ReactNode, useContext, useEffect, useId, useMemo, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { useConfirm } from '../confirm.tsx'

interface Watch {
  set(form: string, dirty: boolean): void
}

const WatchContext = createContext<Watch>({ set: () => {} })

/** The link that a plain click would follow away from this page, or null. */
function leavingLink(event: MouseEvent): HTMLAnchorElement | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link?.href || link.target === '_blank' || link.hasAttribute('download')) return null
  const to = new URL(link.href, location.href)
  const samePage = to.pathname === location.pathname && to.search === location.search
  return to.origin === location.origin && samePage ? null : link
}

/**
 * Asks before anybody leaves a page with unsaved changes, whether by closing the window or by following a link inside
 * the workbench.
 */
export function UnsavedGuard({ children }: { children: ReactNode }) {
  const t = useTranslations('workbench.form')
  const confirm = useConfirm()
  const dirtyForms = useRef(new Set<string>())
  const ask = useRef<(leave: () => void) => void>(() => {})
  ask.current = (leave) =>
    confirm({
      title: t('leaveTitle'),
      body: t('leaveBody'),
      confirmLabel: t('leave'),
      cancelLabel: t('stay'),
      destructive: true,
      onConfirm: leave,
    })

  useEffect(() => {
    let leaving = false
    const onClick = (event: MouseEvent) => {
      if (leaving || dirtyForms.current.size === 0) return
      const link = leavingLink(event)
      if (!link) return
      event.preventDefault()
      event.stopPropagation()
      ask.current(() => {
        leaving = true
        link.click()
        leaving = false
      })
    }
    const onUnload = (event: BeforeUnloadEvent) => {
      if (!leaving && dirtyForms.current.size > 0) event.preventDefault()
    }
    // On window and in the capture phase: React's own listeners sit on the document and would navigate first.
    window.addEventListener('click', onClick, true)
    window.addEventListener('beforeunload', onUnload)
    return () => {
      window.removeEventListener('click', onClick, true)
      window.removeEventListener('beforeunload', onUnload)
    }
  }, [])

  const watch = useMemo<Watch>(
    () => ({
      set: (form, dirty) => {
        if (dirty) dirtyForms.current.add(form)
        else dirtyForms.current.delete(form)
      },
    }),
    [],
  )
  return <WatchContext value={watch}>{children}</WatchContext>
}

/** Tells the guard that this component holds changes that are not saved yet. */
export function useUnsaved(dirty: boolean): void {
  const watch = useContext(WatchContext)
  const id = useId()
  useEffect(() => {
    watch.set(id, dirty)
    return () => watch.set(id, false)
  }, [watch, id, dirty])
}
