import type { LucideIcon } from 'lucide-react'
import type { Warning } from './signs.tsx'

/** Draws an icon at the one size and stroke of the product, hidden from screen readers: the text beside it speaks. */
export function Icon({
  of: Picture,
  size = 20,
  className,
}: {
  of: LucideIcon | typeof Warning
  size?: number
  className?: string
}) {
  return (
    <Picture
      size={size}
      strokeWidth={1.75}
      aria-hidden="true"
      focusable="false"
      className={className ?? ''}
    />
  )
}
