'use client'

import { Button, CopyButton, Group, Stack, TextInput } from '@mantine/core'
import { IconCheck, IconCopy, IconDownload, IconExternalLink } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import styles from './survey.module.css'

interface GroupLinkProps {
  readonly name: string
  readonly url: string
  /** An SVG document. */
  readonly qr: string
}

/** A group's address in the three forms it travels in: text, code and file. */
export function GroupLink({ name, url, qr }: GroupLinkProps) {
  const t = useTranslations('survey.progress')
  const image = `data:image/svg+xml,${encodeURIComponent(qr)}`
  return (
    <Group align="flex-start" gap="lg">
      {/* biome-ignore lint/performance/noImgElement: a picture in the page itself, there is nothing to load or optimise */}
      <img src={image} alt={t('qr', { group: name })} className={styles.qr} />
      <Stack gap="sm" flex={1} miw={220} maw={560}>
        <TextInput
          label={t('link', { group: name })}
          value={url}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
        <Group gap={8}>
          <CopyButton value={url} timeout={2000}>
            {({ copied, copy }) => (
              <Button
                variant="default"
                leftSection={
                  copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />
                }
                onClick={copy}
              >
                <span aria-live="polite">{copied ? t('copied') : t('copy')}</span>
              </Button>
            )}
          </CopyButton>
          <Button
            component="a"
            variant="default"
            href={image}
            download={`${name}.svg`}
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {t('download')}
          </Button>
          <Button
            component="a"
            variant="subtle"
            href={url}
            target="_blank"
            rel="noreferrer"
            leftSection={<IconExternalLink size={16} aria-hidden />}
          >
            {t('open')}
          </Button>
        </Group>
      </Stack>
    </Group>
  )
}
