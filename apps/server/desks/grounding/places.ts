/** What the business's facts say of a place that a text names. */
export interface KnownPlace {
  /** Null: its ZIP codes decide. */
  isServed: boolean | null;
  /** Whether an address there costs more; null: some do. */
  hasSurcharge: boolean | null;
}

/** What a desk knows of places. Both are pure. */
export interface PlaceFacts {
  /** The places that plain text names, in whatever case; ZIP codes are not among them. */
  placesIn(text: string): readonly KnownPlace[];
  /** Undefined for what is no ZIP code. */
  zipCode(zipCode: string): KnownPlace | undefined;
}
