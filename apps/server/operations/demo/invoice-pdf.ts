import { type PageText, type PdfFile, writePdf } from './write-pdf.ts';

/** What an invoice of the demonstration says. */
export interface DemoInvoice {
  number: string;
  /** ISO days. */
  date: string;
  due: string;
  currency: string;
  seller: DemoParty & { vatId: string; iban: string };
  buyer: DemoParty;
  lines: readonly { description: string; quantity: number; unitPriceCents: number }[];
  taxPercent: number;
}

export interface DemoParty {
  name: string;
  street: string;
  city: string;
  countryCode: string;
}

const LEFT = 50;
const RIGHT = 545;

/**
 * An invoice as a PDF with its text; `hasData` puts the same figures inside it as Factur-X (BASIC).
 * The file is meant to be read by programs, not to pass as PDF/A.
 */
export function buildInvoicePdf(
  invoice: DemoInvoice,
  { hasData }: { hasData: boolean },
): Uint8Array {
  const data: PdfFile = {
    filename: 'factur-x.xml',
    mediaType: 'text/xml',
    content: new TextEncoder().encode(buildInvoiceXml(invoice)),
  };
  return writePdf([pageOf(invoice)], hasData ? [data] : []);
}

/** The invoice as a UN/CEFACT Cross Industry Invoice of the profile BASIC. */
export function buildInvoiceXml(invoice: DemoInvoice): string {
  const { netCents, taxCents, totalCents } = sumsOf(invoice);
  const amount = (cents: number) => (cents / 100).toFixed(2);
  const day = (iso: string) =>
    `<udt:DateTimeString format="102">${iso.replaceAll('-', '')}</udt:DateTimeString>`;
  const party = ({ name, street, city, countryCode }: DemoParty) =>
    `<ram:Name>${text(name)}</ram:Name><ram:PostalTradeAddress><ram:LineOne>${text(street)}</ram:LineOne>` +
    `<ram:CityName>${text(city)}</ram:CityName><ram:CountryID>${countryCode}</ram:CountryID></ram:PostalTradeAddress>`;
  const tax = (rest: string) =>
    `<ram:ApplicableTradeTax>${rest}<ram:CategoryCode>S</ram:CategoryCode>` +
    `<ram:RateApplicablePercent>${invoice.taxPercent}</ram:RateApplicablePercent></ram:ApplicableTradeTax>`;
  const lines = invoice.lines.map(
    ({ description, quantity, unitPriceCents }, index) =>
      '<ram:IncludedSupplyChainTradeLineItem>' +
      `<ram:AssociatedDocumentLineDocument><ram:LineID>${index + 1}</ram:LineID></ram:AssociatedDocumentLineDocument>` +
      `<ram:SpecifiedTradeProduct><ram:Name>${text(description)}</ram:Name></ram:SpecifiedTradeProduct>` +
      `<ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice><ram:ChargeAmount>${amount(unitPriceCents)}</ram:ChargeAmount></ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement>` +
      `<ram:SpecifiedLineTradeDelivery><ram:BilledQuantity unitCode="C62">${quantity}</ram:BilledQuantity></ram:SpecifiedLineTradeDelivery>` +
      `<ram:SpecifiedLineTradeSettlement>${tax('<ram:TypeCode>VAT</ram:TypeCode>')}` +
      `<ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>${amount(Math.round(quantity * unitPriceCents))}</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation>` +
      '</ram:SpecifiedLineTradeSettlement></ram:IncludedSupplyChainTradeLineItem>',
  );
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100" xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">' +
    '<rsm:ExchangedDocumentContext><ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>urn:cen.eu:en16931:2017#compliant#urn:factur-x.eu:1p0:basic</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>' +
    `<rsm:ExchangedDocument><ram:ID>${text(invoice.number)}</ram:ID><ram:TypeCode>380</ram:TypeCode><ram:IssueDateTime>${day(invoice.date)}</ram:IssueDateTime></rsm:ExchangedDocument>` +
    `<rsm:SupplyChainTradeTransaction>${lines.join('')}` +
    `<ram:ApplicableHeaderTradeAgreement><ram:SellerTradeParty>${party(invoice.seller)}<ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">${text(invoice.seller.vatId)}</ram:ID></ram:SpecifiedTaxRegistration></ram:SellerTradeParty><ram:BuyerTradeParty>${party(invoice.buyer)}</ram:BuyerTradeParty></ram:ApplicableHeaderTradeAgreement>` +
    '<ram:ApplicableHeaderTradeDelivery/>' +
    `<ram:ApplicableHeaderTradeSettlement><ram:InvoiceCurrencyCode>${invoice.currency}</ram:InvoiceCurrencyCode>` +
    tax(
      `<ram:CalculatedAmount>${amount(taxCents)}</ram:CalculatedAmount><ram:TypeCode>VAT</ram:TypeCode><ram:BasisAmount>${amount(netCents)}</ram:BasisAmount>`,
    ) +
    `<ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime>${day(invoice.due)}</ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>` +
    `<ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:LineTotalAmount>${amount(netCents)}</ram:LineTotalAmount><ram:TaxBasisTotalAmount>${amount(netCents)}</ram:TaxBasisTotalAmount><ram:TaxTotalAmount currencyID="${invoice.currency}">${amount(taxCents)}</ram:TaxTotalAmount><ram:GrandTotalAmount>${amount(totalCents)}</ram:GrandTotalAmount><ram:DuePayableAmount>${amount(totalCents)}</ram:DuePayableAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation>` +
    '</ram:ApplicableHeaderTradeSettlement></rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>\n'
  );
}

