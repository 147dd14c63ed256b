import { Button, Group, Text } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'

interface SaveRowProps {
  readonly onSave: () => void
  readonly saving: boolean
  readonly dirty: boolean
  readonly save: string
  readonly unsaved: string
}

/** The button that saves a table, and in words that there is something to save. */
export function SaveRow({ onSave, saving, dirty, save, unsaved }: SaveRowProps) {
  return (
    <Group gap="sm">
      <Button onClick={onSave} loading={saving} disabled={!dirty}>
        {save}
      </Button>
      <Text size="sm" c="ink.6" role="status">
        {dirty && (
          <Group gap={6} component="span" wrap="nowrap">
            <IconPencil size={15} aria-hidden />
            {unsaved}
          </Group>
        )}
      </Text>
    </Group>
  )
}
