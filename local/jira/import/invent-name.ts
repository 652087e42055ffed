/**
 * A plain display name for an account the export knows by id only. The same id always gives the same name; different
 * ids may share one, as people do.
 */
const given = [
  'Ada',
  'Ben',
  'Carla',
  'Dan',
  'Ella',
  'Finn',
  'Greta',
  'Hugo',
  'Ines',
  'Jonas',
  'Kim',
  'Lena',
  'Milo',
  'Nora',
  'Oskar',
  'Paula',
  'Quinn',
  'Rosa',
  'Sam',
  'Tilda',
  'Uma',
  'Vera',
  'Wim',
  'Yara',
  'Zoe',
];
const family = [
  'Acker',
  'Berg',
  'Conti',
  'Dorn',
  'Ebert',
  'Frey',
  'Grant',
  'Hale',
  'Iversen',
  'Jung',
  'Keller',
  'Lund',
  'Moreau',
  'Nagel',
  'Olsen',
  'Park',
  'Quist',
  'Reed',
  'Santos',
  'Toth',
  'Unger',
  'Vance',
  'Weber',
  'Young',
  'Ziegler',
];

/** FNV-1a, 32 bits. */
const hash = (text: string): number => {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return value;
};

export const inventName = (accountId: string): string => {
  const number = hash(accountId);
  return `${given[number % given.length] ?? 'Ada'} ${family[Math.floor(number / given.length) % family.length] ?? 'Berg'}`;
};