/** Net, tax and total in cents; the tax is rounded once, on the whole. */
export function sumsOf({ lines, taxPercent }: DemoInvoice): {
  netCents: number;
  taxCents: number;
  totalCents: number;
} {
  const netCents = lines.reduce(
    (sum, { quantity, unitPriceCents }) => sum + Math.round(quantity * unitPriceCents),
    0,
  );
  const taxCents = Math.round((netCents * taxPercent) / 100);
  return { netCents, taxCents, totalCents: netCents + taxCents };
}

function pageOf(invoice: DemoInvoice): PageText[] {
  const { seller, buyer, currency } = invoice;
  const { netCents, taxCents, totalCents } = sumsOf(invoice);
  const money = (cents: number) =>
    (cents / 100).toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const page: PageText[] = [
    { text: seller.name, left: LEFT, top: 60, size: 14, isBold: true },
    { text: `${seller.street}, ${seller.city}`, left: LEFT, top: 76 },
    { text: 'INVOICE', left: 420, top: 60, size: 18, isBold: true },
    { text: 'Bill to', left: LEFT, top: 120, isBold: true },
    { text: buyer.name, left: LEFT, top: 136 },
    { text: buyer.street, left: LEFT, top: 150 },
    { text: buyer.city, left: LEFT, top: 164 },
    { text: 'Invoice number', left: 340, top: 120 },
    { text: invoice.number, left: 450, top: 120 },
    { text: 'Invoice date', left: 340, top: 136 },
    { text: invoice.date, left: 450, top: 136 },
    { text: 'Due date', left: 340, top: 152 },
    { text: invoice.due, left: 450, top: 152 },
    { text: 'Description', left: LEFT, top: 220, isBold: true },
    { text: 'Quantity', left: 300, top: 220, isBold: true },
    { text: 'Unit price', left: 380, top: 220, isBold: true },
    atRight('Amount', 220),
  ];
  let top = 240;
  for (const { description, quantity, unitPriceCents } of invoice.lines) {
    page.push({ text: description, left: LEFT, top });
    page.push({ text: String(quantity), left: 300, top });
    page.push({ text: money(unitPriceCents), left: 380, top });
    page.push(atRight(money(Math.round(quantity * unitPriceCents)), top));
    top += 18;
  }
  const sums: [string, string][] = [
    ['Subtotal', money(netCents)],
    [`VAT ${invoice.taxPercent}%`, money(taxCents)],
    [`Total ${currency}`, money(totalCents)],
  ];
  top += 12;
  for (const [label, sum] of sums) {
    page.push({ text: label, left: 380, top }, atRight(sum, top));
    top += 18;
  }
  page.push({
    text: `IBAN ${seller.iban}   VAT ID ${seller.vatId}`,
    left: LEFT,
    top: 790,
    size: 8,
  });
  return page;
}

/** Digits of Helvetica are a little over half as wide as the text is high. */
function atRight(text: string, top: number): PageText {
  return { text, left: RIGHT - text.length * 5.3, top };
}

function text(raw: string): string {
  return raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
