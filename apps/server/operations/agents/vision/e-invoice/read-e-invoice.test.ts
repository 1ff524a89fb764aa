import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEInvoice, readEmbeddedInvoice } from './read-e-invoice.ts';

const bytes = (xml: string): Uint8Array => new TextEncoder().encode(xml);

/** ZUGFeRD 1.0 has other names for the same things. */
const zugferd1 = ({
  type = '380',
  total = '119.00',
  encoding = 'UTF-8',
  seller = 'Wäscherei &amp; Söhne',
} = {}) => `<?xml version="1.0" encoding="${encoding}"?>
<rsm:CrossIndustryDocument xmlns:rsm="urn:ferd:CrossIndustryDocument:invoice:1p0" xmlns:ram="r" xmlns:udt="u">
<rsm:HeaderExchangedDocument><ram:ID>R-1</ram:ID><ram:TypeCode>${type}</ram:TypeCode>
<ram:IssueDateTime><udt:DateTimeString format="102">20260304</udt:DateTimeString></ram:IssueDateTime></rsm:HeaderExchangedDocument>
<rsm:SpecifiedSupplyChainTradeTransaction>
<ram:ApplicableSupplyChainTradeAgreement><ram:SellerTradeParty><ram:Name>${seller}</ram:Name></ram:SellerTradeParty></ram:ApplicableSupplyChainTradeAgreement>
<ram:ApplicableSupplyChainTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
<ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime><udt:DateTimeString format="102">20260403</udt:DateTimeString></ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>
<ram:SpecifiedTradeSettlementMonetarySummation><ram:LineTotalAmount currencyID="EUR">100.00</ram:LineTotalAmount>
<ram:TaxBasisTotalAmount currencyID="EUR">100.00</ram:TaxBasisTotalAmount><ram:TaxTotalAmount currencyID="EUR">19.00</ram:TaxTotalAmount>
<ram:GrandTotalAmount currencyID="EUR">${total}</ram:GrandTotalAmount></ram:SpecifiedTradeSettlementMonetarySummation>
</ram:ApplicableSupplyChainTradeSettlement>
<ram:IncludedSupplyChainTradeLineItem><ram:SpecifiedSupplyChainTradeSettlement><ram:SpecifiedTradeSettlementMonetarySummation><ram:LineTotalAmount currencyID="EUR">100.00</ram:LineTotalAmount></ram:SpecifiedTradeSettlementMonetarySummation></ram:SpecifiedSupplyChainTradeSettlement><ram:SpecifiedTradeProduct><ram:Name>Linen</ram:Name></ram:SpecifiedTradeProduct></ram:IncludedSupplyChainTradeLineItem>
</rsm:SpecifiedSupplyChainTradeTransaction></rsm:CrossIndustryDocument>`;

const ubl = (root: 'Invoice' | 'CreditNote') => `<?xml version="1.0"?>
<${root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${root}-2" xmlns:cbc="c" xmlns:cac="a">
<cbc:ID>U-9</cbc:ID><cbc:IssueDate>2026-05-06</cbc:IssueDate><cbc:DueDate>2026-06-05</cbc:DueDate><cbc:DocumentCurrencyCode>NOK</cbc:DocumentCurrencyCode>
<cac:AccountingSupplierParty><cac:Party><cac:PartyLegalEntity><cbc:RegistrationName>Fjord Linen AS</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party></cac:AccountingSupplierParty>
<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">2.10</cbc:TaxAmount></cac:TaxTotal><cac:TaxTotal><cbc:TaxAmount currencyID="NOK">25.00</cbc:TaxAmount></cac:TaxTotal>
<cac:LegalMonetaryTotal><cbc:LineExtensionAmount currencyID="NOK">100.00</cbc:LineExtensionAmount><cbc:TaxExclusiveAmount currencyID="NOK">100.00</cbc:TaxExclusiveAmount><cbc:TaxInclusiveAmount currencyID="NOK">125.00</cbc:TaxInclusiveAmount><cbc:PayableAmount currencyID="NOK">75.00</cbc:PayableAmount></cac:LegalMonetaryTotal>
</${root}>`;

