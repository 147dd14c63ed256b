/** The mark of the workbench: a seal, as it stands at the end of every official paper. */
export function Seal({ size = 30 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" style={{ flex: 'none' }}>
      <rect x="1" y="1" width="30" height="30" rx="4" fill="var(--mantine-color-dai-8)" />
      <rect x="3.5" y="3.5" width="25" height="25" rx="2" fill="none" stroke="#fff" strokeOpacity="0.55" />
      {/* A level: what the work is about. */}
      <path
        d="M8 21.5h16M16 9v12.5M16 11l-6 2m6-2l6 2"
        stroke="#fff"
        strokeWidth="1.7"
        fill="none"
        strokeLinecap="round"
      />
      <path
        d="M7 13l3 5 3-5M19 13l3 5 3-5"
        stroke="#fff"
        strokeWidth="1.4"
        fill="none"
        strokeLinejoin="round"
      />
    </svg>
  )
}
