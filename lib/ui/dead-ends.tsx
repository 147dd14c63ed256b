'use client'

import { Button, Text } from '@mantine/core'
import { IconAlertTriangle, IconMapOff } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import { AppLink } from './app-link.tsx'
import { Content } from './content.tsx'
import { EmptyState } from './empty-state.tsx'

/** There is nothing at this address, or nothing this reader may see; which of the two is not said. */
export function NotFoundFace() {
  const t = useTranslations('workbench.notFound')
  return (
    <Content>
      <EmptyState
        icon={<IconMapOff size={44} stroke={1.4} aria-hidden />}
        title={t('title')}
        order={1}
        action={
          <Button component={AppLink} href="/">
            {t('action')}
          </Button>
        }
      >
        {t('body')}
      </EmptyState>
    </Content>
  )
}

/** A page broke. The code is what the server's log carries, so that an administrator can find the cause. */
export function ErrorFace({ code, retry }: { code: string | undefined; retry: () => void }) {
  const t = useTranslations('workbench.error')
  return (
    <Content>
      <EmptyState
        icon={<IconAlertTriangle size={44} stroke={1.4} aria-hidden />}
        title={t('title')}
        order={1}
        action={<Button onClick={retry}>{t('retry')}</Button>}
      >
        {t('body')}
        {code && (
          <Text size="sm" mt="xs" ff="monospace">
            {t('code', { code })}
          </Text>
        )}
      </EmptyState>
    </Content>
  )
}
