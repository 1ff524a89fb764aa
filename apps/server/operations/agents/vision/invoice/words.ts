// Words of invoices in the languages of Europe and beyond, folded (fold.ts): as parts of regular
// expressions that are tried on single labels. Languages mix freely in real documents, so nothing
// here depends on knowing the language first.

/** The document itself. */
export const DOCUMENT =
  '(?:e-?)?invoice|bill(?!ing|\\s+to|ed)|\\p{L}*rechnungs?|\\p{L}*rechnungs?-?korrektur|gutschrift|beleg|facture|avoir|note de credit|(?:e-)?factu?ra|fattura|parcella|nota di credito|nota de credito|abono|faktur[ay]?(?: vat)?|rachunek|factuur|creditnota|fatura|kreditnota|kreditfaktura|credit (?:note|memo)|lasku|szamla|arve|dokument|document|tax invoice|statement|racun|doklad|qaime|счет|счет-фактура|τιμολογιο|請求書|发票';

/** Its number. */
export const NUMBER =
  'number|no|nr|n|nro|num|nbr|nummer|nummerr?|numero|numer|numara|n[o°º]|#|id|cislo|szama|sorszam|numurs|broj|номер|№|番号|号码';

/** Days on which it was made. */
export const DATE =
  'date|dated|datum|dato|data|fecha|datas|pvm|paivays|paivamaara|kelte|tarih|tarihi|kuupaev|datums|дата|日付|日期';

export const ISSUED =
  'issued?|issue|ausgestellt|emission|emise|emesso|emissione|emision|emissao|wystawienia|vystaveni|uitgifte|kiallitas\\p{L}*|utstedt|utfardad|udstedt';

export const DUE =
  'due|payable (?:by|until)|pay(?:ment)? by|fallig\\p{L}*|faellig\\p{L}*|zahlbar|zahlungsziel|zahlungsfrist|(?:\\p{L}+ )?bis(?: zum)?|echeance|limite|avant le|verval\\p{L}*|betaaldatum|betalen voor|voldoen voor|scadenza|vencimiento|vencimento|platnosci|zaplaty|splatnosti|forfall\\p{L}*|forfald\\p{L}*|forfallo|erapaiva|hatarido|vade\\p{L}*|remit|until|expires?';

/** Days, numbers and amounts that belong to something else than this invoice. */
export const OTHER_THING =
  'order\\p{L}*|purchase|bestel\\p{L}*|auftrag\\p{L}*|commande|pedido|ordine|zamowieni\\p{L}*|delivery|deliver\\p{L}*|liefer\\p{L}*|leistungs?\\p{L}*|livraison|entrega|consegna|levering|dostaw\\p{L}*|sprzedazy|shipping|shipment|ship|versand\\p{L}*|service|period\\p{L}*|zeitraum|contract|vertrag\\p{L}*|contrat|customer|client\\p{L}*|kunden?\\p{L}*|klant\\p{L}*|klient\\p{L}*|cliente|account|konto\\p{L}*|compte|cuenta|conto|tax|vat|ust\\p{L}*|steuer\\p{L}*|mwst\\p{L}*|tva|btw|iva|nip|gstin|siret|siren|kvk|iban|bic|swift|blz|phone|tel\\p{L}*|fax|mobile|page|seite|pagina|article|artikel\\p{L}*|item|art|gtin|ean|gln|pos|mandat\\p{L}*|creditor|glaubiger\\p{L}*|register\\p{L}*|hrb|project|projekt\\p{L}*|ursprung\\p{L}*|original|liee|related|corrected|linked|booking|check|print\\p{L}*|druck\\p{L}*|birth|geburt\\p{L}*|reklamation\\p{L}*|lieferschein\\p{L}*|quote|quotation|angebot\\p{L}*|devis|bank\\p{L}*|payment|zahlungs\\p{L}*|betaling\\p{L}*|pago|pagamento|reglement|licen[cs]e|policy|vsnr|serie\\p{L}*|serial|marche|your|ihre?|votre|uw|skonto|discount|version';

/** Taxes on sales. */
export const TAX =
  'vat|tax|taxes|mwst|mehrwertsteuer|ust|umsatzsteuer|mws|\\p{L}*steuer|steuerbetrag|tva|btw|iva|igic|gst|hst|pst|qst|cgst|sgst|igst|moms|mva|alv|dph|afa|kdv|pdv|ddv|fpa|podatek|imposta|impuesto|imposto|taxe|ндс';

export const INCLUDED =
  'incl|inclusive|including|included|inkl|inklusive|inclusief|ttc|tvac|brutto\\p{L}*|gross|comprise?|compris|compresa|incluido|incluida|inclusa|ivato|inc|med moms|z vat|s dph|iva incluida';

export const EXCLUDED =
  'excl|exclusive|excluding|exkl|exklusive|exclusief|ht|htva|h\\.t|hors|netto\\p{L}*|net|nett|ohne|before|without|w/o|sans|untaxed|taxable|imponibile|base|zzgl|bez dph|sin iva|esclusa|escluso|ex|uden|utan|exclu|nettowert|warenwert|grundlage|grondslag';

export const SUBTOTAL =
  'sub ?-?total\\p{L}*|subtotaal|sous-?total|zwischensumme|positionssumme|delsumma|mellansumma|subsuma|parcial|items? total|total items';

export const TOTAL =
  'total|totals|totaal|totale|totaux|gesamt\\p{L}*|\\p{L}*summe|summa|suma|sum|razem|celkem|celkova|spolu|osszesen|vegosszeg|ukupno|skupaj|yhteensa|kokku|kopa|viso|i alt|att betala|toplam|итого|всего|συνολο|endbetrag|rechnungsbetrag|合計|总计|betrag gesamt|amount payable|importo totale|naleznosc|ogolem';

/** What is still to be paid. */
export const TO_PAY =
  'due|to pay|payable|amount owed|balance|outstanding|zu zahlen\\p{L}*|zahlbetrag|zahlbar|offener betrag|restbetrag|a payer|solde|residual|te betalen|te voldoen|da pagare|a pagar|do zaplaty|k uhrade|att betala|at betale|a betale|maksettava|fizetendo|odenecek|pay this amount|net a payer|netto a pagare';

export const PAID_BEFORE =
  'paid|bereits bezahlt|bezahlt|anzahlung\\p{L}*|acompte\\p{L}*|deja paye|deposit|prepaid|prepayment|advance|betaald|voldaan|pagado|pagato|credits?|received|erhalten\\p{L}*|gezahlt|zaplacono|uhrazeno|cash|tendered|change|wechselgeld|ruckgeld|gegeben|payment|payments|reglement';

/** Parts of a sum that are neither the net amount nor the tax. */
export const OTHER_AMOUNT =
  'discount\\p{L}*|rabatt\\p{L}*|remise|korting|sconto|descuento|skonto|shipping|versand\\p{L}*|fracht|freight|porto|delivery|livraison|handling|charge|charges|fee|zuschlag\\p{L}*|zuschlage|abschlag\\p{L}*|abschlage|rounding|rundung|tip|trinkgeld|kapital|capital|savings?';
