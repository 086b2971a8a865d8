/** The three line drawings, all made of the talong: no customers yet, nothing to send, delivered. */
export type DrawingName = 'customers' | 'send' | 'delivered'

const frame = 'fill-surface stroke-control'

/** Draws one of our own pictures; decoration only. */
export function Drawing({ name }: { name: DrawingName }) {
  return (
    <svg
      viewBox="0 0 160 96"
      width="160"
      height="96"
      fill="none"
      strokeWidth="2"
      strokeLinecap="round"
      aria-hidden="true"
      focusable="false"
    >
      {name === 'customers' && <Customers />}
      {name === 'send' && <Send />}
      {name === 'delivered' && <Delivered />}
    </svg>
  )
}

function Customers() {
  return (
    <>
      <path className="fill-brand-soft stroke-control" strokeDasharray="5 5" d="M26 20h44v60H26z" />
      <path className={frame} d="M90 12h44v66l-7.3-5-7.4 5-7.3-5-7.3 5-7.4-5-7.3 5z" />
      <path className="stroke-brand" d="M98 26h20M98 36h28M98 46h12" />
      <circle className="stroke-control" cx="48" cy="42" r="8" />
      <path className="stroke-control" d="M34 66c2-9 7-12 14-12s12 3 14 12" />
      <path className="stroke-brand" strokeWidth="3" d="M80 40v16M72 48h16" />
    </>
  )
}

function Send() {
  return (
    <>
      <path className="stroke-line" d="M12 84h136" />
      <path className="fill-brand-soft stroke-control" d="M40 50h80l12 34H28z" />
      <path className="stroke-control" strokeDasharray="5 5" d="M56 14h48v36H56z" />
      <path className="stroke-line" d="M66 26h20M66 36h28" />
      <path className="stroke-brand" strokeWidth="3" d="M64 66h32" />
    </>
  )
}

function Delivered() {
  return (
    <>
      <path className={frame} d="M44 8h60v72l-7.5-5-7.5 5-7.5-5-7.5 5-7.5-5-7.5 5-7.5-5-7.5 5z" />
      <path className="stroke-control" strokeDasharray="5 5" d="M44 52h60" />
      <path className="stroke-brand" d="M54 22h24M54 32h38M54 62h18" />
      <circle className="fill-ok-soft stroke-ok" cx="108" cy="58" r="18" />
      <path className="stroke-ok" strokeWidth="3" strokeLinejoin="round" d="m99 58 7 7 12-13" />
    </>
  )
}
