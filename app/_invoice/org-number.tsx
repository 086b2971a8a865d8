import { maskOrganisationNumber } from '#lib/party/organisation-number.ts'

/** An organisation number outside its own field: with its hyphen, a sole trader's last four digits hidden. Nothing when there is none. */
export function OrgNumber({ value }: { value: string | null }) {
  return value ? <span className="figures whitespace-nowrap">{maskOrganisationNumber(value)}</span> : null
}
