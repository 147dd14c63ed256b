'use client'

import { Button, Menu, Text, UnstyledButton } from '@mantine/core'
import {
  IconBuilding,
  IconChevronDown,
  IconFolder,
  IconInbox,
  IconLanguage,
  IconLogout,
  IconMenu2,
  IconPassword,
  IconUserCircle,
  IconUsers,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import type { AllMessages } from '../messages/zh-CN.ts'
import { AppLink } from './app-link.tsx'
import { Seal } from './seal.tsx'
import classes from './shell.module.css'

export interface ShellProps {
  readonly userName: string
  readonly role: keyof AllMessages['workbench']['roles']
  readonly mayAdminister: boolean
  /** How many things wait for the reader. */
  readonly waiting: number
  readonly currentPath: string
  readonly signOut: () => Promise<void>
  readonly setLocale: (locale: string) => Promise<void>
  readonly children: ReactNode
}

/** The button names the language one would change to, in that language. */
export function LanguageSwitch({ setLocale }: Pick<ShellProps, 'setLocale'>) {
  const t = useTranslations('workbench.nav')
  const other = useLocale() === 'en' ? 'zh-CN' : 'en'
  return (
    <form action={setLocale.bind(null, other)}>
      <Button
        type="submit"
        variant="subtle"
        color="ink"
        size="compact-sm"
        leftSection={<IconLanguage size={17} aria-hidden />}
        lang={other}
      >
        {t('otherLanguage')}
      </Button>
    </form>
  )
}

function sections(mayAdminister: boolean) {
  const all = [
    { href: '/', key: 'assessments', Icon: IconFolder },
    { href: '/inbox', key: 'inbox', Icon: IconInbox },
    { href: '/office', key: 'office', Icon: IconBuilding },
  ] as const
  return mayAdminister ? [...all, { href: '/accounts', key: 'accounts', Icon: IconUsers } as const] : all
}

const isCurrent = (href: string, path: string) =>
  href === '/' ? path === '/' || path.startsWith('/assessments') : path.startsWith(href)

/** Beside the inbox: how much is in it. Said in words to those who hear it. */
function Waiting({ href, n }: { href: string; n: number }) {
  const t = useTranslations('workbench.nav')
  if (href !== '/inbox' || n === 0) return null
  return (
    <>
      <span className={classes.waiting} aria-hidden>
        {n}
      </span>
      <span className={classes.spoken}>{t('waiting', { n })}</span>
    </>
  )
}

function UserMenu({
  userName,
  role,
  mayAdminister,
  waiting,
  signOut,
}: Omit<ShellProps, 'children' | 'setLocale'>) {
  const t = useTranslations('workbench')
  return (
    <Menu position="bottom-end" width={240} withinPortal>
      <Menu.Target>
        <UnstyledButton className={classes.user} aria-label={t('nav.userMenu', { name: userName })}>
          <span className={classes.userWide}>
            <IconUserCircle size={20} aria-hidden />
            <span className={classes.userName}>{userName}</span>
            <IconChevronDown size={15} aria-hidden />
          </span>
          <span className={classes.userNarrow}>
            <IconMenu2 size={22} aria-hidden />
            <Waiting href="/inbox" n={waiting} />
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.identity}>
          <Text fw={600} size="sm">
            {userName}
          </Text>
          <Text size="xs" c="ink.6">
            {t(`roles.${role}`)}
          </Text>
        </div>
        <div className={classes.narrowOnly}>
          <Menu.Divider />
          {sections(mayAdminister).map(({ href, key, Icon }) => (
            <Menu.Item
              key={href}
              component={AppLink}
              href={href}
              leftSection={<Icon size={17} aria-hidden />}
            >
              {t(`nav.${key}`)}
              <Waiting href={href} n={waiting} />
            </Menu.Item>
          ))}
        </div>
        <Menu.Divider />
        <Menu.Item component={AppLink} href="/password" leftSection={<IconPassword size={17} aria-hidden />}>
          {t('nav.password')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={17} aria-hidden />} onClick={() => void signOut()}>
          {t('nav.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** The frame around every page of the workbench: where one is, in which language, and as whom. */
export function Shell({ children, setLocale, ...user }: ShellProps) {
  const t = useTranslations('workbench')
  return (
    <>
      <a href="#content" className={classes.skip}>
        {t('nav.skip')}
      </a>
      <header className={classes.bar}>
        <div className={classes.barInner}>
          <AppLink href="/" className={classes.brand}>
            <Seal />
            <span>{t('brand')}</span>
          </AppLink>
          <nav aria-label={t('nav.main')} className={classes.sections}>
            {sections(user.mayAdminister).map(({ href, key }) => (
              <AppLink
                key={href}
                href={href}
                className={classes.section}
                aria-current={isCurrent(href, user.currentPath) ? 'page' : undefined}
              >
                {t(`nav.${key}`)}
                <Waiting href={href} n={user.waiting} />
              </AppLink>
            ))}
          </nav>
          <div className={classes.barEnd}>
            <LanguageSwitch setLocale={setLocale} />
            <UserMenu {...user} />
          </div>
        </div>
      </header>
      <div className={classes.page}>{children}</div>
    </>
  )
}
