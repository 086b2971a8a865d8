import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The floor of typing: a page of plain rows whose one handler sums in floating point. No framework, rules or words. */
export async function openFloor(): Promise<{ address(rows: number): string; close(): void }> {
  const server = createServer((request, response) => {
    const rows = Number(new URL(request.url ?? '/', 'http://floor').searchParams.get('rows'))
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(pageOf(rows))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { address: (rows) => `http://127.0.0.1:${port}/?rows=${rows}`, close: () => server.close() }
}

function pageOf(count: number): string {
  const units = Array.from({ length: 10 }, (_, index) => `<option>enhet ${index}</option>`).join('')
  const rows = Array.from(
    { length: count },
    (_, index) => `<div class="row"><input value="Målning av klassrum ${index + 1}"
      ><input class="quantity" value="${1 + (index % 37)},5"><select>${units}</select><input class="price"
      value="${100 + (index % 911)},${10 + (index % 90)}"><select><option>25 %<option>12 %</select><output></output></div>`,
  )
  return `<!doctype html><html lang="sv"><meta charset="utf-8"><title>Golv</title><style>
    .row { display: grid; grid-template-columns: 4fr 1fr 1fr 1fr 1fr 1fr; gap: 8px;
      content-visibility: auto; contain-intrinsic-size: auto 52px }
    input, select { min-height: 44px } #sum { position: sticky; bottom: 0; background: white }
    </style><main>${rows.join('')}<p id="sum"></p></main><script>
    const numberIn = (input) => Number(input.value.replace(',', '.'))
    const rows = [...document.querySelectorAll('.row')]
    const write = () => {
      let sum = 0
      for (const row of rows) {
        const net = numberIn(row.querySelector('.quantity')) * numberIn(row.querySelector('.price'))
        const text = net.toFixed(2)
        const output = row.querySelector('output')
        if (output.textContent !== text) output.textContent = text
        sum += net
      }
      document.getElementById('sum').textContent = (sum * 1.25).toFixed(2)
    }
    document.addEventListener('input', write)
    write()
    </script></html>`
}
