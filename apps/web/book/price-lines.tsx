import type { BookingPrice } from '@deskbell/protocol';
import { dollars } from './in-words.ts';

/** A price as the server reckoned it, line by line. */
export const PriceLines = ({
  price,
  isTotalShown,
}: {
  price: BookingPrice;
  isTotalShown: boolean;
}) => (
  <table class="book-lines">
    <caption class="visually-hidden">Price, line by line</caption>
    <tbody>
      {price.line_items.map(({ label, amount_cents }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines may read the same.
        <tr key={index}>
          <th scope="row">{label}</th>
          <td>{dollars(amount_cents)}</td>
        </tr>
      ))}
    </tbody>
    {isTotalShown && (
      <tfoot>
        <tr>
          <th scope="row">Total</th>
          <td>{dollars(price.total_cents)}</td>
        </tr>
      </tfoot>
    )}
  </table>
);
