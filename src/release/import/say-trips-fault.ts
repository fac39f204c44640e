/** What the judge found wrong with a row; the names are those of judge-trips.sql, and `duplicate`. */
export type TripsFault =
  | 'dayEmpty'
  | 'dayUnreadable'
  | 'weekNotMonday'
  | 'originEmpty'
  | 'originUnknown'
  | 'originNotLeaf'
  | 'destinationEmpty'
  | 'destinationUnknown'
  | 'destinationNotLeaf'
  | 'modeEmpty'
  | 'tripsEmpty'
  | 'tripsNotWhole'
  | 'devicesEmpty'
  | 'devicesNotWhole'
  | 'devicesAboveTrips'
  | 'largestEmpty'
  | 'largestNotWhole'
  | 'secondEmpty'
  | 'secondNotWhole'
  | 'secondAboveLargest'
  | 'contributionsAboveTrips'
  | 'contributionsBelowTrips'
  | 'secondMissing'
  | 'contributionsTooLarge'
  | 'contributionsTooSmall'
  | 'duplicate';

/** A staged row as text. `dayName` is the file's word for its day: week or date. */
export type TripsTexts = {
  readonly dayName: 'week' | 'date';
  readonly day: string;
  readonly weekday: string;
  readonly origin: string;
  readonly destination: string;
  readonly trips: string;
  readonly devices: string;
  readonly largest: string;
  readonly second: string;
};

/** One reason, for the person whose file it is. A duplicate ends with the place of the first row, which the caller adds. */
export function sayTripsFault(fault: TripsFault, row: TripsTexts): string {
  switch (fault) {
    case 'dayEmpty':
      return `${row.dayName} is empty`;
    case 'dayUnreadable':
      return `${row.dayName} "${shown(row.day)}" is not a date such as 2022-01-17`;
    case 'weekNotMonday':
      return `week ${shown(row.day)} is a ${row.weekday}, and weeks start on Monday; if the rows are days, say --map date=<column>`;
    case 'originEmpty':
      return 'origin is empty';
    case 'originUnknown':
      return `origin "${shown(row.origin)}" is not a code of the areas file`;
    case 'originNotLeaf':
      return `origin "${shown(row.origin)}" has areas below it; trips need the areas at the bottom`;
    case 'destinationEmpty':
      return 'destination is empty';
    case 'destinationUnknown':
      return `destination "${shown(row.destination)}" is not a code of the areas file`;
    case 'destinationNotLeaf':
      return `destination "${shown(row.destination)}" has areas below it; trips need the areas at the bottom`;
    case 'modeEmpty':
      return 'mode is empty';
    case 'tripsEmpty':
      return 'trips is empty';
    case 'tripsNotWhole':
      return `trips "${shown(row.trips)}" is not a whole number from 0`;
    case 'devicesEmpty':
      return 'devices is empty';
    case 'devicesNotWhole':
      return `devices "${shown(row.devices)}" is not a whole number from 0`;
    case 'devicesAboveTrips':
      return `devices (${shown(row.devices)}) are more than trips (${shown(row.trips)}); every device makes at least one trip`;
    case 'largestEmpty':
      return 'largest is empty';
    case 'largestNotWhole':
      return `largest "${shown(row.largest)}" is not a whole number from 0`;
    case 'secondEmpty':
      return 'second is empty; where there is no second device, say 0';
    case 'secondNotWhole':
      return `second "${shown(row.second)}" is not a whole number from 0`;
    case 'secondAboveLargest':
      return `second (${shown(row.second)}) is more than largest (${shown(row.largest)})`;
    case 'contributionsAboveTrips':
      return `largest (${shown(row.largest)}) and second (${shown(row.second)}) together are more than trips (${shown(row.trips)})`;
    case 'contributionsBelowTrips':
      return `largest (${shown(row.largest)}) is less than trips (${shown(row.trips)}), so there is a second device and second cannot be 0`;
    case 'secondMissing':
      return `there are ${shown(row.devices)} devices, so second cannot be 0`;
    case 'contributionsTooLarge':
      return `largest (${shown(row.largest)}) and second (${shown(row.second)}) do not leave a trip of ${shown(row.trips)} for each of the other devices (${shown(row.devices)} in all)`;
    case 'contributionsTooSmall':
      return `trips (${shown(row.trips)}) are more than ${shown(row.devices)} devices can make if largest is ${shown(row.largest)} and second is ${shown(row.second)}`;
    case 'duplicate':
      return `has the same ${row.dayName}, origin, destination and mode as`;
    default:
      return fault satisfies never;
  }
}

const longest = 40;

/** A cell of the user's file, safe to print: short, without control characters. */
function shown(cell: string): string {
  const printable = cell.replace(/\p{C}/gu, '?');
  return printable.length > longest ? `${printable.slice(0, longest)}…` : printable;
}
