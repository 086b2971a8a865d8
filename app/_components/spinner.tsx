import { Icon } from './icon.tsx'
import { Turning } from './signs.tsx'

/** A turning circle beside the text that says what goes on; still under reduced motion. */
export function Spinner({ size = 20 }: { size?: number }) {
  return <Icon of={Turning} size={size} className="spinner" />
}

/** Grey bars for a panel that is still being fetched; they come after 300 ms. `label` is read aloud. */
export function Skeleton({ label, lines = 3 }: { label: string; lines?: 1 | 2 | 3 | 4 | 5 }) {
  return (
    <div aria-busy="true" className="grid gap-3">
      <span className="sr-only">{label}</span>
      {[1, 2, 3, 4, 5].slice(0, lines).map((line) => (
        <span key={line} aria-hidden="true" className={line === lines ? 'skeleton w-2/3' : 'skeleton'} />
      ))}
    </div>
  )
}
