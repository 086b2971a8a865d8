import type { LucideIcon } from 'lucide-react'
import Link from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { type ButtonLook, buttonClass } from './button-class.ts'
import { Icon } from './icon.tsx'

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