test('what is not an invoice gives nothing, however it is broken', () => {
  for (const xml of [
    '',
    '<',
    '<a>',
    '<a/>',
    '<?xml version="1.0"?><Invoice/>',
    '<CrossIndustryInvoice><ExchangedDocument><ID>1</ID></ExchangedDocument></CrossIndustryInvoice>',
    '<__proto__><constructor>1</constructor></__proto__>',
    '<a>'.repeat(100_000),
    `<Invoice>${'&amp;'.repeat(100_000)}</Invoice>`,
  ]) {
    assert.equal(readEInvoice(bytes(xml)), null, xml.slice(0, 40));
  }
});

test('a document type is refused: its entities could swell', () => {
  const xml = zugferd1().replace('?>', '?><!DOCTYPE a [<!ENTITY b "bbbbbbbb">]>');
  assert.equal(readEInvoice(bytes(xml)), null);
});

test('ZUGFeRD 1.0 is read by its own names', () => {
  const invoice = readEInvoice(bytes(zugferd1()));
  assert.equal(invoice?.vendor, 'Wäscherei & Söhne');
  assert.equal(invoice?.number, 'R-1');
  assert.equal(invoice?.date, '2026-03-04');
  assert.equal(invoice?.due, '2026-04-03');
  assert.equal(invoice?.total_cents, 11_900);
  assert.equal(invoice?.arithmetic_ok, true);
  assert.deepEqual(invoice?.lines, [
    { description: 'Linen', quantity: null, unit_price: null, amount_cents: 10_000 },
  ]);
});

test('an encoding nobody knows, one that is not true, and an old one are all read', () => {
  assert.equal(
    readEInvoice(bytes(zugferd1({ encoding: 'UTF-8-W/O' })))?.vendor,
    'Wäscherei & Söhne',
  );
  const latin = Buffer.from(zugferd1({ encoding: 'ISO-8859-1' }), 'latin1');
  assert.equal(readEInvoice(latin)?.vendor, 'Wäscherei & Söhne');
  const untrue = Buffer.from(zugferd1({ encoding: 'UTF-8' }), 'latin1');
  assert.equal(readEInvoice(untrue)?.vendor, 'Wäscherei & Söhne');
  const wide = Buffer.from(`\ufeff${zugferd1({ encoding: 'UTF-16' })}`, 'utf16le');
  assert.equal(readEInvoice(wide)?.vendor, 'Wäscherei & Söhne');
});

test('figures that do not add up are said not to', () => {
  assert.equal(readEInvoice(bytes(zugferd1({ total: '120.00' })))?.arithmetic_ok, false);
});

test('a credit note that states positive amounts is negative', () => {
  const invoice = readEInvoice(bytes(zugferd1({ type: '381' })));
  assert.equal(invoice?.isCreditNote, true);
  assert.equal(invoice?.total_cents, -11_900);
  assert.equal(invoice?.lines[0]?.amount_cents, -10_000);
});

test('an amount that is no number is no amount', () => {
  for (const total of ['NaN', '1e5', '0x10', '12,00', '1'.repeat(400)]) {
    assert.equal(readEInvoice(bytes(zugferd1({ total }))), null, total);
  }
});

test('UBL is read, with the tax in the currency of the invoice, and the total before payments', () => {
  const invoice = readEInvoice(bytes(ubl('Invoice')));
  assert.equal(invoice?.vendor, 'Fjord Linen AS');
  assert.equal(invoice?.total_cents, 12_500);
  assert.equal(invoice?.tax_cents, 2_500);
  assert.equal(invoice?.currency, 'NOK');
  assert.equal(invoice?.due, '2026-06-05');
  assert.equal(readEInvoice(bytes(ubl('CreditNote')))?.total_cents, -12_500);
});

test('of several files inside a PDF the newest format counts, and others are passed over', () => {
  const file = (filename: string, content: string) => ({ filename, content: bytes(content) });
  const found = readEmbeddedInvoice([
    file('notes.xml', '<notes/>'),
    file('ZUGFeRD-invoice.xml', zugferd1({ seller: 'Old' })),
    file('factur-x.xml', zugferd1({ seller: 'New' })),
  ]);
  assert.equal(found?.vendor, 'New');
  assert.equal(readEmbeddedInvoice([file('picture.png', zugferd1())]), null);
});
