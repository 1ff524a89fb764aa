/** The longest texts of a booking, in Unicode code points. */
export const MAX_ITEM_DESCRIPTION_CHARACTERS = 500;
export const MAX_ADDRESS_LINE_CHARACTERS = 200;
export const MAX_CITY_CHARACTERS = 100;
