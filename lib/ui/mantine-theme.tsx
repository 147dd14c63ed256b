'use client'

import {
  Badge,
  Button,
  createTheme,
  InputWrapper,
  type MantineColorsTuple,
  type MantineThemeOverride,
  Modal,
  mergeThemeOverrides,
  Paper,
  Tooltip,
} from '@mantine/core'
import type { Locale } from '../messages/messages.ts'
import { CINNABAR, DAI, FONT_FAMILY, INK, OCHRE, PINE, type Shades } from './theme.ts'

const tuple = (shades: Shades): MantineColorsTuple => [...shades]

const theme = createTheme({
  colors: {
    dai: tuple(DAI),
    ink: tuple(INK),
    cinnabar: tuple(CINNABAR),
    ochre: tuple(OCHRE),
    pine: tuple(PINE),
    gray: tuple(INK),
    // Mantine marks invalid fields with `red`.
    red: tuple(CINNABAR),
  },
  primaryColor: 'dai',
  primaryShade: 7,
  black: INK[9],
  defaultRadius: 4,
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamilyMonospace: 'ui-monospace, Consolas, Menlo, "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  lineHeights: { xs: '1.5', sm: '1.6', md: '1.65', lg: '1.6', xl: '1.5' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.35' },
      h2: { fontSize: '1.25rem', lineHeight: '1.4' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.5' },
      h4: { fontSize: '0.9375rem', lineHeight: '1.5' },
    },
  },
  components: {
    Badge: Badge.extend({
      defaultProps: { size: 'lg', radius: 'sm' },
      styles: {
        root: { flex: 'none' },
        label: { textTransform: 'none', fontWeight: 600, overflow: 'visible' },
      },
    }),
    InputWrapper: InputWrapper.extend({
      styles: {
        label: { marginBottom: 3 },
        description: { marginBottom: 6, color: 'var(--mantine-color-ink-6)' },
      },
    }),
    Button: Button.extend({ defaultProps: { size: 'sm' }, styles: { label: { fontWeight: 500 } } }),
    Modal: Modal.extend({
      defaultProps: { centered: true, radius: 6, padding: 'lg' },
      styles: { title: { fontWeight: 600, fontSize: '1.0625rem' } },
    }),
    // A page has one banner; the head of a dialog is none.
    ModalHeader: Modal.Header.extend({ defaultProps: { role: 'presentation' } }),
    Paper: Paper.extend({ defaultProps: { radius: 6 } }),
    Tooltip: Tooltip.extend({
      defaultProps: { events: { hover: true, focus: true, touch: true }, multiline: true },
    }),
  },
})

/** The theme in the fonts of a language, with words for the buttons that carry only a cross. */
export function mantineTheme(locale: Locale, close: string): MantineThemeOverride {
  const defaultProps = { closeButtonProps: { 'aria-label': close } }
  const fontFamily = FONT_FAMILY[locale]
  return mergeThemeOverrides(theme, {
    fontFamily,
    headings: { fontFamily },
    components: { Modal: { defaultProps }, Notification: { defaultProps } },
  })
}
