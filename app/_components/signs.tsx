import type { ComponentProps } from 'react'

type SignProps = Omit<ComponentProps<'svg'>, 'children'> & { size?: number | string }

// The signs of the pages before the sign-in, which so carry no library of icons.

/** That something is wrong. */
export function Warning(props: SignProps) {
  return (
    <Sign {...props}>
      <path d="M10.3 4.2 2.3 18a2 2 0 0 0 1.7 3h16a2 2 0 0 0 1.7-3l-8-13.8a2 2 0 0 0-3.4 0ZM12 9.5v4M12 17h.01" />
    </Sign>
  )
}

/** Where one finds help. */
export function Question(props: SignProps) {
  return (
    <Sign {...props}>
      <circle cx="12" cy="12" r="10" />
      <path d="M9.2 9.3a2.9 2.9 0 1 1 4.3 2.5c-1 .6-1.5 1.2-1.5 2.2M12 17.5h.01" />
    </Sign>
  )
}

/** That something goes on. */
export function Turning(props: SignProps) {
  return (
    <Sign {...props}>
      <circle cx="12" cy="12" r="9" strokeDasharray="42 15" />
    </Sign>
  )
}

function Sign({
  size = 24,
  children,
  ...props
}: SignProps & { children: ComponentProps<'svg'>['children'] }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      {...props}
    >
      {children}
    </svg>
  )
}
