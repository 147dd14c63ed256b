/** The mark of the workbench: a seal, as it stands at the end of every official paper, with a level, which is what the work is about. */
export function Seal({ size = 30 }: { size?: number }) {
  // biome-ignore lint/performance/noImgElement: a drawing of half a kilobyte has no sizes to choose from
  return <img src="/icon.svg" width={size} height={size} alt="" style={{ flex: 'none' }} />
}
