import type { LucideIcon } from 'lucide-react'
import Link from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** How much a button asks for attention; one `primary` on a page. */
export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger'

const looks: Readonly<Record<ButtonLook, string>> = {
  primary: 'button button-primary',
  secondary: 'button',
  quiet: 'button button-quiet',
  danger: 'button button-danger',
}

/** Gives the class names of a button's look, with more added. */
export function buttonClass(look: ButtonLook = 'secondary', more?: string): string {
  return more === undefined ? looks[look] : `${looks[look]} ${more}`
}

type ButtonProps = Omit<ComponentProps<'button'>, 'style'> & { look?: ButtonLook; icon?: LucideIcon }

/** A native button; `type="button"` unless told otherwise. */
export function Button({ look, icon, className, children, type = 'button', ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} className={buttonClass(look, className)}>
      {icon && <Icon of={icon} />}
      {children}
    </button>
  )
}

type LinkButtonProps = Omit<ComponentProps<typeof Link>, 'style'> & { look?: ButtonLook; icon?: LucideIcon }

/** A link that looks like a button: for going somewhere, never for doing something. */
export function LinkButton({ look, icon, className, children, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} className={buttonClass(look, className)}>
      {icon && <Icon of={icon} />}
      {children}
    </Link>
  )
}

type IconButtonProps = Omit<ComponentProps<'button'>, 'style' | 'children'> & {
  icon: LucideIcon
  name: ReactNode
}

/** A button with a picture alone; `name` is what it is called, for example "Fler val för rad 1". */
export function IconButton({ icon, name, className, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button {...rest} type={type} className={`button button-icon ${className ?? ''}`}>
      <Icon of={icon} />
      <span className="sr-only">{name}</span>
    </button>
  )
}
