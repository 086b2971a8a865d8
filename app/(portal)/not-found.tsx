import { NotFoundText } from '#app/_components/not-found-text.tsx'

/** Inside the portal the frame stays, so that one can go on. */
export default function PortalNotFound() {
  return <NotFoundText />
}
