'use client'

import { IconChevronRight } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import { AppLink } from './app-link.tsx'
import classes from './trail.module.css'

export interface TrailPlace {
  readonly label: string
  /** Left out for the page that is open. */
  readonly href?: string
}

/** The way from the list to this page, each place a link. */
export function Trail({ places }: { places: readonly TrailPlace[] }) {
  const t = useTranslations('workbench.nav')
  return (
    <nav aria-label={t('breadcrumb')}>
      <ol className={classes.trail}>
        {places.map((place, i) => (
          <li key={place.href ?? 'here'} className={classes.place}>
            {i > 0 && <IconChevronRight size={14} aria-hidden />}
            {place.href ? (
              <AppLink href={place.href} className={classes.link}>
                {place.label}
              </AppLink>
            ) : (
              <span aria-current="page">{place.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
