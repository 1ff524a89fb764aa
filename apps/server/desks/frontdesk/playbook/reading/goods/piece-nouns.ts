/** What people call bags, as alternatives of a regular expression. */
export const BAGS = [
  'bags?|valises?|satchels?|rucksacks?|knapsacks?|holdalls?|suitcases?|luggages?|duffels?',
  'duffles?|backpacks?|totes?|carry-?ons?|trunks?',
].join('|');

/** What people call other pieces that a delivery takes. */
export const ITEMS = [
  'items?|pieces?|pcs|things?|boxes|box|cartons?|bins?|packages?|parcels?|chairs?|lamps?',
  'armchairs?|tables?|desks?|bikes?|bicycles?|strollers?|rugs?|skis|snowboards?|clubs?',
  'coolers?|crates?|mirrors?|paintings?|tvs?|monitors?|pillows?|stools?|containers?',
  'playpens?|seats?|walkers?|wheelchairs?|guitars?|violins?|cellos?|instruments?',
  'keyboards?|easels?|vases?|baskets?|hampers?|typewriters?|printers?|computers?',
  'speakers?|fans?|vacuums?|toys?|highchairs?|bassinets?|coats?|racks?|bookcases?',
  'nightstands?|ottomans?|bench(?:es)?|umbrellas?|scooters?|skateboards?|rackets?',
  'racquets?|portfolios?|frames?|pictures?|prints?|plants? stands?|microwaves?|toasters?',
  'globes?|clocks?|footlockers?|carriers?|garment bags?|envelopes?|binders?|files?',
  'stuff bags?',
].join('|');

/** What sums up pieces of any kind. */
export const GENERAL = 'items?|pieces?|pcs|things?|stuff|luggages?';
