import jsQR from 'jsqr'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { QrCode } from './qr-code.tsx'

/** Four pixels to a module, as a telephone would see the printed code. */
const SCALE = 4

test('the code is read back by an independent reader', () => {
  const address = 'https://diaocha.example.gov.cn/s/Tk_4kQ9-vZ0pW2sX'
  const svg = renderToStaticMarkup(<QrCode text={address} label="码" />)
  const side = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1])
  const width = side * SCALE
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255)
  for (const [, x, y] of svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let dy = 0; dy < SCALE; dy++) {
      for (let dx = 0; dx < SCALE; dx++) {
        const at = ((Number(y) * SCALE + dy) * width + Number(x) * SCALE + dx) * 4
        pixels.fill(0, at, at + 3)
      }
    }
  }
  expect(jsQR(pixels, width, width)?.data).toBe(address)
})
