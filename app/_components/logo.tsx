/** The mark alone: a slip torn off at the perforation. */
export function LogoMark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 28 28" aria-hidden="true" focusable="false">
      <path className="fill-brand" d="M4 3h20v22l-3.3-2.4-3.4 2.4-3.3-2.4-3.3 2.4-3.4-2.4-3.3 2.4z" />
      <path
        className="stroke-on-brand"
        d="M9 10h10M9 15h6"
        fill="none"
        strokeWidth="2.2"
        strokeLinecap="round"
      />
    </svg>
  )
}

/** The mark and the name. `nameClass` lets the narrow navigation hide the name from sight. */
export function Logo({ name, nameClass }: { name: string; nameClass?: string }) {
  return (
    <span className="inline-flex items-center gap-2 font-heading text-[1.25rem] font-extrabold text-ink">
      <LogoMark />
      <span className={nameClass ?? ''}>{name}</span>
    </span>
  )
}
